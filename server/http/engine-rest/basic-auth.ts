import { createHash, timingSafeEqual } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Context } from '../../context.ts';
import { claimAttempt, forgetFailures } from '../../identity/throttle.ts';
import { transaction } from '../../persistence/transaction.ts';
import { type Account, accounts } from './access-table.ts';
import { RestFailure } from './rest-failure.ts';

/** An account without a password does not exist. */
export type Passwords = Readonly<Partial<Record<Account, string | undefined>>>;

/** Wrong passwords of an account from one address that cost nothing; each further one doubles the wait. */
const freeFailures = 10;
const mostRemembered = 10_000;

const digest = (text: string) => createHash('sha256').update(text).digest();

/**
 * Lets only requests through that bring an account and its password by HTTP Basic, compared in constant time, and
 * notes the account in `response.locals.account`. Wrong passwords are throttled for each account and address; whoever
 * has signed in from an address before is not locked out by somebody who guesses there.
 */
export function basicAuth(context: Context, passwords: Passwords): RequestHandler {
  const expected = accounts.flatMap((account) => {
    const password = passwords[account];
    return password ? [{ account, digest: digest(`${account}:${password}`) }] : [];
  });
  const trusted = new Set<string>();
  const suspects = new Set<string>();
  return async (request, response, next) => {
    const [scheme = '', encoded = ''] = (request.get('authorization') ?? '').split(' ');
    const text = Buffer.from(encoded, 'base64').toString('utf8');
    const given = digest(scheme.toLowerCase() === 'basic' ? text : '');
    const match = expected.find((each) => timingSafeEqual(each.digest, given));
    const name = match?.account ?? text.slice(0, Math.max(0, text.indexOf(':'))).slice(0, 100);
    const subject = { name: `engine-rest:${name}@${request.ip ?? ''}`, free: freeFailures };
    if (encoded !== '' && !(match && (trusted.has(subject.name) || !suspects.has(subject.name)))) {
      remember(suspects, subject.name);
      await claimAttempt(context, [subject]);
    }
    if (!match) {
      response.setHeader('www-authenticate', 'Basic realm="default", charset="UTF-8"');
      throw new RestFailure(
        401,
        'AuthorizationException',
        'Sign in with the name and password of an account (HTTP Basic).',
      );
    }
    if (suspects.delete(subject.name))
      await transaction(context.database, () => forgetFailures(context, [subject]));
    remember(trusted, subject.name);
    response.locals.account = match.account;
    next();
  };
}

function remember(names: Set<string>, name: string): void {
  if (names.size >= mostRemembered) names.clear();
  names.add(name);
}

import { timingSafeEqual } from 'node:crypto';
import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import { parse } from 'cookie';
import type { Request, Response } from 'express';
import type { Context } from '../context.ts';
import type { Caller } from '../identity/caller.ts';
import { findSignedIn } from '../identity/sessions.ts';

/** Who sent a request, with the session it came by. */
export interface SignedIn {
  readonly caller: Caller;
  readonly tokenHash: string;
  readonly csrfToken: string;
}

const cookieName = (secure: boolean) => (secure ? '__Host-oneplan' : 'oneplan');

export function setSessionCookie(response: Response, token: string, secure: boolean): void {
  response.cookie(cookieName(secure), token, { httpOnly: true, sameSite: 'strict', secure, path: '/' });
}

export function clearSessionCookie(response: Response, secure: boolean): void {
  response.clearCookie(cookieName(secure), { httpOnly: true, sameSite: 'strict', secure, path: '/' });
}

/** Throws `not-signed-in` without a live session. */
export async function requireSession(context: Context, request: Request, secure: boolean): Promise<SignedIn> {
  const token = parse(request.headers.cookie ?? '')[cookieName(secure)];
  const signedIn = token ? await findSignedIn(context, token) : null;
  if (!signedIn) throw new AppError('not-signed-in', 'Your session has ended; sign in again.');
  const { session, caller } = signedIn;
  return { caller, tokenHash: session.tokenHash, csrfToken: session.csrfToken };
}

/** Throws unless a call that changes something carries the session's token, which no other site can read. */
export function assertCsrfToken(request: Request, expected: string): void {
  const sent = Buffer.from(request.get('x-csrf-token') ?? '');
  const wanted = Buffer.from(expected);
  if (sent.length !== wanted.length || !timingSafeEqual(sent, wanted)) {
    throw new AppError(
      'csrf-token-invalid',
      'The X-CSRF-Token header is missing or old; load the page again.',
    );
  }
}

/** Throws when a browser says that the call comes from another site. */
export function assertSameSite(request: Request): void {
  const site = request.get('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') {
    throw new AppError('csrf-token-invalid', 'This call must come from the pages of this server.');
  }
}

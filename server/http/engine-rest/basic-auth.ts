import { createHash, timingSafeEqual } from 'node:crypto';
import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { RequestHandler } from 'express';

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Lets only requests through that bring this user and password by HTTP Basic; compared in constant time. */
export function basicAuth(user: string, password: string): RequestHandler {
  const expected = digest(`${user}:${password}`);
  return (request, response, next) => {
    const [scheme = '', encoded = ''] = (request.get('authorization') ?? '').split(' ');
    const given = digest(Buffer.from(encoded, 'base64').toString('utf8'));
    if (scheme.toLowerCase() === 'basic' && timingSafeEqual(given, expected)) {
      next();
      return;
    }
    response.setHeader('www-authenticate', 'Basic realm="default", charset="UTF-8"');
    next(new AppError('not-signed-in', 'Sign in with the name and password of a worker (HTTP Basic).'));
  };
}

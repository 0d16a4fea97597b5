import type { RequestHandler } from 'express';
import type { Context } from '../context.ts';
import type { DemoAccountHint } from './demo-account.ts';

/** 200 when the database answers; monitors and load balancers ask here. Tells nothing about people. */
export function health(context: Context, accounts: readonly DemoAccountHint[]): RequestHandler {
  return async (_request, response) => {
    await context.sql.one('SELECT 1 AS one');
    response.json({ ok: true, demo: accounts.length > 0, accounts });
  };
}

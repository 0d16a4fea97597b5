import type { Request, Response, Router } from 'express';
import type { Context } from '../../context.ts';
import { type Account, accessTable, mayDo, type RestPermission } from './access-table.ts';
import { sendJson, sendNothing } from './rest-answer.ts';
import { RestFailure } from './rest-failure.ts';

/** What a route is called with. Path parameters and query fields are texts; the body is what was sent. */
export interface RestCall {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  readonly request: Request;
  readonly response: Response;
  /** Root of the API as the caller addresses it, for links. */
  readonly root: string;
}

/** A route of the dialect. What `handle` answers goes out as JSON; undefined is 204, unless it has answered itself. */
export interface RestRoute {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  readonly path: string;
  readonly permission: RestPermission;
  readonly handle: (context: Context, call: RestCall) => Promise<unknown>;
}

export const route = (
  method: RestRoute['method'],
  path: string,
  permission: RestPermission,
  handle: RestRoute['handle'],
): RestRoute => ({ method, path, permission, handle });

/** Mounts a route behind the table of access. Throws at start for a permission that the table does not know. */
export function mountRoute(
  router: Router,
  context: Context,
  { method, path, permission, handle }: RestRoute,
): void {
  if (!Object.hasOwn(accessTable, permission))
    throw new Error(`the route ${method} ${path} names no permission: it is not started`);
  router[method](path, async (request: Request, response: Response) => {
    const account = response.locals.account as Account;
    if (!mayDo(account, permission))
      throw new RestFailure(
        403,
        'AuthorizationException',
        `The account '${account}' may not do this (${permission}); sign in with the account 'engine'.`,
      );
    const answer = await handle(context, {
      params: request.params as Record<string, string>,
      query: request.query as Record<string, unknown>,
      body: request.body ?? {},
      request,
      response,
      root: `${request.protocol}://${request.get('host') ?? ''}${request.baseUrl}`,
    });
    if (response.headersSent || response.writableEnded) return;
    if (answer === undefined) sendNothing(response);
    else sendJson(response, 200, answer);
  });
}

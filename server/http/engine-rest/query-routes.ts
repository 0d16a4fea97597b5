import type { Context } from '../../context.ts';
import type { EngineQuery, QueryRow } from '../../usecases/engine-queries/engine-query.ts';
import { countQuery, runQuery } from '../../usecases/engine-queries/run-query.ts';
import type { RestPermission } from './access-table.ts';
import { readQuery } from './query-input.ts';
import { invalidRequest } from './rest-failure.ts';
import { type RestCall, type RestRoute, route } from './rest-route.ts';

interface QueryRoutes {
  readonly path: string;
  readonly permission: RestPermission;
  readonly query: EngineQuery;
  /** Another query of the same kind of things, for callers who ask for those. */
  readonly other?: OtherQuery | undefined;
  /** The rows of one answer as JSON, in their order. */
  readonly present: (context: Context, rows: readonly QueryRow[], call: RestCall) => Promise<unknown[]>;
}

export interface OtherQuery {
  readonly query: EngineQuery;
  readonly isMeant: (input: Readonly<Record<string, unknown>>) => boolean;
}

/** `GET` and `POST` of a query and of its count. */
export function queryRoutes({ path, permission, query, other, present }: QueryRoutes): RestRoute[] {
  const queryFor = (input: unknown) => (other?.isMeant(membersOf(input)) ? other.query : query);
  const list = async (context: Context, call: RestCall, input: unknown) => {
    const meant = queryFor(input);
    const request = readQuery(meant, membersOf(input), call.query);
    return present(context, await runQuery(context, meant, request), call);
  };
  const count = async (context: Context, input: unknown) => {
    const meant = queryFor(input);
    return { count: await countQuery(context, meant, readQuery(meant, membersOf(input))) };
  };
  return [
    route('get', path, permission, (context, call) => list(context, call, call.query)),
    route('post', path, permission, (context, call) => list(context, call, call.body)),
    route('get', `${path}/count`, permission, (context, call) => count(context, call.query)),
    route('post', `${path}/count`, permission, (context, call) => count(context, call.body)),
  ];
}

function membersOf(input: unknown): Readonly<Record<string, unknown>> {
  if (typeof input === 'object' && input !== null && !Array.isArray(input))
    return input as Readonly<Record<string, unknown>>;
  throw invalidRequest('A query is an object of filters');
}

import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Context } from '../../context.ts';
import type { SqlValue } from '../../persistence/sql.ts';
import { archivedRows, merged } from './archived-rows.ts';
import type { EngineQuery, FilterValues, QueryRequest, QueryRow } from './engine-query.ts';
import { statesOf } from './instance-states.ts';
import { hasVariables } from './variable-test.ts';
import { Where } from './where.ts';

/** Rows that a filter on variables may look at, after all other filters. */
const mostLookedAt = 100_000;
const statesAtOnce = 500;

export async function runQuery<Row extends object = QueryRow>(
  context: Context,
  query: EngineQuery,
  request: QueryRequest,
): Promise<Row[]> {
  const archived = await movedRows(context, query, request);
  if (archived.length > 0) {
    const all = await runQuery<QueryRow>(
      context,
      { ...query, archived: undefined, also: undefined },
      { ...request, first: 0, max: request.first + request.max },
    );
    return merged(query, request, all, archived).slice(request.first, request.first + request.max) as Row[];
  }
  const where = whereOf(context, query, request);
  const select = `SELECT ${query.select} FROM ${query.from}`;
  if (request.variables.length === 0)
    return context.sql.all<Row>(
      `${select} WHERE ${where.sql} ORDER BY ${orderOf(query, request)} LIMIT ${limit(request.max)} OFFSET ${limit(request.first)}`,
      where.values,
    );
  const keys = (await matchingKeys(context, query, request, where)).slice(
    request.first,
    request.first + request.max,
  );
  if (keys.length === 0) return [];
  const page = new Where(context.now());
  page.add(`${query.key} IN (${keys.map(() => '?').join(',')})`, ...keys);
  return context.sql.all<Row>(`${select} WHERE ${page.sql} ORDER BY ${orderOf(query, request)}`, page.values);
}

export async function countQuery(
  context: Context,
  query: EngineQuery,
  request: QueryRequest,
): Promise<number> {
  const { also } = query;
  const archived =
    also && request.variables.length === 0
      ? await countQuery(context, also, request)
      : (await archivedRows(context, query, request)).length;
  const where = whereOf(context, query, request);
  if (request.variables.length > 0)
    return archived + (await matchingKeys(context, query, request, where)).length;
  const row = await context.sql.one<{ total: number }>(
    `SELECT COUNT(*) AS total FROM ${query.from} WHERE ${where.sql}`,
    where.values,
  );
  return archived + Number(row?.total ?? 0);
}

/** As many of them as can be in the part of the list that is asked for. */
async function movedRows(
  context: Context,
  query: EngineQuery,
  request: QueryRequest,
): Promise<readonly QueryRow[]> {
  if (!query.also) return archivedRows(context, query, request);
  if (request.variables.length > 0) return [];
  return runQuery<QueryRow>(context, query.also, { ...request, first: 0, max: request.first + request.max });
}

function whereOf(context: Context, query: EngineQuery, request: QueryRequest): Where {
  const where = new Where(context.now());
  if (query.always) where.add(query.always);
  apply(query, where, request.filters);
  for (const alternatives of request.any)
    where.addAny(
      Object.entries(alternatives).map(([name, value]) => {
        const alternative = new Where(context.now());
        apply(query, alternative, { [name]: value });
        return alternative;
      }),
    );
  return where;
}

function apply(query: EngineQuery, where: Where, filters: FilterValues): void {
  for (const [name, value] of Object.entries(filters)) {
    const field = Object.hasOwn(query.filters, name) ? query.filters[name] : undefined;
    if (field && value !== undefined) (field.apply as (where: Where, value: unknown) => void)(where, value);
  }
}

function orderOf(query: EngineQuery, { order }: QueryRequest): string {
  const criteria = order.flatMap(({ by, descending }) =>
    Object.hasOwn(query.orders, by) ? `${query.orders[by]} ${descending ? 'DESC' : 'ASC'}` : [],
  );
  return [...criteria, `${query.key} ASC`].join(', ');
}

/** Keys in the order asked for of those rows whose variables pass. */
async function matchingKeys(
  context: Context,
  query: EngineQuery,
  request: QueryRequest,
  where: Where,
): Promise<SqlValue[]> {
  const rows = await context.sql.all<{ row_key: SqlValue; instance: string; token: number | null }>(
    `SELECT ${query.key} AS row_key, ${query.instanceColumn} AS instance, ${query.tokenColumn ?? 'NULL'} AS token
     FROM ${query.from} WHERE ${where.sql} ORDER BY ${orderOf(query, request)} LIMIT ${mostLookedAt + 1}`,
    where.values,
  );
  if (rows.length > mostLookedAt)
    throw new AppError(
      'invalid-request',
      `The other filters leave more than ${mostLookedAt} rows to look for variables in; narrow the query.`,
    );
  const keys: SqlValue[] = [];
  for (let start = 0; start < rows.length; start += statesAtOnce) {
    const part = rows.slice(start, start + statesAtOnce);
    const states = await statesOf(
      context,
      part.map(({ instance }) => instance),
    );
    for (const row of part) {
      const state = states.get(row.instance);
      const token = row.token === null ? null : Number(row.token);
      if (state && hasVariables(state, token, request.variables)) keys.push(row.row_key);
    }
  }
  return keys;
}

const limit = (value: number): number => Math.max(0, Math.min(Math.trunc(value), Number.MAX_SAFE_INTEGER));

import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Context } from '../../context.ts';
import type { EngineQuery, FilterValues, QueryRequest, QueryRow } from './engine-query.ts';
import { memberOf } from './filter-field.ts';

/**
 * Rows of archived instances that pass the filters of a query. Throws `invalid-request` for a filter that can only be
 * asked of the tables: to pass it over would answer too much.
 */
export async function archivedRows(
  context: Context,
  query: EngineQuery,
  request: QueryRequest,
): Promise<readonly QueryRow[]> {
  const rows = (await query.archived?.(context, request.filters)) ?? [];
  if (rows.length === 0) return rows;
  if (request.variables.length > 0) throw notOfArchived('variables');
  return rows.filter(
    (row) =>
      passes(query, row, request.filters, 'all') &&
      request.any.every((alternatives) => passes(query, row, alternatives, 'any')),
  );
}

function passes(query: EngineQuery, row: QueryRow, filters: FilterValues, how: 'all' | 'any'): boolean {
  const tests = Object.entries(filters).flatMap(([name, value]) => {
    if (value === undefined || !Object.hasOwn(query.filters, name)) return [];
    const matches = query.filters[name]?.matches as ((row: QueryRow, value: unknown) => boolean) | undefined;
    if (!matches) throw notOfArchived(name);
    return [matches(row, value)];
  });
  return how === 'all' ? tests.every(Boolean) : tests.some(Boolean);
}

const notOfArchived = (name: string): AppError =>
  new AppError(
    'invalid-request',
    `'${name}' can not be asked of an instance that is archived; leave it out and look at the rows.`,
    { filter: name },
  );

/** Both in the order that was asked for. */
export function merged(
  query: EngineQuery,
  { order }: QueryRequest,
  rows: readonly QueryRow[],
  archived: readonly QueryRow[],
): QueryRow[] {
  const criteria = order.flatMap(({ by, descending }) => {
    const expression = query.orders[by];
    return expression === undefined ? [] : [{ values: valuesOf(expression), descending }];
  });
  const key = query.key.split(',').map((column) => memberOf(column.trim()));
  criteria.push({ values: (row) => key.map((member) => row[member] ?? null), descending: false });
  return [...rows, ...archived].sort((a, b) => {
    for (const { values, descending } of criteria) {
      const compared = compareLists(values(a), values(b));
      if (compared !== 0) return descending ? -compared : compared;
    }
    return 0;
  });
}

type Values = (row: QueryRow) => readonly unknown[];

/** A column, a difference of two, or the order in which activities began. */
function valuesOf(expression: string): Values {
  const [from, to] = expression.split(' - ');
  if (to !== undefined && from !== undefined)
    return (row) => [Number(row[memberOf(from)] ?? 0) - Number(row[memberOf(to)] ?? 0)];
  if (expression.startsWith('(')) return (row) => [row.started_at, row.activity];
  return (row) => [row[memberOf(expression)] ?? null];
}

function compareLists(a: readonly unknown[], b: readonly unknown[]): number {
  for (const [index, left] of a.entries()) {
    const compared = compare(left, b[index]);
    if (compared !== 0) return compared;
  }
  return 0;
}

/** Null comes first, as in the databases; numbers by their value. */
function compare(a: unknown, b: unknown): number {
  if (a === b) return 0;
  if (a === null || a === undefined) return b === null || b === undefined ? 0 : -1;
  if (b === null || b === undefined) return 1;
  if (typeof a === 'number' || typeof b === 'number') return Math.sign(Number(a) - Number(b));
  return String(a) < String(b) ? -1 : 1;
}

import type { Context } from '../context.ts';

/** What an instance did not do exactly once. */
export interface NotOnce {
  readonly never: readonly string[];
  readonly doubled: readonly string[];
}

/** Whether each instance has left each of these elements exactly once, by the history. */
export async function doneOnce(
  { sql }: Context,
  instanceIds: readonly string[],
  elementIds: readonly string[],
): Promise<NotOnce> {
  const rows = await sql.all<{ instance_id: string; element_id: string; times: number }>(
    `SELECT instance_id, element_id, COUNT(*) AS times FROM activity
     WHERE ended_at IS NOT NULL AND element_id IN (${elementIds.map(() => '?').join(',')}) GROUP BY instance_id, element_id`,
    elementIds,
  );
  const times = new Map(rows.map((row) => [`${row.instance_id} ${row.element_id}`, Number(row.times)]));
  const wanted = instanceIds.flatMap((id) => elementIds.map((elementId) => `${id} ${elementId}`));
  return {
    never: wanted.filter((each) => !times.has(each)),
    doubled: wanted.filter((each) => (times.get(each) ?? 0) > 1),
  };
}

/** How many rows there are; the table and its condition are of our own code. */
export async function countOf(
  { sql }: Context,
  from: string,
  values: readonly (string | number)[] = [],
): Promise<number> {
  return Number((await sql.one<{ n: number }>(`SELECT COUNT(*) AS n FROM ${from}`, values))?.n);
}

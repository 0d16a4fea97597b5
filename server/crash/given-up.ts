import type { Context } from '../context.ts';

/**
 * What is wrong with work that always fails: it must have no tries left and exactly one incident. One line for each of
 * these instances whose job or external task is not so.
 */
export async function notGivenUpOnce(
  { sql }: Context,
  table: 'job' | 'external_task',
  instanceIds: readonly string[],
): Promise<string[]> {
  const rows = await sql.all<{ instance_id: string; retries: number | null; incidents: number }>(
    `SELECT w.instance_id, w.retries, (SELECT COUNT(*) FROM incident i WHERE i.configuration = w.id) AS incidents FROM ${table} w`,
  );
  const found = new Map(rows.map((row) => [row.instance_id, row]));
  const wrong = instanceIds.flatMap((id) => {
    const row = found.get(id);
    if (!row) return [`${id}: what failed is gone`];
    const { retries, incidents } = row;
    const asPromised = retries !== null && Number(retries) === 0 && Number(incidents) === 1;
    return asPromised ? [] : [`${id}: ${retries} tries left, ${incidents} incidents`];
  });
  const all = Number((await sql.one<{ n: number }>('SELECT COUNT(*) AS n FROM incident'))?.n);
  return all === instanceIds.length ? wrong : [...wrong, `${all} incidents in all`];
}

import type { Transit } from '@oneplan/runtime/contracts/api/records.ts';
import { places, query, type SqlStatement } from '../../persistence/sql-statement.ts';

/** Commands that do not move a record: who has a task, variables, a suspension. */
const beside = ['hold-task', 'change-variables', 'set-activity-variables', 'suspend', 'retry-work'];
const moving = `c.kind NOT IN (${beside.map((kind) => `'${kind}'`).join(', ')})`;

/**
 * Finds what of these records is on its way to a Camunda engine: commands that wait or were refused, and the last one
 * that was delivered and is not seen in our rows yet. Nothing for records on the embedded engine, and for what has ended.
 */
export function transitQuery(ids: readonly string[]): SqlStatement {
  const among = ids.length === 1 ? '= ?' : `IN (${places(ids)})`;
  return query(
    `SELECT r.id AS record_id, c.state, MIN(c.created_at) AS since FROM submission r JOIN engine_command c ON c.instance_id = r.instance_id
     JOIN process_instance i ON i.id = r.instance_id AND i.status = 'active'
     WHERE r.id ${among} AND c.state IN ('waiting', 'refused') AND ${moving} GROUP BY r.id, c.state
     UNION ALL SELECT r.id AS record_id, 'waiting' AS state, MAX(c.created_at) AS since FROM submission r
     JOIN engine_instance e ON e.instance_id = r.instance_id AND e.projected_at IS NULL
     JOIN engine_command c ON c.instance_id = r.instance_id AND c.state = 'delivered'
     WHERE r.id ${among} AND ${moving} GROUP BY r.id`,
    [...ids, ...ids],
  );
}

interface Row {
  readonly record_id: string;
  readonly state: 'waiting' | 'refused';
  readonly since: number;
}

/** What `transitQuery` found. A refused command stands before all that wait behind it. */
export function transitsByRecord(found: unknown): ReadonlyMap<string, Transit> {
  const transits = new Map<string, Transit>();
  for (const { record_id, state, since } of found as readonly Row[]) {
    const known = transits.get(record_id);
    const transit: Transit = {
      state: state === 'refused' ? 'stopped' : 'moving',
      since: new Date(Number(since)).toISOString(),
    };
    const first = !known || (known.state === transit.state && transit.since < known.since);
    if (first || (transit.state === 'stopped' && known.state === 'moving')) transits.set(record_id, transit);
  }
  return transits;
}

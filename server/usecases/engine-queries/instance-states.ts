import type { InstanceState } from '@oneplan/runtime/engine/instance-state.ts';
import type { Context } from '../../context.ts';
import { places } from './where.ts';

/** The states of instances, without locks: what was true when it was read. Unknown ids are left out. */
export async function statesOf(
  context: Context,
  instanceIds: readonly string[],
): Promise<ReadonlyMap<string, InstanceState>> {
  const ids = [...new Set(instanceIds)];
  if (ids.length === 0) return new Map();
  const rows = await context.sql.all<{ id: string; state: string }>(
    `SELECT id, state FROM process_instance WHERE id IN (${places(ids)})`,
    ids,
  );
  return new Map(rows.map(({ id, state }) => [id, JSON.parse(state) as InstanceState]));
}

import type { Context } from '../context.ts';

/** Id on the engine of an instance of ours; null: its start was not confirmed yet. */
export async function engineIdOf(context: Context, instanceId: string): Promise<string | null> {
  const row = await context.sql.one<{ engine_id: string | null }>(
    'SELECT engine_id FROM engine_instance WHERE instance_id = ?',
    [instanceId],
  );
  return row?.engine_id ?? null;
}

/** Our instance that an instance on the engine was adopted for; null: none. */
export async function instanceOfEngineId(context: Context, engineId: string): Promise<string | null> {
  const row = await context.sql.one<{ instance_id: string }>(
    'SELECT instance_id FROM engine_instance WHERE engine_id = ?',
    [engineId],
  );
  return row?.instance_id ?? null;
}

/** Id on the engine of the user task at a token; null: none was projected there. */
export async function engineTaskIdOf(
  context: Context,
  instanceId: string,
  token: number,
): Promise<string | null> {
  const row = await context.sql.one<{ engine_task_id: string | null }>(
    'SELECT engine_task_id FROM engine_activity WHERE instance_id = ? AND activity = ?',
    [instanceId, token],
  );
  return row?.engine_task_id ?? null;
}

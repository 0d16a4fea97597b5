import type { Context } from '../context.ts';
import type { Actor } from '../engine-port.ts';
import { audit } from '../identity/audit.ts';
import { sendCommand } from './send-command.ts';

/**
 * Asks the engine to give one of its jobs or external tasks new tries, and closes its incident here; should it fail
 * again, there is a new one. In the current transaction. False: this is no work of the engine.
 */
export async function retryEngineWork(
  context: Context,
  actor: Actor,
  { id, retries }: { readonly id: string; readonly retries: number },
): Promise<boolean> {
  const row = await context.sql.one<{
    instance_id: string;
    work: 'job' | 'external-task';
    engine_work_id: string;
  }>('SELECT instance_id, work, engine_work_id FROM engine_work WHERE id = ?', [id]);
  if (!row) return false;
  await sendCommand(
    context,
    row.instance_id,
    { kind: 'retry-work', work: row.work, workId: row.engine_work_id, retries },
    { actor },
  );
  await context.sql.run('DELETE FROM incident WHERE configuration = ?', [id]);
  await audit(context, actor, {
    action: 'job.retry',
    objectKind: 'job',
    objectId: id,
    detail: { retries, instanceId: row.instance_id },
  });
  return true;
}

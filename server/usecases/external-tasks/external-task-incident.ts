import type { Context } from '../../context.ts';
import type { ExternalTask } from './external-task.ts';

const maxMessage = 500;

/** Writes down that the last try of an external task has failed; once for each task. In the current transaction. */
export async function openExternalTaskIncident(
  context: Context,
  task: ExternalTask,
  message: string | null,
): Promise<void> {
  const found = await context.sql.one('SELECT id FROM incident WHERE configuration = ?', [task.id]);
  if (found) return;
  await context.sql.insert('incident', [
    {
      id: context.newId(),
      kind: 'failedExternalTask',
      instance_id: task.instanceId,
      definition_id: task.definitionId,
      process_key: task.processKey,
      tenant_id: task.tenantId,
      element_id: task.elementId,
      token: task.token,
      called_by: task.calledBy,
      configuration: task.id,
      message: message === null ? null : Array.from(message).slice(0, maxMessage).join(''),
      created_at: context.now(),
    },
  ]);
  context.log.error(
    { externalTaskId: task.id, topic: task.topic, instanceId: task.instanceId, elementId: task.elementId },
    'incident: an external task has failed for the last time; set its retries to try again',
  );
}

/** The external task may be tried again. */
export async function closeExternalTaskIncident(context: Context, externalTaskId: string): Promise<void> {
  const rows = await context.sql.all<{ id: string }>('SELECT id FROM incident WHERE configuration = ?', [
    externalTaskId,
  ]);
  for (const { id } of rows) await context.sql.run('DELETE FROM incident WHERE id = ?', [id]);
}

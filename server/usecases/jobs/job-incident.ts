import type { Context } from '../../context.ts';

/** What of a job an incident keeps. */
export interface FailedJobRow {
  readonly id: string;
  readonly instanceId: string;
  readonly definitionId: string;
  readonly processKey: string;
  readonly tenantId: string;
  readonly elementId: string;
  readonly token: number;
  readonly calledBy: number | null;
}

/** Writes down that the tries of a job have run out. In the transaction that sets its last try. */
export function openJobIncident(context: Context, job: FailedJobRow, message: string): Promise<void> {
  return context.sql.insert('incident', [
    {
      id: context.newId(),
      kind: 'failedJob',
      instance_id: job.instanceId,
      definition_id: job.definitionId,
      process_key: job.processKey,
      tenant_id: job.tenantId,
      element_id: job.elementId,
      token: job.token,
      called_by: job.calledBy,
      configuration: job.id,
      message,
      created_at: context.now(),
    },
  ]);
}

/** The incidents of these jobs or external tasks are over. In the current transaction. */
export async function closeIncidents(context: Context, configurations: readonly string[]): Promise<void> {
  if (configurations.length === 0) return;
  const places = configurations.map(() => '?').join(',');
  const rows = await context.sql.all<{ id: string }>(
    `SELECT id FROM incident WHERE configuration IN (${places})`,
    configurations,
  );
  for (const { id } of rows) await context.sql.run('DELETE FROM incident WHERE id = ?', [id]);
}

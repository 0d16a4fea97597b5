import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import { retryEngineWork } from '../../camunda/retry-engine-work.ts';
import type { Context } from '../../context.ts';
import { audit } from '../../identity/audit.ts';
import type { Caller } from '../../identity/caller.ts';
import { announceWork } from '../../jobs/work-announcements.ts';
import { transaction } from '../../persistence/transaction.ts';
import { closeIncidents } from './job-incident.ts';
import { type JobRetry, retryJob } from './retry-job.ts';

/**
 * Gives what failed new tries, whatever it is, and closes its incident. Throws `conflict` when what failed is gone:
 * nobody has to do anything then.
 */
export function resolveIncident(
  context: Context,
  actor: Pick<Caller, 'userId' | 'name'> | null,
  { id, retries }: JobRetry,
): Promise<Record<string, never>> {
  return transaction(context.database, async () => {
    const incident = await context.sql.one<{ kind: string; configuration: string; instance_id: string }>(
      'SELECT kind, configuration, instance_id FROM incident WHERE id = ?',
      [id],
    );
    if (!incident) throw new AppError('not-found', 'There is no such incident; it may be resolved.', { id });
    const { kind, configuration } = incident;
    if (await retryEngineWork(context, actor, { id: configuration, retries })) return {};
    const table = kind === 'failedExternalTask' ? 'external_task' : 'job';
    if (!(await context.sql.one(`SELECT id FROM ${table} WHERE id = ?`, [configuration])))
      throw new AppError('conflict', 'What had failed is gone; nothing is left to be done.', { id });
    await audit(context, actor, {
      action: 'incident.resolve',
      objectKind: 'incident',
      objectId: id,
      detail: { kind, configuration, retries, instanceId: incident.instance_id },
    });
    if (table === 'job') return retryJob(context, actor, { id: configuration, retries });
    await context.sql.run('UPDATE external_task SET retries = ?, lock_expires_at = NULL WHERE id = ?', [
      retries,
      configuration,
    ]);
    await closeIncidents(context, [configuration]);
    announceWork(context.database);
    return {};
  });
}

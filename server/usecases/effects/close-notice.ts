import type { EffectCall } from '@oneplan/runtime/workers/platform-effects.ts';
import type { Context } from '../../context.ts';
import { audit } from '../../identity/audit.ts';
import { transaction } from '../../persistence/transaction.ts';
import { lockSubject, plannedFor, textVariable } from './effect-subject.ts';

/**
 * Closes the notices of the named kind that this process has open. What this task closed already stays as it is; a
 * notice that was opened again since then is closed only by the task that comes after it.
 */
export function closeNotice(context: Context, call: EffectCall): Promise<void> {
  return transaction(context.database, async () => {
    const subject = await lockSubject(context, call);
    if (!subject) return;
    const planned = plannedFor(subject, subject.bundle.manifest.notices, textVariable(call, 'notice'));
    const notices = await context.sql.all<{ id: string; audience_id: string; closed_by_task: string | null }>(
      'SELECT id, audience_id, closed_by_task FROM notice WHERE instance_id = ? AND heading = ?',
      [subject.instanceId, planned.heading],
    );
    if (notices.some((notice) => notice.closed_by_task === call.taskId)) return;
    for (const notice of notices) {
      if (notice.closed_by_task !== null) continue;
      await context.sql.run('UPDATE notice SET closed_at = ?, closed_by_task = ? WHERE id = ?', [
        context.now(),
        call.taskId,
        notice.id,
      ]);
      await audit(context, null, {
        action: 'notice.closed',
        objectKind: 'notice',
        objectId: notice.id,
        orgUnitId: notice.audience_id,
        detail: { submissionId: subject.record.id, externalTaskId: call.taskId },
      });
    }
  });
}

import type { EffectCall } from '@oneplan/runtime/workers/platform-effects.ts';
import type { Context } from '../../context.ts';
import { audit } from '../../identity/audit.ts';
import { transaction } from '../../persistence/transaction.ts';
import { lockSubject, textVariable } from './effect-subject.ts';
import { writeNotifications } from './notification-rows.ts';
import { holdersOfRecipient } from './recipient-holders.ts';
import { usersBehind } from './users-behind.ts';

/**
 * Tells the task's recipient, resolved for the pupil as things stand today, about the record; with the open task, if
 * that waits for the same people. Told by this task already, or the process has ended: nothing changes.
 */
export function notify(context: Context, call: EffectCall): Promise<void> {
  return transaction(context.database, async () => {
    const subject = await lockSubject(context, call);
    if (!subject) return;
    const { bundle, units, record } = subject;
    const kind = textVariable(call, 'kind');
    const recipient = textVariable(call, 'recipient');
    const holders = await holdersOfRecipient(context, bundle.manifest, units, recipient);
    const written = await writeNotifications(context, call.taskId, await usersBehind(context, holders), {
      kind,
      title: record.title,
      submissionId: record.id,
      taskId: await openTaskOf(context, subject.instanceId, holders),
    });
    if (written === 0) return;
    await audit(context, null, {
      action: 'message.sent',
      objectKind: 'record',
      objectId: record.id,
      orgUnitId: units.class.id,
      detail: { kind, recipients: written, externalTaskId: call.taskId },
    });
  });
}

async function openTaskOf(
  context: Context,
  instanceId: string,
  holders: readonly string[],
): Promise<string | null> {
  if (holders.length === 0) return null;
  const task = await context.sql.one<{ id: string }>(
    `SELECT t.id FROM task t JOIN task_candidate c ON c.task_id = t.id
     WHERE t.instance_id = ? AND t.status = 'open' AND c.holder IN (${holders.map(() => '?').join(',')}) LIMIT 1`,
    [instanceId, ...holders],
  );
  return task?.id ?? null;
}

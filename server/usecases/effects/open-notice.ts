import { calendarOf } from '@oneplan/runtime/calendar/plan-calendar.ts';
import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import { addDuration, parseDuration } from '@oneplan/runtime/model/iso8601.ts';
import type { EffectCall } from '@oneplan/runtime/workers/platform-effects.ts';
import type { Context } from '../../context.ts';
import { audit } from '../../identity/audit.ts';
import type { PublishedBundle } from '../../persistence/published-bundle.ts';
import { unitOfKind } from '../../persistence/subject-units.ts';
import { transaction } from '../../persistence/transaction.ts';
import { presentFields } from '../records/present-fields.ts';
import { componentsFor, lockSubject, plannedFor, textVariable } from './effect-subject.ts';

/**
 * Opens a notice (公示): only the components that the plan lists for it, in words, to the pupil's class, grade or school,
 * for the plan's period. Opened by this task already, or the process has ended: nothing changes.
 */
export function openNotice(context: Context, call: EffectCall): Promise<void> {
  return transaction(context.database, async () => {
    const subject = await lockSubject(context, call);
    const opened = await context.sql.one('SELECT id FROM notice WHERE opened_by_task = ?', [call.taskId]);
    if (!subject || opened) return;
    const { bundle, units, record, form } = subject;
    const planned = plannedFor(subject, bundle.manifest.notices, textVariable(call, 'notice'));
    const audience = unitOfKind(units, planned.audience);
    const now = context.now();
    const id = context.newId();
    await context.sql.insert('notice', [
      {
        id,
        opened_by_task: call.taskId,
        instance_id: subject.instanceId,
        submission_id: record.id,
        student_id: units.studentId,
        audience_id: audience.id,
        heading: planned.heading,
        student_name: units.studentName,
        class_name: units.class.name,
        fields: JSON.stringify(
          presentFields(form.definition, record.data, componentsFor(subject, planned.fields)),
        ),
        opens_at: now,
        closes_at: closingTime(context, bundle, planned.period),
      },
    ]);
    await audit(context, null, {
      action: 'notice.opened',
      objectKind: 'notice',
      objectId: id,
      orgUnitId: audience.id,
      detail: { submissionId: record.id, externalTaskId: call.taskId },
    });
  });
}

/** When the timer of the flow will end the notice: counted by working days where the parameter says so. */
function closingTime(context: Context, bundle: PublishedBundle, key: string): number {
  const parameter = bundle.manifest.parameters.find((candidate) => candidate.key === key);
  const period = parameter?.type === 'duration' ? parseDuration(parameter.value) : undefined;
  if (parameter?.type !== 'duration' || period === undefined)
    throw new AppError('engine-failed', `The plan has no duration parameter "${key}".`, { parameter: key });
  if (parameter.calendar !== 'working-days') return addDuration(context.now(), period);
  return calendarOf(bundle.manifest, context.timeZone).addWorkingDays(context.now(), period);
}

import type { RecordSummary } from '@oneplan/runtime/contracts/api/records.ts';
import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Context } from '../../context.ts';
import { audit } from '../../identity/audit.ts';
import type { Caller } from '../../identity/caller.ts';
import { placeOf } from '../../persistence/subject-units.ts';
import { startInstances } from '../engine/execute-command.ts';
import { bindAttachments } from './attachment-references.ts';
import { checkSubmission } from './check-submission.ts';
import { memberVariables } from './member-variables.ts';
import { type RecordData, sealData } from './record-data.ts';
import { recordForms, recordingFor } from './recording.ts';
import { startVariables } from './start-variables.ts';
import { summariseRecords } from './summarise-records.ts';

interface NewSubmission {
  readonly studentId: string;
  readonly formKey: string;
  readonly data: RecordData;
}

/**
 * A new record and its approval flow, in the caller's transaction: submission, first revision, instance, tasks,
 * history, audit, outbox. The pupil's row is locked, so that two submissions at once cannot pass the cap.
 */
export async function createSubmission(
  context: Context,
  caller: Caller,
  input: NewSubmission,
): Promise<{ record: RecordSummary }> {
  await context.sql.one(`SELECT id FROM student WHERE id = ? ${context.sql.forUpdate}`, [input.studentId]);
  const recording = await recordingFor(context, input.studentId);
  const { bundle, units } = recording;
  const planned = bundle.manifest.records.find((record) => record.form === input.formKey);
  const form = bundle.forms.get(input.formKey);
  if (!planned || !form)
    throw new AppError('not-found', `The plan has no record form "${input.formKey}".`, {
      formKey: input.formKey,
    });
  if (!planned.createdBy.some((role) => mayRecordAs(caller, role, input.studentId))) {
    throw new AppError('forbidden', `"${form.name}" is not recorded by your role.`, {
      formKey: input.formKey,
    });
  }
  const open = (await recordForms(context, recording)).find(
    (candidate) => candidate.formKey === input.formKey,
  );
  if (open?.closed === 'frozen')
    throw new AppError(
      'student-frozen',
      `${units.studentName} is suspended or moved away; nothing can be recorded now.`,
    );
  if (open?.closed === 'cap-reached') {
    throw new AppError(
      'record-cap-reached',
      `This term ${open.used} of ${open.cap} records are made already; no more can be added.`,
      { cap: open.cap },
    );
  }
  const checked = checkSubmission(form, {}, input.data, planned.permission);
  const submission = {
    id: context.newId(),
    formKey: input.formKey,
    title: titleOf(checked, planned.title, form.name),
    revision: 1,
  };
  const data = await bindAttachments(context, form.definition, checked, {
    studentId: input.studentId,
    submissionId: submission.id,
  });
  const instanceId = context.newId();
  const now = context.now();
  const sealed = sealData(context, 'submission.data', data);
  await context.sql.insert('submission', [
    {
      id: submission.id,
      bundle_id: bundle.id,
      form_key: input.formKey,
      student_id: input.studentId,
      school_id: units.school.id,
      class_id: units.class.id,
      term_slot: recording.termSlot,
      instance_id: instanceId,
      title: submission.title,
      state: 'submitted',
      revision: 1,
      data: sealed,
      created_by: caller.userId,
      created_at: now,
      updated_at: now,
    },
  ]);
  await context.sql.insert('submission_revision', [
    {
      submission_id: submission.id,
      revision: 1,
      data: sealed,
      author_id: caller.userId,
      task_id: null,
      element_id: null,
      created_at: now,
    },
  ]);
  const process = bundle.manifest.processes.find((candidate) => candidate.key === planned.process);
  if (!process) throw new AppError('engine-failed', `The plan has no process "${planned.process}".`);
  await startInstances(context, [
    {
      bundle,
      processKey: planned.process,
      instanceId,
      businessKey: submission.id,
      place: placeOf(units),
      record: submission,
      variables: {
        ...startVariables(bundle, process, {
          initiatorId: caller.userId,
          submission,
          studentId: input.studentId,
        }),
        ...(await memberVariables(context, process, units.path)),
      },
      actor: caller,
    },
  ]);
  await context.tables.drafts.delete({
    userId: caller.userId,
    studentId: input.studentId,
    formKey: input.formKey,
  });
  await audit(context, caller, {
    action: 'record.submitted',
    objectKind: 'record',
    objectId: submission.id,
    orgUnitId: units.class.id,
    detail: { studentId: input.studentId, formKey: input.formKey, bundleId: bundle.id },
  });
  const [record] = await summariseRecords(context, caller, [submission.id]);
  if (!record) throw new Error('the record that was just written is not there');
  return { record };
}

function mayRecordAs(caller: Caller, role: string, studentId: string): boolean {
  if (role === 'pupil') return caller.studentId === studentId;
  if (role === 'guardian') return caller.childIds.includes(studentId);
  return caller.standings.some((standing) => standing.role === role);
}

export function titleOf(data: RecordData, component: string, fallback: string): string {
  const value = data[component];
  return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 200) : fallback;
}

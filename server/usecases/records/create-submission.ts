import type { RecordSummary } from '@oneplan/runtime/contracts/api/records.ts';
import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { PlanProcess, PlanRecord } from '@oneplan/runtime/plan/manifest.ts';
import type { Context } from '../../context.ts';
import type { StartOrder } from '../../engine-port.ts';
import { auditRow } from '../../identity/audit.ts';
import type { Caller } from '../../identity/caller.ts';
import { masterDataVersionQuery } from '../../persistence/master-data.ts';
import type { PublishedBundle, PublishedForm } from '../../persistence/published-bundle.ts';
import { places, query } from '../../persistence/sql-statement.ts';
import { placeOf } from '../../persistence/subject-units.ts';
import { WriteBatch } from '../../persistence/write-batch.ts';
import { engineOf } from '../engine/engine.ts';
import { bindAttachments } from './attachment-references.ts';
import { checkReferences } from './check-references.ts';
import { checkSubmission } from './check-submission.ts';
import { checkTermCaps } from './check-term-caps.ts';
import { memberVariables } from './member-variables.ts';
import { type RecordData, sealData } from './record-data.ts';
import { recordForm } from './record-forms.ts';
import { type Recording, recordingQueries, recordings } from './recording.ts';
import { startVariables } from './start-variables.ts';
import { recordSummaries, recordSummaryQueries, summariesOf } from './summarise-records.ts';

interface NewSubmission {
  readonly studentId: string;
  readonly formKey: string;
  readonly data: RecordData;
}

interface Answer {
  readonly record: RecordSummary;
}

/**
 * A new record and its approval flow, in the caller's transaction: submission, first revision, instance, tasks,
 * history, audit, outbox. The pupil's row is locked, so that two submissions at once cannot pass the cap.
 */
export async function createSubmission(
  context: Context,
  caller: Caller,
  input: NewSubmission,
): Promise<Answer> {
  const [answer] = await createSubmissions(context, [{ caller, input }]);
  if (answer instanceof Error) throw answer;
  if (!answer) throw new Error('the record that was just written is not there');
  return answer;
}

/**
 * Records of different pupils in one transaction: their rows are locked by one statement, one packet writes everything.
 * One that is refused has written nothing and is answered with its error.
 */
export async function createSubmissions(
  context: Context,
  calls: readonly { readonly caller: Caller; readonly input: NewSubmission }[],
): Promise<readonly (Answer | Error)[]> {
  const ids = calls.map(({ input }) => input.studentId);
  const [, ...found] = await context.sql.batch([
    query(`SELECT id FROM student WHERE id IN (${places(ids)}) ORDER BY id ${context.sql.forUpdate}`, ids),
    masterDataVersionQuery,
    ...recordingQueries(context, ids),
  ]);
  const recordingOf = await recordings(context, ids, found);
  const answers: (Answer | Error)[] = [];
  const ready: { readonly place: number; readonly caller: Caller; readonly prepared: Prepared }[] = [];
  for (const [place, { caller, input }] of calls.entries()) {
    try {
      const recording = recordingOf.get(input.studentId);
      if (recording instanceof AppError) throw recording;
      if (!recording)
        throw new AppError('not-found', 'There is no pupil with this id.', { id: input.studentId });
      ready.push({ place, caller, prepared: await prepare(context, caller, recording, input) });
    } catch (error) {
      answers[place] = refusal(error);
    }
  }
  const batch = new WriteBatch();
  const outcomes = await engineOf(context).start(
    context,
    batch,
    ready.map(({ prepared }) => prepared.order),
  );
  const through = ready.filter(({ place }, index) => {
    const error = outcomes[index]?.error;
    if (error === undefined) return true;
    answers[place] = refusal(error);
    return false;
  });
  for (const { prepared } of through) batch.add(prepared.rows);
  const records = through.map(({ prepared }) => prepared.submissionId);
  const rows = await batch.flush(context.sql, records.length > 0 ? recordSummaryQueries(records) : []);
  const summaries = summariesOf(rows);
  for (const { place, caller, prepared } of through) {
    const [record] = await recordSummaries(
      context,
      caller,
      [prepared.submissionId],
      summaries(prepared.submissionId),
    );
    answers[place] = record ? { record } : new Error('the record that was just written is not there');
  }
  return answers;
}

/** What the loss of a connection and the like bring about is no refusal: it ends the transaction. */
function refusal(error: unknown): Error {
  if (error instanceof AppError || (error instanceof Error && error.name === 'EngineError')) return error;
  throw error;
}

/** A record that was checked, with the rows that are its own and the order for its flow. */
interface Prepared {
  readonly submissionId: string;
  readonly rows: WriteBatch;
  readonly order: StartOrder;
}

async function prepare(
  context: Context,
  caller: Caller,
  recording: Recording,
  input: NewSubmission,
): Promise<Prepared> {
  const { bundle, units } = recording;
  const { planned, form, process } = plannedRecord(bundle, input.formKey);
  assertRecordable(caller, recording, { planned, form }, input);
  const valid = checkSubmission(form, {}, input.data, planned.permission);
  const checked = await checkReferences(context, caller, form.definition, {}, valid);
  await checkTermCaps(context, form.definition, checked, {
    studentId: input.studentId,
    formKey: input.formKey,
    termSlot: recording.termSlot,
    submissionId: null,
  });
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
  return {
    submissionId: submission.id,
    rows: rowsOf(context, caller, recording, { ...submission, instanceId, studentId: input.studentId, data }),
    order: {
      bundle,
      processKey: process.key,
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
  };
}

function plannedRecord(
  bundle: PublishedBundle,
  formKey: string,
): { planned: PlanRecord; form: PublishedForm; process: PlanProcess } {
  const planned = bundle.manifest.records.find((record) => record.form === formKey);
  const form = bundle.forms.get(formKey);
  if (!planned || !form)
    throw new AppError('not-found', `The plan has no record form "${formKey}".`, { formKey });
  const process = bundle.manifest.processes.find(({ key }) => key === planned.process);
  if (!process) throw new AppError('engine-failed', `The plan has no process "${planned.process}".`);
  return { planned, form, process };
}

function assertRecordable(
  caller: Caller,
  recording: Recording,
  { planned, form }: { readonly planned: PlanRecord; readonly form: PublishedForm },
  { studentId, formKey }: NewSubmission,
): void {
  if (!planned.createdBy.some((role) => mayRecordAs(caller, role, studentId)))
    throw new AppError('forbidden', `"${form.name}" is not recorded by your role.`, { formKey });
  const open = recordForm(recording, planned);
  if (open?.closed === 'frozen')
    throw new AppError(
      'student-frozen',
      `${recording.units.studentName} is suspended or moved away; nothing can be recorded now.`,
    );
  if (open?.closed === 'cap-reached')
    throw new AppError(
      'record-cap-reached',
      `This term ${open.used} of ${open.cap} records are made already; no more can be added.`,
      { cap: open.cap },
    );
}

interface NewRow {
  readonly id: string;
  readonly formKey: string;
  readonly title: string;
  readonly instanceId: string;
  readonly studentId: string;
  readonly data: RecordData;
}

function rowsOf(
  context: Context,
  caller: Caller,
  { bundle, units, termSlot }: Recording,
  { id, formKey, title, instanceId, studentId, data }: NewRow,
): WriteBatch {
  const rows = new WriteBatch();
  const now = context.now();
  const sealed = sealData(context, 'submission.data', data);
  rows.insert('submission', {
    id,
    bundle_id: bundle.id,
    form_key: formKey,
    student_id: studentId,
    school_id: units.school.id,
    class_id: units.class.id,
    term_slot: termSlot,
    instance_id: instanceId,
    title,
    state: 'submitted',
    revision: 1,
    data: sealed,
    created_by: caller.userId,
    created_at: now,
    updated_at: now,
  });
  rows.insert('submission_revision', {
    submission_id: id,
    revision: 1,
    data: sealed,
    author_id: caller.userId,
    task_id: null,
    element_id: null,
    created_at: now,
  });
  rows.delete('draft', { user_id: caller.userId, student_id: studentId, form_key: formKey });
  rows.insert(
    'audit',
    auditRow(context, caller, {
      action: 'record.submitted',
      objectKind: 'record',
      objectId: id,
      orgUnitId: units.class.id,
      detail: { studentId, formKey, bundleId: bundle.id },
    }),
  );
  return rows;
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

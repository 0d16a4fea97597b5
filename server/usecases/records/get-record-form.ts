import type {
  getRecordForm as contract,
  listRecordForms as listContract,
} from '@oneplan/runtime/contracts/api/records.ts';
import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import type { Caller } from '../../identity/caller.ts';
import { formAtStep } from './form-at-step.ts';
import { openData } from './record-data.ts';
import { recordForms } from './record-forms.ts';
import { recordingFor } from './recording.ts';

type Answer = z.input<typeof contract.response>;

export async function listRecordForms(
  context: Context,
  studentId: string,
): Promise<z.input<typeof listContract.response>> {
  const recording = await recordingFor(context, studentId);
  return {
    planName: recording.bundle.manifest.name,
    bundleVersion: recording.bundle.version,
    termSlot: recording.termSlot,
    termName: recording.termName,
    forms: recordForms(recording),
  };
}

export async function getRecordForm(
  context: Context,
  caller: Caller,
  input: { studentId: string; formKey: string },
): Promise<Answer> {
  const recording = await recordingFor(context, input.studentId);
  const form = recordForms(recording).find((candidate) => candidate.formKey === input.formKey);
  const planned = recording.bundle.manifest.records.find((record) => record.form === input.formKey);
  const published = recording.bundle.forms.get(input.formKey);
  if (!form || !planned || !published)
    throw new AppError('not-found', `The plan has no record form "${input.formKey}".`, {
      formKey: input.formKey,
    });
  const draft = await context.tables.drafts.findOne({
    userId: caller.userId,
    studentId: input.studentId,
    formKey: input.formKey,
  });
  return {
    form,
    bundleId: recording.bundle.id,
    definition: formAtStep(published, planned.permission.required).definition as Answer['definition'],
    permission: planned.permission,
    draft: draft && {
      data: { ...openData(context, 'draft.data', draft.data) },
      savedAt: new Date(Number(draft.savedAt)).toISOString(),
    },
  };
}

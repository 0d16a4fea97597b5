import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Context } from '../../context.ts';
import type { Caller } from '../../identity/caller.ts';
import { type RecordData, sealData } from './record-data.ts';

interface Draft {
  readonly studentId: string;
  readonly formKey: string;
  readonly data: RecordData;
}

const maxCharacters = 256 * 1024;

/** Keeps what is filled in so far as it is; it is checked when it is submitted. */
export async function saveDraft(
  context: Context,
  caller: Caller,
  draft: Draft,
): Promise<{ savedAt: string }> {
  if (JSON.stringify(draft.data).length > maxCharacters) {
    throw new AppError('payload-too-large', 'The draft is larger than 256 KB; shorten what is filled in.');
  }
  const savedAt = context.now();
  const place = { userId: caller.userId, studentId: draft.studentId, formKey: draft.formKey };
  const values = { data: sealData(context, 'draft.data', draft.data), savedAt };
  if ((await context.tables.drafts.count(place)) > 0) await context.tables.drafts.update(place, values);
  else await context.tables.drafts.insert({ ...place, ...values });
  return { savedAt: new Date(savedAt).toISOString() };
}

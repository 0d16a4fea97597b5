import type { getRecord as contract } from '@oneplan/runtime/contracts/api/records.ts';
import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import type { Caller } from '../../identity/caller.ts';
import { loadBundle } from '../../persistence/published-bundle.ts';
import { openData } from './record-data.ts';
import { summariseRecords } from './summarise-records.ts';

type Answer = z.input<typeof contract.response>;

export async function getRecord(context: Context, caller: Caller, id: string): Promise<Answer> {
  const row = await context.sql.one<{ bundle_id: string; form_key: string; data: string }>(
    'SELECT bundle_id, form_key, data FROM submission WHERE id = ?',
    [id],
  );
  const [record] = await summariseRecords(context, caller, [id]);
  if (!row || !record)
    throw new AppError('not-found', 'There is no record with this id.', { kind: 'record', id });
  const bundle = await loadBundle(context, row.bundle_id);
  const form = bundle.forms.get(row.form_key);
  if (!form) throw new AppError('engine-failed', `The plan of this record has no form "${row.form_key}".`);
  return {
    record,
    bundleVersion: bundle.version,
    definition: form.definition as Answer['definition'],
    data: openData(context, 'submission.data', row.data),
  };
}

export async function listRecords(context: Context, caller: Caller, studentId: string) {
  const rows = await context.sql.all<{ id: string }>(
    'SELECT id FROM submission WHERE student_id = ? ORDER BY created_at DESC, id DESC LIMIT 500',
    [studentId],
  );
  return {
    items: await summariseRecords(
      context,
      caller,
      rows.map((row) => row.id),
    ),
  };
}

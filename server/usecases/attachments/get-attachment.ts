import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Context } from '../../context.ts';
import type { AttachmentRow } from '../../persistence/tables.ts';

export async function getAttachment(
  context: Context,
  id: string,
): Promise<{ row: AttachmentRow; bytes: Buffer }> {
  const row = await context.tables.attachments.findOne({ id });
  if (!row)
    throw new AppError('not-found', 'There is no attachment with this id.', { kind: 'attachment', id });
  return { row, bytes: await context.files.get(row.sha256) };
}

import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import { type FormDefinition, isPlainObject } from '@oneplan/runtime/forms/definition.ts';
import type { Context } from '../../context.ts';
import type { AttachmentRow } from '../../persistence/tables.ts';
import { mapValues, type Rewrite } from './map-values.ts';

type Data = Readonly<Record<string, unknown>>;
const reference = /^\/api\/attachments\/([0-9a-f-]{36})$/;

function mapFiles(definition: FormDefinition, data: Data, rewrite: Rewrite): Data {
  return mapValues(definition, data, ({ type }) => (type === 'file' ? rewrite : undefined));
}

export function attachmentIds(definition: FormDefinition, data: Data): string[] {
  const ids: string[] = [];
  mapFiles(definition, data, (file) => {
    const url = isPlainObject(file) ? file.url : undefined;
    const id = typeof url === 'string' ? reference.exec(url)?.[1] : undefined;
    if (id) ids.push(id);
    return file;
  });
  return ids;
}

export function fileValue(
  row: Pick<AttachmentRow, 'id' | 'name' | 'size' | 'mediaType'>,
): Record<string, unknown> {
  return {
    storage: 'oneplan',
    name: row.id,
    originalName: row.name,
    size: Number(row.size),
    type: row.mediaType,
    url: `/api/attachments/${row.id}`,
  };
}

/**
 * Replaces every file value by what was really uploaded for this pupil, and ties the uploads to the record.
 * Throws `validation-failed` with the path for a file that was never uploaded here, or belongs to somebody else.
 */
export async function bindAttachments(
  context: Context,
  definition: FormDefinition,
  data: Data,
  record: { readonly studentId: string; readonly submissionId: string },
): Promise<Data> {
  const ids = attachmentIds(definition, data);
  const rows = ids.length === 0 ? [] : await context.tables.attachments.find({ id: ids });
  const mine = new Map(
    rows
      .filter(
        (row) =>
          row.studentId === record.studentId &&
          (row.submissionId === null || row.submissionId === record.submissionId),
      )
      .map((row) => [row.id, row]),
  );
  const bound = mapFiles(definition, data, (file, path) => {
    const url = isPlainObject(file) ? file.url : undefined;
    const row = mine.get((typeof url === 'string' && reference.exec(url)?.[1]) || '');
    if (!row) {
      throw new AppError(
        'validation-failed',
        `The file at ${path} was not uploaded for this pupil; upload it again.`,
        {
          errors: [{ path, key: path, label: path, rule: 'attachment', params: {} }],
        },
      );
    }
    return fileValue(row);
  });
  if (mine.size > 0)
    await context.tables.attachments.update({ id: [...mine.keys()] }, { submissionId: record.submissionId });
  return bound;
}

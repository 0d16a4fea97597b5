import { basename } from 'node:path';
import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Context } from '../../context.ts';
import { type CleanFile, cleanUpload } from '../../files/clean-upload.ts';
import { audit } from '../../identity/audit.ts';
import type { Caller } from '../../identity/caller.ts';
import { transaction } from '../../persistence/transaction.ts';

interface Upload {
  readonly studentId: string;
  readonly name: string;
  readonly bytes: Buffer;
}

/** Stores a cleaned file for a pupil. It belongs to no record until one is submitted with it. */
export async function createAttachment(context: Context, caller: Caller, upload: Upload) {
  if (upload.bytes.length === 0) throw new AppError('invalid-request', 'The file is empty.');
  const file = await cleanUpload(upload.bytes);
  const row = {
    id: context.newId(),
    studentId: upload.studentId,
    submissionId: null,
    name: cleanName(upload.name, file),
    mediaType: file.mediaType,
    size: file.bytes.length,
    sha256: await context.files.put(file.bytes),
    createdBy: caller.userId,
    createdAt: context.now(),
  };
  await transaction(context.database, async () => {
    await context.tables.attachments.insert(row);
    await audit(context, caller, {
      action: 'attachment.created',
      objectKind: 'attachment',
      objectId: row.id,
      detail: { studentId: upload.studentId, type: row.mediaType, size: row.size },
    });
  });
  return {
    id: row.id,
    name: row.name,
    type: row.mediaType,
    size: row.size,
    url: `/api/attachments/${row.id}`,
  };
}

const endings: Readonly<Record<CleanFile['mediaType'], string>> = {
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'application/pdf': '.pdf',
};

/** Keeps what a person would call the file; no path, no control characters, and the ending of what it really is. */
function cleanName(name: string, file: CleanFile): string {
  const bare = basename(name.replaceAll('\\', '/'))
    .normalize('NFC')
    .replace(/[\p{C}<>:"|?*]/gu, '')
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .slice(0, 120)
    .trim();
  return `${bare || 'file'}${endings[file.mediaType]}`;
}

import type { Endpoint } from '@oneplan/runtime/contracts/endpoint.ts';
import type { Context } from '../context.ts';
import { audit } from '../identity/audit.ts';
import type { Caller } from '../identity/caller.ts';
import type { TargetFacts } from '../identity/targets.ts';
import { transaction } from '../persistence/transaction.ts';

/** The permissions that open a pupil's file. */
const fileReads = new Set<string>([
  'record.read',
  'attachment.read',
  'instance.read',
  'archive.read',
  'task.read',
  'student.list',
]);

/** Every read of a pupil's file leaves a line in the audit log, before the file is shown. */
export async function logFileRead(
  context: Context,
  caller: Caller,
  endpoint: Endpoint,
  objectId: string,
  target: TargetFacts,
): Promise<void> {
  if (endpoint.method !== 'GET' || !fileReads.has(endpoint.permission)) return;
  await transaction(context.database, () =>
    audit(context, caller, {
      action: 'pupil-file.read',
      objectKind: endpoint.target?.kind ?? '',
      objectId,
      detail: { endpoint: endpoint.id, ...(target.studentId ? { studentId: target.studentId } : {}) },
    }),
  );
}

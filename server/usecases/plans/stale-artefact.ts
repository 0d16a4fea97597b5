import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Context } from '../../context.ts';
import type { ArtefactRow } from '../../persistence/tables.ts';
import { peopleNames } from './people-names.ts';

/** Compressing proxies turn a strong ETag into a weak one (`W/"3"`): both are read. */
export function revisionOf(ifMatch: string): number {
  const revision = /^(?:W\/)?"(\d{1,9})"$/.exec(ifMatch.trim())?.[1];
  if (revision === undefined)
    throw new AppError('invalid-request', 'If-Match must hold the one ETag that was read, e.g. "3".', {
      ifMatch,
    });
  return Number(revision);
}

/** The refusal of whoever has not seen the last revision; says who saved it, and when. */
export async function staleArtefact(
  context: Context,
  saved: ArtefactRow,
  expected: number,
): Promise<AppError> {
  const savedAt = new Date(saved.updatedAt).toISOString();
  const savedBy = (await peopleNames(context, [saved.updatedBy])).get(saved.updatedBy ?? '') ?? null;
  return new AppError(
    'revision-stale',
    `${savedBy ?? 'Somebody'} saved "${saved.name}" at ${savedAt}, after you opened it; nothing of yours was saved. Load it again and bring your changes in.`,
    { kind: saved.kind, key: saved.artefactKey, expected, revision: saved.revision, savedAt, savedBy },
  );
}

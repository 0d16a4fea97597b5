import { createHash } from 'node:crypto';
import type { Context } from '../../context.ts';
import { currentTransaction, type Database } from '../../persistence/database.ts';
import { Recent } from '../../persistence/recent.ts';
import { places } from '../../persistence/sql-statement.ts';
import type { ArtefactRow } from '../../persistence/tables.ts';
import { draftFingerprint } from './draft-content.ts';
import { contentOf } from './require-layer.ts';

/** A draft as lists tell of it, without what is in its files. */
export interface DraftState {
  /** The identity that it would have as a version; null when it can not become one. */
  readonly fingerprint: string | null;
  /** The file that was changed last; null where nobody has changed any since the layer began. */
  readonly lastEdit: { readonly at: number; readonly by: string | null } | null;
}

interface Layer {
  readonly id: string;
  readonly planKey: string;
}

interface FileRow {
  layer_id: string;
  kind: string;
  artefact_key: string;
  revision: number;
  updated_at: number;
  updated_by: string | null;
}

/** Drafts whose fingerprint is kept, by the revisions of their files. */
const keptDrafts = 5_000;
/** Drafts that are read at once. */
const readAtOnce = 40;

const kept = new WeakMap<Database, Recent<{ stamp: string; fingerprint: string | null }>>();

/**
 * How the drafts of layers stand. Files are read only of those that have changed since they were asked for last, so that
 * a list of many layers costs one statement.
 */
export async function draftStates(
  context: Context,
  layers: readonly Layer[],
): Promise<ReadonlyMap<string, DraftState>> {
  if (layers.length === 0) return new Map();
  const known = kept.get(context.database) ?? new Recent(keptDrafts);
  kept.set(context.database, known);
  const files = byLayer(
    await context.sql.all<FileRow>(
      `SELECT layer_id, kind, artefact_key, revision, updated_at, updated_by FROM artefact
       WHERE layer_id IN (${places(layers)}) ORDER BY layer_id, kind, artefact_key`,
      layers.map(({ id }) => id),
    ),
    ({ layer_id }) => layer_id,
  );
  const stamps = new Map(layers.map(({ id }) => [id, stampOf(files.get(id) ?? [])]));
  const stale = layers.filter(({ id }) => known.peek(id)?.stamp !== stamps.get(id));
  const read = new Map<string, string | null>();
  for (let start = 0; start < stale.length; start += readAtOnce)
    for (const [id, fingerprint] of await readFingerprints(context, stale.slice(start, start + readAtOnce)))
      read.set(id, fingerprint);
  // What a transaction has written may never come to be.
  if (currentTransaction() === undefined)
    for (const [id, fingerprint] of read) known.keep(id, { stamp: stamps.get(id) ?? '', fingerprint });
  return new Map(
    layers.map(({ id }) => [
      id,
      {
        fingerprint: (read.has(id) ? read.get(id) : known.peek(id)?.fingerprint) ?? null,
        lastEdit: lastEdit(files.get(id) ?? []),
      },
    ]),
  );
}

/** Other stamps are other drafts: a file that is taken out and added again begins with another instant. */
function stampOf(files: readonly FileRow[]): string {
  const hash = createHash('sha256');
  for (const { kind, artefact_key, revision, updated_at } of files)
    hash.update(`${kind}/${artefact_key}/${revision}/${updated_at}\n`);
  return hash.digest('base64');
}

async function readFingerprints(
  { tables }: Context,
  layers: readonly Layer[],
): Promise<[id: string, fingerprint: string | null][]> {
  const drafts = byLayer<ArtefactRow>(
    await tables.artefacts.find({ layerId: layers.map(({ id }) => id) }),
    ({ layerId }) => layerId,
  );
  return Promise.all(
    layers.map(async ({ id, planKey }) => [
      id,
      await draftFingerprint(planKey, (drafts.get(id) ?? []).map(contentOf)),
    ]),
  );
}

function byLayer<Row>(rows: readonly Row[], layerOf: (row: Row) => string): ReadonlyMap<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(layerOf(row));
    if (group) group.push(row);
    else groups.set(layerOf(row), [row]);
  }
  return groups;
}

function lastEdit(files: readonly FileRow[]): DraftState['lastEdit'] {
  const [last] = files
    .filter(({ revision }) => Number(revision) > 1)
    .sort((a, b) => Number(b.updated_at) - Number(a.updated_at));
  return last ? { at: Number(last.updated_at), by: last.updated_by } : null;
}

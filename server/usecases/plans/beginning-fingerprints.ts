import { fingerprint, webDigest } from '@oneplan/runtime/plan/fingerprint.ts';
import type { Context } from '../../context.ts';
import type { Database } from '../../persistence/database.ts';
import { loadBundle } from '../../persistence/published-bundle.ts';
import { Recent } from '../../persistence/recent.ts';
import { contentOfBundle } from './bundle-artefacts.ts';

/** Versions never change, so one that was read is read. */
const keptVersions = 5_000;
const kept = new WeakMap<Database, Recent<string>>();

/** The fingerprints of drafts that begin from versions and have not been changed, by the versions’ ids: see `artefactsToExtend`. */
export async function beginningFingerprints(
  context: Context,
  bundleIds: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const known = kept.get(context.database) ?? new Recent<string>(keptVersions);
  kept.set(context.database, known);
  const found = new Map<string, string>();
  for (const id of new Set(bundleIds)) {
    if (id === null) continue;
    const made = await known.get(id, async () => {
      const { scenarios: _, ...content } = contentOfBundle(await loadBundle(context, id));
      return fingerprint(content, webDigest);
    });
    if (made !== null) found.set(id, made);
  }
  return found;
}

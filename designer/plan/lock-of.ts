import type { LayerSummary } from '@oneplan/runtime/contracts/api/plans.ts';
import type { PlanManifest } from '@oneplan/runtime/plan/manifest.ts';
import type { ArtefactRef } from './artefact-ref.ts';

export type PlanLock = PlanManifest['forms'][number]['lock'];

/** The lock that the manifest puts on a form or flow as a whole. */
export function lockOf(manifest: PlanManifest | null, { kind, key }: ArtefactRef): PlanLock | undefined {
  if ((kind !== 'form' && kind !== 'process') || !manifest) return undefined;
  const entries: readonly { readonly key: string; readonly lock: PlanLock }[] =
    kind === 'form' ? manifest.forms : manifest.processes;
  return entries.find((entry) => entry.key === key)?.lock;
}

/** Whether the layer above keeps it from being changed here. At the top of a plan nobody is above. */
export function isLockedFor(
  layer: Pick<LayerSummary, 'extends'>,
  manifest: PlanManifest | null,
  artefact: ArtefactRef,
): boolean {
  return layer.extends !== null && lockOf(manifest, artefact)?.class === 'LOCKED';
}

import type { LayerSummary } from '@oneplan/runtime/contracts/api/plans.ts';
import type { PlanManifest } from '@oneplan/runtime/plan/manifest.ts';
import type { ArtefactRef } from './artefact-ref.ts';

export type PlanLock = PlanManifest['forms'][number]['lock'];

/** An artefact as the manifest lists it. */
export interface ListedArtefact {
  readonly key: string;
  readonly name: string;
  readonly file: string;
  readonly code?: string | undefined;
  readonly lock: PlanLock;
}

/** What the manifest lists of a kind; it does not list itself. */
export function entriesOf(
  { forms, processes, decisions = [] }: Pick<PlanManifest, 'forms' | 'processes' | 'decisions'>,
  kind: ArtefactRef['kind'],
): readonly ListedArtefact[] {
  return { manifest: [], scenario: [], form: forms, process: processes, decision: decisions }[kind];
}

/** The lock that the manifest puts on a form, flow or decision as a whole. */
export function lockOf(manifest: PlanManifest | null, { kind, key }: ArtefactRef): PlanLock | undefined {
  if (!manifest) return undefined;
  return entriesOf(manifest, kind).find((entry) => entry.key === key)?.lock;
}

/** Whether the layer above keeps it from being changed here. At the top of a plan nobody is above. */
export function isLockedFor(
  layer: Pick<LayerSummary, 'extends'>,
  manifest: PlanManifest | null,
  artefact: ArtefactRef,
): boolean {
  return layer.extends !== null && lockOf(manifest, artefact)?.class === 'LOCKED';
}

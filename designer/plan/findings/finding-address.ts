import { addresses, addressOf, placeParameter } from '../addresses.ts';
import type { ArtefactRef } from '../artefact-ref.ts';
import type { ManifestPlace } from './manifest-place.ts';

interface FoundIn {
  /** What is found of cohorts is about the versions, not about the draft. */
  readonly rule?: string;
  /** The file that the finding is about; null: the plan as a whole. */
  readonly artefact: ArtefactRef | null;
  /** Where in the manifest, if it is about that. */
  readonly inManifest: ManifestPlace | null;
  /** Key of the component or id of the element. */
  readonly place: string | undefined;
}

/** The page where a finding can be mended, led to the place; null where there is none. */
export function findingAddress(
  layerId: string,
  { rule, artefact, inManifest, place }: FoundIn,
): string | null {
  if (rule?.startsWith('cohort-')) return addresses.versions(layerId);
  if (artefact === null) return null;
  if (artefact.kind === 'scenario') return addressOf(layerId, artefact);
  const mended = inManifest?.artefact ?? artefact;
  const to = place ?? inManifest?.entry;
  const at = to === undefined ? '' : `?${new URLSearchParams({ [placeParameter]: to })}`;
  return `${addressOf(layerId, mended, inManifest?.page ?? undefined)}${at}`;
}

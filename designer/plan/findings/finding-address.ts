import { addressOf, placeParameter } from '../addresses.ts';
import type { ArtefactRef } from '../artefact-ref.ts';
import type { ManifestPlace } from './manifest-place.ts';

interface FoundIn {
  /** The file that the finding is about; null: the plan as a whole. */
  readonly artefact: ArtefactRef | null;
  /** Where in the manifest, if it is about that. */
  readonly inManifest: ManifestPlace | null;
  /** Key of the component or id of the element. */
  readonly place: string | undefined;
}

/** The page where a finding can be mended, led to the place; null where there is none. */
export function findingAddress(layerId: string, { artefact, inManifest, place }: FoundIn): string | null {
  if (artefact === null) return null;
  if (artefact.kind === 'scenario') return addressOf(layerId, artefact);
  const mended = inManifest?.artefact ?? artefact;
  const to = place ?? inManifest?.entry;
  const at = to === undefined ? '' : `?${new URLSearchParams({ [placeParameter]: to })}`;
  return `${addressOf(layerId, mended, inManifest?.page ?? undefined)}${at}`;
}

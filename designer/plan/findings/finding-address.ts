import type { PlanManifest } from '@oneplan/runtime/plan/manifest.ts';
import { addressOf, placeParameter, type SettingPage } from '../addresses.ts';
import type { ArtefactRef } from '../artefact-ref.ts';
import type { PlanFinding } from './finding-sentence.ts';

type Listed = Pick<PlanManifest, 'forms' | 'processes'>;

const pageOfMember: Readonly<Record<string, SettingPage>> = {
  parameters: 'parameters',
  notices: 'notices',
  archive: 'archive',
  roles: 'roles',
  legalBasis: 'basis',
};

/** The page where a finding can be mended, led to the place; null where there is none. */
export function findingAddress(
  layerId: string,
  manifest: Listed | null,
  artefact: ArtefactRef | null,
  { path, elementId }: Pick<PlanFinding, 'path' | 'elementId'>,
  place: string | undefined,
): string | null {
  if (artefact === null) return null;
  const at = place === undefined ? '' : `?${new URLSearchParams({ [placeParameter]: place })}`;
  if (artefact.kind !== 'manifest') return `${addressOf(layerId, artefact)}${at}`;
  const [, member, index] = (path ?? '').split('/');
  if (member === 'processes' || member === 'forms') {
    const entry = manifest?.[member][Number(index)];
    if (entry) {
      const page = addressOf(layerId, { kind: member === 'forms' ? 'form' : 'process', key: entry.key });
      return elementId === undefined
        ? page
        : `${page}?${new URLSearchParams({ [placeParameter]: elementId })}`;
    }
  }
  return addressOf(layerId, artefact, pageOfMember[member ?? '']);
}

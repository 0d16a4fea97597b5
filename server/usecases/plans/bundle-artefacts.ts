import { type BundleContent, bundleFiles } from '@oneplan/runtime/plan/bundle-content.ts';
import type { PublishedBundle } from '../../persistence/published-bundle.ts';
import { artefactsOfFiles, type PlanArtefact } from './plan-artefact.ts';

/** What the fingerprint of a bundle is taken over. */
export function contentOfBundle(bundle: PublishedBundle): BundleContent {
  return {
    manifest: bundle.manifest,
    forms: Object.fromEntries([...bundle.forms].map(([key, { definition }]) => [key, definition])),
    processes: Object.fromEntries([...bundle.processes].map(([key, { xml }]) => [key, { xml }])),
    ...(Object.keys(bundle.scenarios).length > 0 && { scenarios: bundle.scenarios }),
  };
}

/** A published version as artefacts. */
export function artefactsOfBundle(bundle: PublishedBundle): PlanArtefact[] {
  return artefactsOfFiles(bundle.manifest, bundleFiles(contentOfBundle(bundle)));
}

/**
 * What a layer below begins with: the version without its scenarios. They record how the flows go at the authority that
 * published it; a layer that adds a step goes otherwise, and is held to what is locked, not to how it was recorded.
 */
export function artefactsToExtend(bundle: PublishedBundle): PlanArtefact[] {
  return artefactsOfBundle(bundle).filter(({ kind }) => kind !== 'scenario');
}

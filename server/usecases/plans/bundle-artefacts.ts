import { type BundleContent, bundleFiles } from '@oneplan/runtime/plan/bundle-content.ts';
import type { PublishedBundle } from '../../persistence/published-bundle.ts';
import { artefactsOfFiles, type PlanArtefact } from './plan-artefact.ts';

/** What the fingerprint of a bundle is taken over. */
export function contentOfBundle(bundle: PublishedBundle): BundleContent {
  return {
    manifest: bundle.manifest,
    forms: Object.fromEntries([...bundle.forms].map(([key, { definition }]) => [key, definition])),
    processes: Object.fromEntries([...bundle.processes].map(([key, { xml }]) => [key, { xml }])),
  };
}

/** A published version as the artefacts that a layer starts from. */
export function artefactsOfBundle(bundle: PublishedBundle): PlanArtefact[] {
  return artefactsOfFiles(bundle.manifest, bundleFiles(contentOfBundle(bundle)));
}

import { type BundleContent, bundleFiles } from '@oneplan/runtime/plan/bundle-content.ts';
import type { PublishedBundle } from '../../persistence/published-bundle.ts';
import { artefactsOfFiles, type PlanArtefact } from './plan-artefact.ts';

/** What the fingerprint of a bundle is taken over. */
export function contentOfBundle(bundle: PublishedBundle): BundleContent {
  return {
    manifest: bundle.manifest,
    forms: Object.fromEntries([...bundle.forms].map(([key, { definition }]) => [key, definition])),
    processes: Object.fromEntries([...bundle.processes].map(([key, { xml }]) => [key, { xml }])),
    ...decisionsOf(bundle),
    ...(Object.keys(bundle.scenarios).length > 0 && { scenarios: bundle.scenarios }),
  };
}

/** The decisions that the plan lists; what they require is in their files. */
function decisionsOf({ manifest, decisionFiles }: PublishedBundle): Pick<BundleContent, 'decisions'> {
  const listed = manifest.decisions ?? [];
  if (listed.length === 0) return {};
  return {
    decisions: Object.fromEntries(listed.map(({ key }) => [key, { xml: decisionFiles.get(key) ?? '' }])),
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

import type { BundleContent } from '@oneplan/runtime/plan/bundle-content.ts';
import { contentOfFiles } from '@oneplan/runtime/plan/content-of-files.ts';
import { fingerprint, webDigest } from '@oneplan/runtime/plan/fingerprint.ts';
import { filesOfArtefacts, type PlanArtefact, readManifestArtefact } from './plan-artefact.ts';

type Draft = readonly Pick<PlanArtefact, 'kind' | 'key' | 'content'>[];

/**
 * A draft as the content of a version, as far as it goes: a form that is missing or can not be read is left out. Null
 * when the manifest can not be read.
 */
export function draftContent(planKey: string, draft: Draft): BundleContent | null {
  const manifest = readManifestArtefact(draft);
  if (!manifest || manifest.key !== planKey) return null;
  return contentOfFiles(manifest, filesOfArtefacts(planKey, draft));
}

/** The identity that the draft would have as a version; null when it can not become one. */
export async function draftFingerprint(planKey: string, draft: Draft): Promise<string | null> {
  const content = draftContent(planKey, draft);
  return content && fingerprint(content, webDigest);
}

import type { getBundle } from '@oneplan/runtime/contracts/api/plans.ts';
import type { PlanManifest } from '@oneplan/runtime/plan/manifest.ts';
import type { AnswerOf } from '@oneplan/runtime/ui/api/client.ts';
import type { ArtefactRef } from '../artefact-ref.ts';
import { readManifestText } from '../workbench/use-manifest.ts';

export interface BundleFile extends ArtefactRef {
  readonly name: string;
  readonly code?: string;
  readonly content: string;
}

/** The forms and flows of a published version under the names that its own manifest gives them. */
export function bundleFiles(files: AnswerOf<typeof getBundle>['files']): readonly BundleFile[] {
  const text = files.find(({ kind }) => kind === 'manifest')?.content;
  const manifest = text === undefined ? null : readManifestText(text);
  return files
    .filter(({ kind }) => kind === 'form' || kind === 'process')
    .map((file) => {
      const entry = entryOf(manifest, file);
      return { ...file, name: entry?.name ?? file.key, code: entry?.code };
    });
}

function entryOf(manifest: PlanManifest | null, { kind, key }: ArtefactRef) {
  const entries: readonly { readonly key: string; readonly name: string; readonly code?: string }[] =
    (kind === 'form' ? manifest?.forms : manifest?.processes) ?? [];
  return entries.find((entry) => entry.key === key);
}

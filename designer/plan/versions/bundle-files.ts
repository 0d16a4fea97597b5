import type { getBundle } from '@oneplan/runtime/contracts/api/plans.ts';
import type { AnswerOf } from '@oneplan/runtime/ui/api/client.ts';
import type { ArtefactRef } from '../artefact-ref.ts';
import { entriesOf } from '../lock-of.ts';
import { readManifestText } from '../workbench/use-manifest.ts';

export interface BundleFile extends ArtefactRef {
  readonly name: string;
  readonly code?: string;
  readonly content: string;
}

/** The forms, flows and decisions of a published version under the names that its own manifest gives them. */
export function bundleFiles(files: AnswerOf<typeof getBundle>['files']): readonly BundleFile[] {
  const text = files.find(({ kind }) => kind === 'manifest')?.content;
  const manifest = text === undefined ? null : readManifestText(text);
  return files
    .filter(({ kind }) => kind !== 'manifest' && kind !== 'scenario')
    .map((file) => {
      const entry = manifest ? entriesOf(manifest, file.kind).find(({ key }) => key === file.key) : undefined;
      return { ...file, name: entry?.name ?? file.key, code: entry?.code };
    });
}

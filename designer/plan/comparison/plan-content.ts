import type { FormDefinition } from '@oneplan/runtime/forms/definition.ts';
import type { BundleContent } from '@oneplan/runtime/plan/bundle-content.ts';
import type { ArtefactRef } from '../artefact-ref.ts';
import { readForm } from '../findings/finding-place.ts';
import { readManifestText } from '../workbench/use-manifest.ts';

interface PlanFile extends ArtefactRef {
  readonly content: string;
}

/** A plan from the files of a draft or a version; a form that cannot be read is left out. Null: the manifest cannot. */
export function planContent(files: readonly PlanFile[]): BundleContent | null {
  const text = files.find(({ kind }) => kind === 'manifest')?.content;
  const manifest = text === undefined ? null : readManifestText(text);
  if (manifest === null) return null;
  const forms: Record<string, FormDefinition> = {};
  const processes: Record<string, { xml: string }> = {};
  const decisions: Record<string, { xml: string }> = {};
  for (const { kind, key, content } of files) {
    if (kind === 'decision') decisions[key] = { xml: content };
    if (kind === 'process') processes[key] = { xml: content };
    const form = kind === 'form' ? readForm(content) : null;
    if (form) forms[key] = form as unknown as FormDefinition;
  }
  return { manifest, forms, processes, ...(manifest.decisions && { decisions }) };
}

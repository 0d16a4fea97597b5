import type { PlanUnderCheck } from '@oneplan/runtime/plan/checks/plan-under-check.ts';
import { PlanReport } from '@oneplan/runtime/plan/finding.ts';
import { formPath, manifestPath, processPath } from '@oneplan/runtime/plan/plan-files.ts';
import { readDecisionFiles } from '@oneplan/runtime/plan/read-decision-files.ts';
import { readForms } from '@oneplan/runtime/plan/read-forms.ts';
import { readManifest } from '@oneplan/runtime/plan/read-manifest.ts';
import { readProcesses } from '@oneplan/runtime/plan/read-processes.ts';
import type { ArtefactRef } from '../../artefact-ref.ts';
import { entriesOf } from '../../lock-of.ts';
import { readManifestText } from '../../workbench/use-manifest.ts';

/** A draft as files: path and text of each. */
export type DraftFiles = readonly (readonly [path: string, text: string])[];

/** Where the artefacts of a draft stand among the files of its plan; what the manifest does not list is left out, scenarios as well. */
export function draftFiles(
  planKey: string,
  artefacts: readonly (ArtefactRef & { readonly content: string })[],
): DraftFiles {
  const text = artefacts.find(({ kind }) => kind === 'manifest')?.content;
  const manifest = text === undefined ? null : readManifestText(text);
  return artefacts.flatMap(({ kind, key, content }): [string, string][] => {
    if (kind === 'manifest') return [[manifestPath(planKey), content]];
    if (kind === 'scenario') return [];
    const entries = manifest ? entriesOf(manifest, kind) : [];
    const file = entries.find((entry) => entry.key === key)?.file;
    if (file === undefined) return [];
    return [[kind === 'form' ? formPath(planKey, file) : processPath(planKey, file), content]];
  });
}

/** What of a draft can be used; null when its manifest cannot. Forms, flows and decisions with faults are left out. */
export async function readDraft(planKey: string, files: DraftFiles): Promise<PlanUnderCheck | null> {
  const report = new PlanReport();
  const byPath = new Map(files);
  const manifest = readManifest(byPath, planKey, report);
  if (!manifest) return null;
  const forms = readForms(manifest, byPath, report);
  return {
    manifest,
    forms,
    processes: await readProcesses(manifest, byPath, report),
    decisions: await readDecisionFiles(manifest, byPath, report),
  };
}

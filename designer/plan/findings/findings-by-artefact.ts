import type { PlanManifest } from '@oneplan/runtime/plan/manifest.ts';
import { formPath, manifestPath, processPath, scenarioKeyOf } from '@oneplan/runtime/plan/plan-files.ts';
import { type ArtefactRef, type ArtefactSummary, manifestRef, sameArtefact } from '../artefact-ref.ts';
import type { PlanFinding } from './finding-sentence.ts';

export interface FindingGroup {
  /** null: about the plan as a whole, or about a file that the draft does not have. */
  readonly artefact: ArtefactSummary | null;
  readonly findings: readonly PlanFinding[];
}

type ListedFiles = Pick<PlanManifest, 'forms' | 'processes' | 'decisions'>;

const kindOfEnding: Readonly<Record<string, ArtefactRef['kind']>> = {
  'form.json': 'form',
  bpmn: 'process',
  dmn: 'decision',
};

/** The artefact that stands in a file of the plan. */
export function artefactOfFile(
  planKey: string,
  manifest: ListedFiles | null,
  file: string | undefined,
): ArtefactRef | null {
  if (file === undefined) return null;
  if (file === manifestPath(planKey)) return manifestRef;
  const form = manifest?.forms.find((entry) => formPath(planKey, entry.file) === file);
  if (form) return { kind: 'form', key: form.key };
  const process = manifest?.processes.find((entry) => processPath(planKey, entry.file) === file);
  if (process) return { kind: 'process', key: process.key };
  const scenario = scenarioKeyOf(planKey, file);
  if (scenario !== undefined) return { kind: 'scenario', key: scenario };
  const decision = manifest?.decisions?.find((entry) => processPath(planKey, entry.file) === file);
  if (decision) return { kind: 'decision', key: decision.key };
  // Files that no entry lists stand under their key.
  const [, key, ending = ''] =
    /^(?:forms|processes)\/[^/]+\/([^/]+?)\.(form\.json|bpmn|dmn)$/.exec(file) ?? [];
  const kind = kindOfEnding[ending];
  return key === undefined || kind === undefined ? null : { kind, key };
}

/** Findings by what they are about, in the order of the draft; those about the whole plan come first. */
export function findingsByArtefact(
  findings: readonly PlanFinding[],
  draft: {
    readonly planKey: string;
    readonly manifest: ListedFiles | null;
    readonly artefacts: readonly ArtefactSummary[];
  },
): readonly FindingGroup[] {
  const placed = findings.map((finding) => {
    const ref = artefactOfFile(draft.planKey, draft.manifest, finding.file);
    const index = ref ? draft.artefacts.findIndex((artefact) => sameArtefact(artefact, ref)) : -1;
    return { finding, index };
  });
  return [...new Set(placed.map(({ index }) => index))]
    .sort((a, b) => a - b)
    .map((index) => ({
      artefact: draft.artefacts[index] ?? null,
      findings: placed.filter((one) => one.index === index).map(({ finding }) => finding),
    }));
}

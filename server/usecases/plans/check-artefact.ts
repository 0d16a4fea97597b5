import { deployable } from '@oneplan/runtime/model/deployable.ts';
import { PlanReport } from '@oneplan/runtime/plan/finding.ts';
import { manifestPath } from '@oneplan/runtime/plan/plan-files.ts';
import { readForm } from '@oneplan/runtime/plan/read-forms.ts';
import { readManifest } from '@oneplan/runtime/plan/read-manifest.ts';
import type { PlanArtefact } from './plan-artefact.ts';
import { findingOnWire, type WireFinding } from './plan-problem.ts';

type Check = (file: string, content: string, planKey: string) => Promise<WireFinding[]>;

/** What a draft must never hold, one line a kind: syntax, code, what the engine can not execute, over-large input. */
const checks: Readonly<Record<PlanArtefact['kind'], Check>> = {
  manifest: async (_file, content, planKey) => {
    const report = new PlanReport();
    readManifest(new Map([[manifestPath(planKey), content]]), planKey, report);
    return report.findings.map(findingOnWire);
  },
  form: async (file, content) => {
    const report = new PlanReport();
    readForm(file, content, report);
    return report.findings.map(findingOnWire);
  },
  process: async (file, content) =>
    (await deployable(content)).findings.map(({ rule, elementId, line, message }) => ({
      rule: `process.${rule}`,
      severity: 'error',
      file,
      elementId,
      line,
      message,
    })),
};

/**
 * Checks one file by itself; how the files of a plan fit together is checked over the whole draft. `file` is its path
 * in the plan. Total: whatever the text is, the answer is findings.
 */
export function checkArtefact(
  planKey: string,
  file: string,
  { kind, content }: Pick<PlanArtefact, 'kind' | 'content'>,
): Promise<WireFinding[]> {
  return checks[kind](file, content, planKey);
}

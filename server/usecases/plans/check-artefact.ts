import { deployable } from '@oneplan/runtime/model/deployable.ts';
import { PlanReport } from '@oneplan/runtime/plan/finding.ts';
import { readJson } from '@oneplan/runtime/plan/json-source.ts';
import { manifestPath } from '@oneplan/runtime/plan/plan-files.ts';
import { readDecisionFile } from '@oneplan/runtime/plan/read-decision-files.ts';
import { readForm } from '@oneplan/runtime/plan/read-forms.ts';
import { readManifest } from '@oneplan/runtime/plan/read-manifest.ts';
import { scenarioFile } from '@oneplan/runtime/simulation/scenarios/scenario-file.ts';
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
  scenario: async (file, content) => scenarioFindings(file, content),
  decision: async (file, content) => {
    const report = new PlanReport();
    await readDecisionFile(file, content, report);
    return report.findings.map(findingOnWire);
  },
};

/** Why a text is no file of scenarios; whether the flow still goes so is checked over the whole draft. */
function scenarioFindings(file: string, content: string): WireFinding[] {
  const source = readJson(content);
  const read = source.ok ? scenarioFile.safeParse(source.value) : null;
  if (read?.success) return [];
  const issue = read?.error?.issues[0];
  const reason = source.ok ? `${issue?.path.join('/') ?? ''} ${issue?.message ?? ''}`.trim() : source.message;
  return [
    {
      rule: 'scenario-unreadable',
      severity: 'error',
      file,
      message: `The scenarios in ${file} cannot be read: ${reason}.`,
    },
  ];
}

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

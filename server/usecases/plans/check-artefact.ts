import { checkForm } from '@oneplan/runtime/forms/check-form.ts';
import { deployable } from '@oneplan/runtime/model/deployable.ts';
import { PlanReport } from '@oneplan/runtime/plan/finding.ts';
import { readJson } from '@oneplan/runtime/plan/json-source.ts';
import { manifestPath } from '@oneplan/runtime/plan/plan-files.ts';
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
  form: async (file, content) => checkFormText(file, content),
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

function checkFormText(file: string, content: string): WireFinding[] {
  const source = readJson(content);
  if (!source.ok)
    return [
      {
        rule: 'json-syntax',
        severity: 'error',
        file,
        line: source.line,
        message: `Not JSON: ${source.message}.`,
      },
    ];
  return checkForm(source.value).map(({ rule, path, message }) => ({
    rule: `form.${rule}`,
    severity: 'error',
    file,
    path,
    message,
  }));
}

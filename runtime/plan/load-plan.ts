import { planChecks } from './checks/index.ts';
import type { PlanUnderCheck } from './checks/plan-under-check.ts';
import { type PlanFinding, PlanReport } from './finding.ts';
import type { LoadedPlan } from './loaded-plan.ts';
import type { PlanManifest } from './manifest.ts';
import { formPath, isTestCases, manifestPath, processPath, scenarioKeyOf } from './plan-files.ts';
import { readDecisionFiles } from './read-decision-files.ts';
import { readForms } from './read-forms.ts';
import { readManifest } from './read-manifest.ts';
import { readProcesses } from './read-processes.ts';
import { readScenarios } from './read-scenarios.ts';

export interface PlanLoading {
  /** Absent when there is any finding. */
  readonly plan?: LoadedPlan;
  readonly findings: readonly PlanFinding[];
}

/**
 * Reads a plan from its files (path → text; paths as under `forms/` and `processes/`) and checks that the pieces
 * fit: manifest, forms, flows, and every reference between them. Reports everything that is wrong, each with
 * file, place and rule. Reads no other file, changes nothing. `plan` is the folder to load where the files hold
 * several plans. Asynchronous because the BPMN parser is.
 */
export async function loadPlan(files: ReadonlyMap<string, string>, plan?: string): Promise<PlanLoading> {
  const report = new PlanReport();
  const manifest = readManifest(files, plan, report);
  if (!manifest) return { findings: report.findings };
  checkFileList(manifest, files, report);
  const forms = readForms(manifest, files, report);
  const processes = await readProcesses(manifest, files, report);
  const decisions = await readDecisionFiles(manifest, files, report);
  const scenarios = readScenarios(manifest.key, files, report);
  const read: PlanUnderCheck = { manifest, forms, processes, decisions };
  for (const check of planChecks) check(read, report);
  return report.findings.length > 0
    ? { findings: report.findings }
    : { plan: { ...loaded(read), scenarios }, findings: report.findings };
}

function loaded({ manifest, forms, processes, decisions }: PlanUnderCheck): Omit<LoadedPlan, 'scenarios'> {
  return {
    manifest,
    forms: new Map([...forms].map(([key, { definition }]) => [key, definition])),
    processes: new Map([...processes].map(([key, { xml }]) => [key, { xml }])),
    decisions: new Map([...decisions].map(([key, { xml }]) => [key, { xml }])),
  };
}

/** A file that no entry lists is a slip: it would be left out of what is published. */
function checkFileList(manifest: PlanManifest, files: ReadonlyMap<string, string>, report: PlanReport): void {
  const listed = new Set([
    manifestPath(manifest.key),
    ...manifest.forms.map(({ file }) => formPath(manifest.key, file)),
    ...manifest.processes.map(({ file }) => processPath(manifest.key, file)),
    ...(manifest.decisions ?? []).map(({ file }) => processPath(manifest.key, file)),
  ]);
  const folders = [formPath(manifest.key, ''), processPath(manifest.key, '')];
  for (const file of files.keys())
    if (
      folders.some((folder) => file.startsWith(folder)) &&
      !listed.has(file) &&
      !isBeside(manifest.key, file)
    )
      report.add({
        rule: 'file-unlisted',
        file,
        message: `${file} is not listed in plan.json. Add it to forms, processes or decisions, or remove the file.`,
      });
}

/** Neither scenarios nor test cases are listed. */
const isBeside = (plan: string, file: string) => isTestCases(file) || scenarioKeyOf(plan, file) !== undefined;

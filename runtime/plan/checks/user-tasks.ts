import { compileTemplate } from '../../expressions/expression.ts';
import type { UserTaskNode } from '../../model/process-graph.ts';
import type { PlanFinding, PlanReport } from '../finding.ts';
import type { PlanManifest, PlanProcess } from '../manifest.ts';
import type { PlanCheck, ProcessUnderCheck } from './plan-under-check.ts';

/**
 * Every user task has a step that says what it shows, the form key of the BPMN file and the step agree, and the
 * task goes to roles or working groups of the plan.
 */
export const userTasks: PlanCheck = ({ manifest, processes }, report) => {
  for (const entry of manifest.processes) {
    const process = processes.get(entry.key);
    if (!process) continue;
    for (const node of Object.values(process.graph.nodes))
      if (node.kind === 'user-task') checkTask(manifest, entry, process, node, report);
  }
};

function checkTask(
  manifest: PlanManifest,
  entry: PlanProcess,
  { file }: ProcessUnderCheck,
  node: UserTaskNode,
  report: PlanReport,
): void {
  const at = (rule: PlanFinding['rule'], message: string, params: Record<string, string>) =>
    report.add({ rule, file, elementId: node.id, message, params: { element: node.id, ...params } });

  const step = entry.steps.find(({ element }) => element === node.id);
  if (!step)
    at('step-missing', `The plan does not say what the user task ${node.id} shows. Add it to the steps.`, {});
  const formKey = node.formKey ?? '';
  const known = manifest.forms.some(({ key }) => key === formKey);
  if (formKey !== '' && !isDynamic(formKey) && !known)
    at(
      'unknown-form-key',
      `The user task ${node.id} shows the form ${formKey}, which the plan does not have.`,
      {
        formKey,
      },
    );
  else if (step && !agrees(formKey, step.form?.key, entry)) {
    const expected = step.form?.key ?? formVariables(entry).map((name) => `\${${name}}`)[0] ?? '';
    at('form-key-mismatch', `The form key of ${node.id} is “${formKey}”, its step needs “${expected}”.`, {
      formKey,
      expected,
    });
  }
  for (const role of literalGroups(node.candidateGroups))
    if (!isPlanned(manifest, role))
      at('unknown-role', `The user task ${node.id} goes to ${role}, which is no role of the plan.`, { role });
}

/** `class-teacher`: a role of the plan. `group:guidance`: a kind of working group that the plan sets up. */
function isPlanned({ roles, groups = [] }: PlanManifest, candidate: string): boolean {
  return (
    roles.some(({ key }) => key === candidate) || groups.some(({ kind }) => candidate === `group:${kind}`)
  );
}

/** A step with a form of its own names it; a step on the record itself names the variable of the record's form. */
function agrees(formKey: string, own: string | undefined, entry: PlanProcess): boolean {
  if (own !== undefined) return formKey === own;
  if (!isDynamic(formKey)) return false;
  return compileTemplate(formKey).variables.some((name) => formVariables(entry).includes(name));
}

function formVariables({ variables }: PlanProcess): string[] {
  return variables.filter(({ source }) => source.from === 'form').map(({ name }) => name);
}

function literalGroups(groups: readonly string[] | undefined): string[] {
  return (groups ?? []).filter((group) => !isDynamic(group));
}

function isDynamic(text: string): boolean {
  return !compileTemplate(text).constant;
}

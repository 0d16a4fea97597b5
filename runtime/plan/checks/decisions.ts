import { isDynamicText } from '../../model/checked-values.ts';
import type { BusinessRuleTaskNode } from '../../model/process-graph.ts';
import type { PlanReport } from '../finding.ts';
import type { DecisionUnderCheck, PlanCheck, PlanUnderCheck, ProcessUnderCheck } from './plan-under-check.ts';
import { knownVariables } from './variables.ts';

/** A business rule task names a decision of the plan, each decision is in one file, and its inputs exist where it is called. */
export const decisions: PlanCheck = (plan, report) => {
  const byKey = decisionsByKey(plan, report);
  const listed = new Set((plan.manifest.decisions ?? []).map(({ key }) => key));
  for (const entry of plan.manifest.processes) {
    const process = plan.processes.get(entry.key);
    if (process === undefined) continue;
    const known = knownVariables(entry, process.graph);
    // A listed file that cannot be read has its finding already.
    const isReadable = ({ decision }: BusinessRuleTaskNode) => byKey.has(decision) || !listed.has(decision);
    for (const node of Object.values(process.graph.nodes))
      if (node.kind === 'business-rule-task' && !isDynamicText(node.decision) && isReadable(node))
        checkTask(node, process, { byKey, known }, report);
  }
};

function decisionsByKey(
  { manifest, decisions: files }: PlanUnderCheck,
  report: PlanReport,
): ReadonlyMap<string, DecisionUnderCheck> {
  const found = new Map<string, DecisionUnderCheck>();
  for (const [index, { key: listed }] of (manifest.decisions ?? []).entries()) {
    const decision = files.get(listed);
    for (const key of decision?.keys ?? []) {
      const other = found.get(key);
      if (other === undefined && decision) found.set(key, decision);
      else if (other !== undefined && other.file !== decision?.file)
        report.atManifest(
          ['decisions', index, 'file'],
          'decision-twice',
          `The decision ${key} is in ${other.file} and in ${decision?.file}. Give one of them another id.`,
          { key, file: other.file },
        );
    }
  }
  return found;
}

interface Known {
  readonly byKey: ReadonlyMap<string, DecisionUnderCheck>;
  readonly known: ReadonlySet<string>;
}

function checkTask(
  node: BusinessRuleTaskNode,
  { file }: ProcessUnderCheck,
  { byKey, known }: Known,
  report: PlanReport,
): void {
  const decision = byKey.get(node.decision);
  if (decision === undefined) {
    const message = `${node.name ?? node.id} asks the decision ${node.decision}, which the plan does not have. It has: ${[...byKey.keys()].join(', ') || 'none'}.`;
    const params = { element: node.id, key: node.decision };
    report.add({ rule: 'unknown-decision', file, elementId: node.id, message, params });
    return;
  }
  const handed = new Set([...known, ...(node.inputs ?? []).map(({ name }) => name)]);
  for (const { elementId, label, names, source } of decision.reads)
    for (const name of names)
      if (!handed.has(name))
        report.add({
          rule: 'unknown-input',
          file: decision.file,
          elementId,
          message: `The input “${label}” (${source}) reads ${name}, which ${node.name ?? node.id} (${file}) does not have. Declare the variable for that process, or read another.`,
          params: { element: elementId, variable: name, label, task: node.name ?? node.id },
        });
}

import { elementReference } from '../element-reference.ts';
import { declaredTree } from './declared-tree.ts';
import type { PlanCheck, PlanUnderCheck } from './plan-under-check.ts';

type Rule = 'unknown-reference' | 'unknown-component' | 'unknown-element';

/** Every element that a lock names is in the plan. */
export const lockTargets: PlanCheck = (plan, report) => {
  const tree = declaredTree(plan);
  plan.manifest.locks.forEach(({ element }, index) => {
    if (tree.has(element)) return;
    const rule = ruleAgainst(plan, element);
    if (rule)
      report.atManifest(
        ['locks', index, 'element'],
        rule,
        `The plan has no ${element}, which is locked here.`,
        {
          kind: 'element',
          key: element,
          element,
          component: element,
        },
      );
  });
};

/** undefined: the element is there, or its form or flow has a finding already. */
function ruleAgainst({ manifest, forms, processes }: PlanUnderCheck, element: string): Rule | undefined {
  const at = elementReference(element);
  if (at?.kind === 'process' && manifest.processes.some(({ key }) => key === at.key)) {
    const graph = processes.get(at.key)?.graph;
    const known = graph === undefined || Object.hasOwn(graph.nodes, at.element);
    return known || Object.hasOwn(graph.flows, at.element) ? undefined : 'unknown-element';
  }
  const form = at?.kind === 'form' ? at.key : /^form:([^/]+)\//.exec(element)?.[1];
  if (form !== undefined && manifest.forms.some(({ key }) => key === form))
    return forms.has(form) ? 'unknown-component' : undefined;
  return 'unknown-reference';
}

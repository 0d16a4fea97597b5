import { type Role, roles } from '@oneplan/runtime/contracts/roles.ts';
import type { PlanUnderCheck } from '@oneplan/runtime/plan/checks/plan-under-check.ts';
import type { FormStep } from '@oneplan/runtime/plan/form-uses/form-steps.ts';

/** The roles that act at a place: who begins the record, or to whom the step is offered. Empty: it cannot be told. */
export function performersAt(
  { manifest, processes }: PlanUnderCheck,
  { kind, process, element, forms }: FormStep,
): readonly Role[] {
  const creators = manifest.records
    .filter((record) => record.process === process && (kind === 'own' || forms.includes(record.form)))
    .flatMap(({ createdBy }) => createdBy);
  if (kind === 'start') return unique(creators);
  const node = element === undefined ? undefined : processes.get(process)?.graph.nodes[element];
  if (node?.kind !== 'user-task') return [];
  const groups = node.candidateGroups ?? [];
  const named = roles.filter((role) => groups.includes(role));
  const isInitiator = /\binitiator\b/.test(node.assignee ?? '');
  const isPupil = /\bstudentId\b/.test(node.assignee ?? '');
  return unique([...named, ...(isInitiator ? creators : []), ...(isPupil ? (['pupil'] as const) : [])]);
}

const unique = (list: readonly Role[]): readonly Role[] => [...new Set(list)];

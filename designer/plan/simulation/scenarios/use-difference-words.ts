import type { PlanUnderCheck } from '@oneplan/runtime/plan/checks/plan-under-check.ts';
import type { ScenarioFinding } from '@oneplan/runtime/simulation/scenarios/check-scenarios.ts';
import { useTranslation } from 'react-i18next';

/** Says where a recorded run first goes otherwise, with the names that elements have in the diagram. */
export function useDifferenceWords(plan: PlanUnderCheck, process: string) {
  const { t } = useTranslation('designer');
  const nodes = plan.processes.get(process)?.graph.nodes ?? {};
  const nameOf = (id: string | undefined) =>
    id === undefined ? t('simulation.difference.nothing') : nodes[id]?.name?.trim() || id;

  const reasonOf = ({ difference, rule, message }: ScenarioFinding): string => {
    if (difference === undefined)
      return rule === 'scenario-process' ? t('simulation.difference.process') : message;
    switch (difference.in) {
      case 'path':
        return t('simulation.difference.path', {
          expected: nameOf(difference.expected),
          found: nameOf(difference.found),
        });
      case 'end':
        return t('simulation.difference.end');
      case 'answer':
        return t('simulation.difference.answer', {
          name: nameOf(difference.element),
          value: String(difference.value),
        });
      case 'step':
        if (difference.why === 'nothing-waits')
          return t('simulation.difference.nothingWaits', { name: nameOf(difference.element) });
        return difference.why === 'not-for-role'
          ? t('simulation.difference.notForRole', { name: nameOf(difference.element) })
          : t('simulation.difference.fails', { name: nameOf(difference.element), reason: difference.reason });
    }
  };
  return (finding: ScenarioFinding): string =>
    finding.difference === undefined
      ? reasonOf(finding)
      : t('simulation.difference.at', { step: finding.difference.step + 1, reason: reasonOf(finding) });
}

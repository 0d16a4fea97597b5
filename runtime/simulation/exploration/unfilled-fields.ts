import type { FormUnderCheck } from '../../plan/checks/plan-under-check.ts';
import type { PlanProcess } from '../../plan/manifest.ts';
import type { DecidingValues } from './deciding-values.ts';
import type { ExplorationFinding } from './exploration.ts';

/**
 * Conditions go by fields that nobody fills: the form at the step has no such field, or the step does not let anybody
 * change it.
 */
export function unfilledFields(
  process: PlanProcess,
  formsAt: (element: string) => readonly FormUnderCheck[],
  deciding: DecidingValues,
): readonly ExplorationFinding[] {
  return process.variables.flatMap(({ name, source }): ExplorationFinding[] => {
    if (source.from !== 'step' || !deciding.has(name)) return [];
    const { element, component } = source;
    const isThere = formsAt(element).some(({ components }) => components.has(component));
    if (isThere && mayFill(process, element, component)) return [];
    const message = isThere
      ? `A condition goes by “${component}”, which the step ${element} does not let anybody fill.`
      : `A condition goes by “${component}”, which the form at ${element} does not have.`;
    const params = { field: component, variable: name };
    return [{ rule: 'field-not-filled', element, path: [element], decisions: [], message, params }];
  });
}

function mayFill({ steps }: PlanProcess, element: string, component: string): boolean {
  const step = steps.find((it) => it.element === element);
  const editable = (step?.form ?? step?.record)?.editable ?? [];
  return editable === '*' || editable.includes(component);
}

import { idOf, type ModdleElement, textOf } from '../moddle-element.ts';
import type { Report } from '../report.ts';
import { isVariableName } from '../variable-name.ts';

/** Reads camunda:resultVariable; a name that no variable can have is a finding. */
export function resultVariableOf(element: ModdleElement, report: Report): { resultVariable?: string } {
  const resultVariable = textOf(element, 'camunda:resultVariable');
  if (resultVariable === undefined) return {};
  const elementId = idOf(element);
  const params = { attribute: 'camunda:resultVariable', value: resultVariable };
  if (!isVariableName(resultVariable))
    report.add(
      'value-invalid',
      { elementId },
      `resultVariable of "${elementId}" is no name of a variable`,
      params,
    );
  return { resultVariable };
}

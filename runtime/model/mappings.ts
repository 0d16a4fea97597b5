import { checkTemplate } from './checked-values.ts';
import {
  childOf,
  childrenOf,
  extensionsOf,
  idOf,
  type ModdleElement,
  textOf,
  typeName,
} from './moddle-element.ts';
import type { Mapping } from './process-graph.ts';
import type { Report } from './report.ts';
import { isVariableName } from './variable-name.ts';

/** Reads camunda:inputOutput: parameters whose value is text or an expression. */
export function mappingsOf(
  element: ModdleElement,
  report: Report,
): { inputs?: readonly Mapping[]; outputs?: readonly Mapping[] } {
  const container = extensionsOf(element).find((extension) => extension.$type === 'camunda:InputOutput');
  if (container === undefined) return {};
  const inputs = parametersOf(element, container, 'inputParameters', report);
  const outputs = parametersOf(element, container, 'outputParameters', report);
  return { ...(inputs.length > 0 && { inputs }), ...(outputs.length > 0 && { outputs }) };
}

function parametersOf(
  element: ModdleElement,
  container: ModdleElement,
  list: string,
  report: Report,
): Mapping[] {
  return childrenOf(container, list).flatMap((parameter) => {
    const name = textOf(parameter, 'name') ?? '';
    const problem = problemOf(parameter, name);
    if (problem !== undefined) {
      const message = `The parameter "${name}" of "${idOf(element)}" ${problem}`;
      report.add('mapping-invalid', { elementId: idOf(element) }, message, { name, reason: problem });
      return [];
    }
    const value = textOf(parameter, 'value') ?? '';
    checkTemplate(value, `parameter ${name}`, idOf(element), report);
    return [{ name, value }];
  });
}

function problemOf(parameter: ModdleElement, name: string): string | undefined {
  if (!isVariableName(name)) return 'has a name that no variable can have; use letters, digits and _';
  const definition = childOf(parameter, 'definition');
  if (definition === undefined) return undefined;
  return `holds a ${typeName(definition)}, which is not supported; write text or an expression`;
}

/** Reads camunda:properties into a record; they are kept for the server and mean nothing to the engine. */
export function propertiesOf(element: ModdleElement): { properties?: Readonly<Record<string, string>> } {
  const entries = extensionsOf(element)
    .filter((extension) => extension.$type === 'camunda:Properties')
    .flatMap((container) => childrenOf(container, 'values'))
    .map((property): [string, string] => [textOf(property, 'name') ?? '', textOf(property, 'value') ?? ''])
    .filter(([name]) => isVariableName(name));
  return entries.length > 0 ? { properties: Object.fromEntries(entries) } : {};
}

import { checkExpression } from './checked-values.ts';
import { extensionsOf, flagOf, type ModdleElement, textOf } from './moddle-element.ts';
import type { CallMapping } from './process-graph.ts';
import type { Report } from './report.ts';
import { isVariableName } from './variable-name.ts';

/**
 * Reads camunda:in or camunda:out of a call activity or a signal: each hands over one variable, the value of an
 * expression, or all variables. A business key that stands in a camunda:in is no mapping and is left out.
 */
export function callMappingsOf(
  holder: ModdleElement,
  type: 'camunda:In' | 'camunda:Out',
  elementId: string,
  report: Report,
): readonly CallMapping[] {
  return extensionsOf(holder)
    .filter((extension) => extension.$type === type && textOf(extension, 'businessKey') === undefined)
    .flatMap((extension) => mappingOf(extension, elementId, report) ?? []);
}

/** The business key that a camunda:in hands over; the last one holds. */
export function handedBusinessKey(holder: ModdleElement): string | undefined {
  return extensionsOf(holder)
    .filter((extension) => extension.$type === 'camunda:In')
    .map((extension) => textOf(extension, 'businessKey'))
    .findLast((key) => key !== undefined);
}

function mappingOf(extension: ModdleElement, elementId: string, report: Report): CallMapping | undefined {
  const local = flagOf(extension, 'local') ? { local: true } : {};
  if (textOf(extension, 'variables') === 'all') return { all: true, ...local };
  const source = textOf(extension, 'source');
  const sourceExpression = textOf(extension, 'sourceExpression');
  const target = textOf(extension, 'target') ?? source ?? '';
  const problem = problemOf(source, sourceExpression, target);
  if (problem !== undefined) {
    const message = `A camunda:${extension.$type === 'camunda:In' ? 'in' : 'out'} of "${elementId}" ${problem}`;
    report.add('mapping-invalid', { elementId }, message, { name: target, reason: problem });
    return undefined;
  }
  if (source !== undefined) return { source, target, ...local };
  const expression = sourceExpression ?? '';
  checkExpression(expression, `the mapping of ${target}`, elementId, report);
  return { sourceExpression: expression, target, ...local };
}

function problemOf(
  source: string | undefined,
  sourceExpression: string | undefined,
  target: string,
): string | undefined {
  if ((source === undefined) === (sourceExpression === undefined))
    return 'needs either a source, a sourceExpression or variables="all"';
  if (!isVariableName(target) || (source !== undefined && !isVariableName(source)))
    return 'has a name that no variable can have; use letters, digits and _';
  return undefined;
}

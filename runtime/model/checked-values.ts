import { compileExpression, compileTemplate } from '../expressions/expression.ts';
import { ExpressionError } from '../expressions/expression-error.ts';
import { parseDuration, parseInstant } from './iso8601.ts';
import { childOf, idOf, type ModdleElement, textOf } from './moddle-element.ts';
import type { TimerDefinition } from './process-graph.ts';
import type { Report } from './report.ts';

/** Reads an attribute that may hold `${…}`; a wrong expression is a finding. */
export function templateOf(element: ModdleElement, attribute: string, report: Report): string | undefined {
  const text = textOf(element, attribute);
  if (text !== undefined) checkTemplate(text, attribute, idOf(element), report);
  return text;
}

/** Reports a text whose `${…}` parts do not compile; true when they do. */
export function checkTemplate(text: string, attribute: string, elementId: string, report: Report): boolean {
  return checked(() => compileTemplate(text), attribute, elementId, report);
}

/** Reports a text that is not one whole `${…}`; true when it is. */
export function checkExpression(text: string, attribute: string, elementId: string, report: Report): boolean {
  return checked(() => compileExpression(text), attribute, elementId, report);
}

function checked(compile: () => unknown, attribute: string, elementId: string, report: Report): boolean {
  try {
    compile();
    return true;
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    report.add(
      'expression-invalid',
      { elementId },
      `${attribute} of "${elementId}" is not a valid expression: ${error.message}`,
      { attribute, reason: error.message, position: error.position + 1 },
    );
    return false;
  }
}

/** Reads a comma-separated list whose members may hold `${…}`; a comma inside an expression does not split. */
export function listOf(
  element: ModdleElement,
  attribute: string,
  report: Report,
): readonly string[] | undefined {
  const text = templateOf(element, attribute, report);
  if (text === undefined) return undefined;
  const members: string[] = [];
  let member = '';
  for (const piece of text.split(',')) {
    member = member === '' ? piece : `${member},${piece}`;
    if (!isWhole(member)) continue;
    if (member.trim() !== '') members.push(member.trim());
    member = '';
  }
  return members;
}

function isWhole(member: string): boolean {
  try {
    return compileTemplate(member) !== undefined;
  } catch {
    return false;
  }
}

/** Reads a number or an expression that will give one. */
export function numberOf(element: ModdleElement, attribute: string, report: Report): string | undefined {
  const text = templateOf(element, attribute, report);
  if (text === undefined || isDynamicText(text)) return text;
  if (!/^-?\d{1,9}$/.test(text))
    report.add(
      'value-invalid',
      { elementId: idOf(element) },
      `${attribute} of "${idOf(element)}" is "${text}", which is not a whole number`,
      { attribute, value: text },
    );
  return text;
}

/** Reads a due date: a date with its zone, a duration from now, or an expression that will give one. */
export function dueOf(element: ModdleElement, attribute: string, report: Report): string | undefined {
  const text = templateOf(element, attribute, report);
  if (text !== undefined && !isDynamicText(text) && !parseDuration(text))
    checkInstant(text, attribute, element, report);
  return text;
}

/** Reads the timer of an event; a repetition is refused. */
export function timerOf(
  event: ModdleElement,
  definition: ModdleElement,
  report: Report,
): TimerDefinition | undefined {
  const elementId = idOf(event);
  if (childOf(definition, 'timeCycle') !== undefined) {
    const message = `The timer "${elementId}" repeats (timeCycle), which is not supported; use timeDuration or timeDate`;
    report.add('timer-invalid', { elementId }, message, { reason: 'timeCycle' });
    return undefined;
  }
  const duration = bodyOf(definition, 'timeDuration');
  const date = bodyOf(definition, 'timeDate');
  if ((duration === undefined) === (date === undefined)) {
    const message = `The timer "${elementId}" needs either a timeDuration or a timeDate`;
    report.add('timer-invalid', { elementId }, message, { reason: 'missing' });
    return undefined;
  }
  if (duration !== undefined) return timerDuration(duration, event, report);
  if (date !== undefined && checkTemplate(date, 'timeDate', elementId, report) && !isDynamicText(date))
    checkInstant(date, 'timeDate', event, report);
  return { date: date ?? '' };
}

function timerDuration(duration: string, event: ModdleElement, report: Report): TimerDefinition {
  const elementId = idOf(event);
  if (
    checkTemplate(duration, 'timeDuration', elementId, report) &&
    !isDynamicText(duration) &&
    parseDuration(duration) === undefined
  )
    report.add(
      'duration-invalid',
      { elementId },
      `The duration "${duration}" of "${elementId}" is not ISO 8601; write P7D, PT2H30M or P2W, for example`,
      { value: duration },
    );
  return { duration };
}

function checkInstant(text: string, attribute: string, element: ModdleElement, report: Report): void {
  if (parseInstant(text) !== undefined) return;
  report.add(
    'date-invalid',
    { elementId: idOf(element) },
    `${attribute} of "${idOf(element)}" is "${text}"; write a date with its zone such as 2026-09-01T08:00:00+08:00`,
    { attribute, value: text },
  );
}

function bodyOf(definition: ModdleElement, name: string): string | undefined {
  const expression = childOf(definition, name);
  return expression === undefined ? undefined : textOf(expression, 'body');
}

function isDynamicText(text: string): boolean {
  return text.includes('${') || text.includes('#{');
}

import { compileExpression, compileTemplate } from '../expressions/expression.ts';
import { ExpressionError } from '../expressions/expression-error.ts';
import { parseDuration, parseInstant } from './iso8601.ts';
import { idOf, type ModdleElement, textOf } from './moddle-element.ts';
import type { Report } from './report.ts';

/** Reads an attribute that may hold `${…}`; a wrong expression is a finding. */
export function templateOf(
  element: ModdleElement,
  attribute: string,
  report: Report,
  elementId = idOf(element),
): string | undefined {
  const text = textOf(element, attribute);
  if (text !== undefined) checkTemplate(text, attribute, elementId, report);
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
export function numberOf(
  element: ModdleElement,
  attribute: string,
  report: Report,
  elementId = idOf(element),
): string | undefined {
  const text = templateOf(element, attribute, report, elementId);
  if (text === undefined || isDynamicText(text)) return text;
  if (!/^-?\d{1,9}$/.test(text))
    report.add(
      'value-invalid',
      { elementId },
      `${attribute} of "${elementId}" is "${text}", which is not a whole number`,
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

/** Reports a text that is not a date with its zone. */
export function checkInstant(text: string, attribute: string, element: ModdleElement, report: Report): void {
  if (parseInstant(text) !== undefined) return;
  report.add(
    'date-invalid',
    { elementId: idOf(element) },
    `${attribute} of "${idOf(element)}" is "${text}"; write a date with its zone such as 2026-09-01T08:00:00+08:00`,
    { attribute, value: text },
  );
}

/** Whether a text holds an expression, so that its value is known only when it is reached. */
export function isDynamicText(text: string): boolean {
  return text.includes('${') || text.includes('#{');
}

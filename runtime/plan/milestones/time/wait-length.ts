import { compileTemplate } from '../../../expressions/expression.ts';
import { ExpressionError } from '../../../expressions/expression-error.ts';
import { parseDuration } from '../../../model/iso8601.ts';
import type { GraphNode } from '../../../model/process-graph.ts';

/** How long something takes, by the clock or in working days. */
export interface WaitLength {
  /** milliseconds; a day is 24 hours, a month 31 days */
  readonly length: number;
  /** the days are working days */
  readonly working: boolean;
}

/** The days of an element's times are working days: the property that the engine reads as well. */
export function countsWorkingDays(node: GraphNode): boolean {
  return node.properties?.calendar === 'working-days';
}

/**
 * The length of a duration, which may be a `${…}` over parameters of the plan; undefined when it cannot be told before
 * the process runs.
 */
export function waitLength(
  source: string,
  parameters: Readonly<Record<string, unknown>>,
  working: boolean,
): WaitLength | undefined {
  const length = milliseconds(durationText(source, parameters));
  return length === undefined ? undefined : { length, working };
}

/** A duration as it will be, once parameters are put in; undefined when that cannot be told. */
export function durationText(
  source: string,
  parameters: Readonly<Record<string, unknown>>,
): string | undefined {
  try {
    const expression = compileTemplate(source);
    if (!expression.variables.every((name) => Object.hasOwn(parameters, name))) return undefined;
    const value = expression.evaluate(parameters);
    return typeof value === 'string' ? value : undefined;
  } catch (error) {
    if (error instanceof ExpressionError) return undefined;
    throw error;
  }
}

const DAY = 86_400_000;

function milliseconds(text: string | undefined): number | undefined {
  const duration = text === undefined ? undefined : parseDuration(text.trim());
  if (duration === undefined) return undefined;
  const { years, months, days, hours, minutes, seconds } = duration;
  return (years * 366 + months * 31 + days) * DAY + ((hours * 60 + minutes) * 60 + seconds) * 1000;
}

/**
 * A length in the units of another, never too short: five working days are a week of seven days; days by the clock may
 * all be working days.
 */
export function inUnitsOf({ length, working }: WaitLength, other: { readonly working: boolean }): number {
  if (working === other.working || !working) return length;
  const weeks = Math.floor(length / (5 * DAY));
  return weeks * 7 * DAY + (length - weeks * 5 * DAY);
}

/** As people read it: 7d, 36h. */
export function daysOf(length: number): number {
  return Math.round((length / DAY) * 100) / 100;
}

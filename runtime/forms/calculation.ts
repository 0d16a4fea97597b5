import { compileJsonLogic } from '../rules/json-logic.ts';
import type { FormComponent } from './definition.ts';
import type { Row } from './slot.ts';

/** The computed value of a component; `null` where nothing is computed and the value stays. */
export type Calculation = (data: Row, row: Row | undefined, value: unknown) => unknown;

/**
 * The JSONLogic under `calculateValue`. It is computed whatever the submission says, so that nobody can send a
 * figure of their own; only `allowCalculateOverride` lets a value stand that was sent.
 */
export function compileCalculation(component: FormComponent): Calculation | undefined {
  const source = component.calculateValue;
  if (typeof source !== 'object' || source === null) return undefined;
  const rule = compileJsonLogic(source);
  const mayOverride = component.allowCalculateOverride === true;
  return (data, row, value) => {
    if (mayOverride && value !== undefined && value !== null && value !== '') return null;
    const result = rule.evaluate({ data, row, value: value || null, input: value });
    return typeof result === 'number' && !Number.isFinite(result) ? undefined : structuredCopy(result);
  };
}

/** A computed value may be a part of the data itself; it must not be shared. */
export function structuredCopy(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? JSON.parse(JSON.stringify(value)) : value;
}

import type { Variables } from '../expressions/expression.ts';
import { CamundaError } from './engine-error.ts';

/** A variable as the REST API of Camunda 7 writes it. */
export interface TypedValue {
  readonly value: unknown;
  readonly type: string;
  readonly valueInfo?: { readonly objectTypeName: string; readonly serializationDataFormat: string };
}

/** Camunda 7 keeps text in a column of this length. */
const longestText = 4_000;
const largestInteger = 2_147_483_647;

/**
 * Our variables with their Camunda 7 types. Lists and records become Java's, serialised as JSON, so that expressions and
 * multi-instance read them as on the embedded engine; the engine needs its JSON data format (Spin) for them.
 * Throws CamundaError `refused` for what the engine cannot hold.
 */
export function typedValues(variables: Variables): Record<string, TypedValue> {
  return Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [name, typedValue(name, value)]),
  );
}

function typedValue(name: string, value: unknown): TypedValue {
  if (value === null || value === undefined) return { value: null, type: 'Null' };
  if (typeof value === 'boolean') return { value, type: 'Boolean' };
  if (typeof value === 'number') return { value, type: numberType(value) };
  if (typeof value === 'string') {
    if (value.length > longestText)
      throw new CamundaError(
        'refused',
        `the variable "${name}" has ${value.length} characters; a Camunda 7 engine keeps ${longestText}`,
        { mayHaveHappened: false },
      );
    return { value, type: 'String' };
  }
  return {
    value: JSON.stringify(value),
    type: 'Object',
    valueInfo: {
      objectTypeName: Array.isArray(value) ? 'java.util.ArrayList' : 'java.util.LinkedHashMap',
      serializationDataFormat: 'application/json',
    },
  };
}

function numberType(value: number): string {
  if (!Number.isSafeInteger(value)) return 'Double';
  return Math.abs(value) <= largestInteger ? 'Integer' : 'Long';
}

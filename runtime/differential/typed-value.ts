import type { Variables } from '../expressions/expression.ts';

/** A variable as the REST API of Camunda 7 takes and gives it. */
export interface TypedValue {
  readonly type: string;
  readonly value: unknown;
  readonly valueInfo?: { readonly objectTypeName?: string; readonly serializationDataFormat?: string };
}

const LARGEST_INTEGER = 2 ** 31;

export function typedValues(variables: Variables): Record<string, TypedValue> {
  return Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, typedValue(value)]));
}

function typedValue(value: unknown): TypedValue {
  switch (typeof value) {
    case 'string':
      return { type: 'String', value };
    case 'boolean':
      return { type: 'Boolean', value };
    case 'number':
      if (!Number.isInteger(value)) return { type: 'Double', value };
      return { type: Math.abs(value) < LARGEST_INTEGER ? 'Integer' : 'Long', value };
    default:
      if (value === null || value === undefined) return { type: 'Null', value: null };
      return {
        type: 'Object',
        value: JSON.stringify(value),
        valueInfo: {
          objectTypeName: Array.isArray(value) ? 'java.util.ArrayList' : 'java.util.LinkedHashMap',
          serializationDataFormat: 'application/json',
        },
      };
  }
}

/** The value as JSON would hold it. */
export function plainValue({ type, value }: TypedValue): unknown {
  return (type === 'Object' || type === 'Json') && typeof value === 'string' ? JSON.parse(value) : value;
}

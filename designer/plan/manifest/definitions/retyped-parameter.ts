import type { PlanParameter } from '@oneplan/runtime/plan/parameter.ts';

export const parameterTypes = ['duration', 'integer', 'enum', 'boolean'] as const;

/** A key that expressions of a flow can name and no parameter has: `parameter1`, `parameter2` … */
export function freeParameterKey(parameters: readonly PlanParameter[]): string {
  const taken = new Set(parameters.map(({ key }) => key));
  let number = parameters.length + 1;
  while (taken.has(`parameter${number}`)) number += 1;
  return `parameter${number}`;
}

export const freshParameter = (key: string, name: string): PlanParameter => ({
  key,
  name,
  type: 'duration',
  value: 'P5D',
  bounds: {},
  lock: { class: 'FREE' },
});

/** The parameter as one of another type, with the first value that the type has; `option` names a first choice. */
export function retyped(
  parameter: PlanParameter,
  type: PlanParameter['type'],
  option: string,
): PlanParameter {
  if (type === parameter.type) return parameter;
  const { key, name, description, lock } = parameter;
  const head = { key, name, ...(description !== undefined && { description }), lock };
  switch (type) {
    case 'integer':
      return { ...head, type, value: 1, bounds: {} };
    case 'duration':
      return { ...head, type, value: 'P5D', bounds: {} };
    case 'enum':
      return { ...head, type, value: 'option-1', options: [{ value: 'option-1', name: option }] };
    case 'boolean':
      return { ...head, type, value: false };
  }
}

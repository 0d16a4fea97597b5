import { durationMilliseconds } from '../duration.ts';
import type { PlanParameter } from '../parameter.ts';
import type { PlanCheck } from './plan-under-check.ts';

/** Each parameter's value lies within its own bounds, or among its options. */
export const parameterBounds: PlanCheck = ({ manifest }, report) => {
  manifest.parameters.forEach((parameter, index) => {
    const problem = problemOf(parameter);
    if (problem)
      report.atManifest(
        ['parameters', index, problem.at],
        'parameter-bounds',
        `${parameter.name} (${parameter.key}): ${problem.message}`,
        { parameter: parameter.key, ...problem.params },
      );
  });
};

interface Problem {
  readonly at: 'value' | 'bounds';
  readonly message: string;
  readonly params: Record<string, string | number>;
}

function problemOf(parameter: PlanParameter): Problem | undefined {
  switch (parameter.type) {
    case 'integer':
      return outside(parameter.value, parameter.bounds, (value) => value);
    case 'duration':
      return outside(parameter.value, parameter.bounds, durationMilliseconds);
    case 'enum': {
      const options = parameter.options.map(({ value }) => value);
      if (options.includes(parameter.value)) return undefined;
      const params = { value: parameter.value, options: options.join(', ') };
      return { at: 'value', message: `${params.value} is not one of ${params.options}.`, params };
    }
    case 'boolean':
      return undefined;
  }
}

function outside<T extends string | number>(
  value: T,
  { min, max }: { min?: T; max?: T },
  size: (value: T) => number,
): Problem | undefined {
  if (min !== undefined && max !== undefined && size(min) > size(max))
    return { at: 'bounds', message: `the bound ${min} exceeds ${max}.`, params: { min, max } };
  if (min !== undefined && size(value) < size(min))
    return { at: 'value', message: `${value} is less than ${min}.`, params: { value, min } };
  if (max !== undefined && size(value) > size(max))
    return { at: 'value', message: `${value} is more than ${max}.`, params: { value, max } };
  return undefined;
}

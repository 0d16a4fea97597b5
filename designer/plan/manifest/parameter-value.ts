import { durationMilliseconds } from '@oneplan/runtime/plan/duration.ts';
import type { PlanParameter } from '@oneplan/runtime/plan/parameter.ts';

export type ParameterValue = PlanParameter['value'];

/** Whether a value may stand: of the parameter's type, and within its bounds or among its options. */
export function mayStand(parameter: PlanParameter, value: unknown): value is ParameterValue {
  switch (parameter.type) {
    case 'integer':
      return Number.isInteger(value) && within(Number(value), parameter.bounds, (bound) => bound);
    case 'duration':
      return (
        typeof value === 'string' &&
        isDuration(value) &&
        within(value, parameter.bounds, durationMilliseconds)
      );
    case 'enum':
      return parameter.options.some((option) => option.value === value);
    case 'boolean':
      return typeof value === 'boolean';
  }
}

function within<T>(value: T, { min, max }: { min?: T; max?: T }, size: (value: T) => number): boolean {
  return (min === undefined || size(value) >= size(min)) && (max === undefined || size(value) <= size(max));
}

function isDuration(text: string): boolean {
  try {
    return durationMilliseconds(text) >= 0;
  } catch {
    return false;
  }
}

/** The text of a manifest with values of parameters set; everything else stays as it is, in its order. */
export function withParameterValues(
  manifestText: string,
  values: ReadonlyMap<string, ParameterValue>,
): string {
  const manifest = JSON.parse(manifestText) as { parameters: { key: string; value: unknown }[] };
  const parameters = manifest.parameters.map((parameter) =>
    values.has(parameter.key) ? { ...parameter, value: values.get(parameter.key) } : parameter,
  );
  return `${JSON.stringify({ ...manifest, parameters }, null, 2)}\n`;
}

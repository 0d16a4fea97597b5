import { isPlainObject } from '../definition.ts';

type Steps = readonly (string | number)[];

/** The steps of a place: `components[2].validate.custom`. */
export function stepsOf(path: string): Steps {
  return [...path.matchAll(/([^.[\]]+)|\[(\d+)\]/g)].map(([, name, index]) => name ?? Number(index));
}

/** The place that steps lead to, as it is written. */
export function pathOf(steps: Steps): string {
  return steps.reduce<string>((path, step) => {
    if (typeof step === 'number') return `${path}[${step}]`;
    return path === '' ? step : `${path}.${step}`;
  }, '');
}

export function valueAtSteps(value: unknown, steps: Steps): unknown {
  let at = value;
  for (const step of steps) {
    if (Array.isArray(at)) at = at[Number(step)];
    else if (isPlainObject(at) && Object.hasOwn(at, String(step))) at = at[String(step)];
    else return undefined;
  }
  return at;
}

/** Puts values in the place of one, in the value itself: several into a list, one or none into an object. */
export function replaceAtSteps(root: unknown, steps: Steps, values: readonly unknown[]): void {
  const last = steps.at(-1);
  const holder = valueAtSteps(root, steps.slice(0, -1));
  if (Array.isArray(holder)) holder.splice(Number(last), 1, ...values);
  else if (isPlainObject(holder) && last !== undefined) {
    if (values.length === 0) delete holder[String(last)];
    else holder[String(last)] = values[0];
  }
}

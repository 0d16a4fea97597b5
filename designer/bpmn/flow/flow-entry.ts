import type { PlanProcess, PlanStep } from '@oneplan/runtime/plan/manifest.ts';

export type FlowVariable = PlanProcess['variables'][number];
type VariableSource = FlowVariable['source'];
export type FieldAccess = PlanStep['record'];

/** What the manifest says of a flow and an officer sets at its steps. */
export interface FlowEntry {
  readonly steps: readonly PlanStep[];
  readonly variables: readonly FlowVariable[];
}

/** What a step shows when nothing was said: the record to read, no form of its own. */
export const freshStep = (element: string): PlanStep => ({
  element,
  record: { readable: '*', editable: [] },
});

export const stepOf = ({ steps }: FlowEntry, element: string): PlanStep | undefined =>
  steps.find((step) => step.element === element);

/** The entry with a step as it is now, added where there was none. */
export function withStep(entry: FlowEntry, step: PlanStep): FlowEntry {
  const isThere = entry.steps.some(({ element }) => element === step.element);
  const steps = isThere
    ? entry.steps.map((it) => (it.element === step.element ? step : it))
    : [...entry.steps, step];
  return { ...entry, steps };
}

/** The entry after an element is gone: its step, and the variables that came from it. */
export function withoutElement(entry: FlowEntry, element: string): FlowEntry {
  const steps = entry.steps.filter((step) => step.element !== element);
  const variables = entry.variables.filter(
    ({ source }) => !(source.from === 'step' && source.element === element),
  );
  return steps.length === entry.steps.length && variables.length === entry.variables.length
    ? entry
    : { steps, variables };
}

const sameSource = (a: VariableSource, b: VariableSource) =>
  Object.entries({ ...a, ...b }).every(
    ([name, value]) =>
      (a as Readonly<Record<string, unknown>>)[name] === value &&
      (b as Readonly<Record<string, unknown>>)[name] === value,
  );

export const variableFor = ({ variables }: FlowEntry, source: VariableSource): string | undefined =>
  variables.find((variable) => sameSource(variable.source, source))?.name;

/** The name under which a value can be used in the flow, declared if it was not yet; `wanted` names it then. */
export function declaring(
  entry: FlowEntry,
  source: VariableSource,
  wanted: string,
): { readonly entry: FlowEntry; readonly name: string } {
  const known = variableFor(entry, source);
  if (known !== undefined) return { entry, name: known };
  const name = freeName(entry, variableNameOf(wanted));
  return { entry: { ...entry, variables: [...entry.variables, { name, source }] }, name };
}

function freeName({ variables }: FlowEntry, wanted: string): string {
  const taken = new Set(variables.map(({ name }) => name));
  if (!taken.has(wanted)) return wanted;
  for (let number = 2; ; number += 1) if (!taken.has(`${wanted}${number}`)) return `${wanted}${number}`;
}

/** `class-teacher` as expressions can name it: `classTeacher`. */
function variableNameOf(wanted: string): string {
  const joined = wanted.replace(/[^A-Za-z0-9_]+([A-Za-z0-9])?/g, (_, next: string = '') =>
    next.toUpperCase(),
  );
  const name = /^[A-Za-z]/.test(joined) ? joined : `v${joined}`;
  return name.slice(0, 60);
}

/**
 * What was changed from `base` to `mine`, on an entry that somebody else may have changed meanwhile: step by step and
 * variable by variable, the own change counting where both touched one.
 */
export function mergedEntry(base: FlowEntry, mine: FlowEntry, theirs: FlowEntry): FlowEntry {
  return {
    steps: mergedList(base.steps, mine.steps, theirs.steps, ({ element }) => element),
    variables: mergedList(base.variables, mine.variables, theirs.variables, ({ name }) => name),
  };
}

function mergedList<T>(
  base: readonly T[],
  mine: readonly T[],
  theirs: readonly T[],
  keyOf: (item: T) => string,
): T[] {
  const before = new Map(base.map((item) => [keyOf(item), item]));
  const own = new Map(mine.map((item) => [keyOf(item), item]));
  const isMine = (key: string) => JSON.stringify(before.get(key)) !== JSON.stringify(own.get(key));
  const kept = theirs.flatMap((item) => {
    const key = keyOf(item);
    if (!isMine(key)) return [item];
    const now = own.get(key);
    return now === undefined ? [] : [now];
  });
  const there = new Set(theirs.map(keyOf));
  return [...kept, ...mine.filter((item) => !there.has(keyOf(item)) && isMine(keyOf(item)))];
}

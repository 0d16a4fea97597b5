import type { TaskDetail } from '../../contracts/api/tasks.ts';

type Outcome = NonNullable<TaskDetail['outcome']>;
export type OutcomeValue = Outcome['values'][number];

interface Component {
  readonly type?: unknown;
  readonly key?: unknown;
  readonly input?: unknown;
  readonly components?: unknown;
  readonly [property: string]: unknown;
}

/** Whether a decision needs a remark before it is sent. */
export function remarkMissing(outcome: Outcome, value: OutcomeValue, remark: string): boolean {
  return value.kind === 'return' && outcome.remark !== null && remark.trim() === '';
}

/** The data of the decision: what else the form holds, the outcome, and the remark if there is one. */
export function decisionData(
  outcome: Outcome,
  value: OutcomeValue,
  remark: string,
  others: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const said = remark.trim();
  return {
    ...others,
    [outcome.key]: value.value,
    ...(outcome.remark !== null && said !== '' ? { [outcome.remark]: said } : {}),
  };
}

/**
 * The form without the outcome and the remark, which the page shows itself; `null` when nothing to fill in is left.
 */
export function furtherFields<D extends { readonly components: readonly unknown[] }>(
  definition: D,
  outcome: Outcome,
): D | null {
  const own = new Set([outcome.key, outcome.remark]);
  const components = definition.components.filter((one) => !own.has(String((one as Component).key)));
  return components.some(asksSomething) ? { ...definition, components } : null;
}

function asksSomething(node: unknown): boolean {
  const { type, key, input, components } = node as Component;
  if (Array.isArray(components) && components.some(asksSomething)) return true;
  return (
    typeof key === 'string' &&
    input !== false &&
    type !== 'button' &&
    type !== 'content' &&
    type !== 'htmlelement'
  );
}

/** The confirming outcome first among equals stands last, at the thumb; returning ones before it. */
export function buttonOrder(values: readonly OutcomeValue[]): OutcomeValue[] {
  const rank = { return: 0, other: 1, confirm: 2 } as const;
  return [...values].sort((a, b) => rank[a.kind] - rank[b.kind]);
}

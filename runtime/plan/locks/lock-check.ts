import type { PlanChange } from '../diff/plan-change.ts';
import type { PlanTree } from '../elements/element.ts';
import type { LockBook } from './lock-book.ts';
import type { LockFinding, LockRule } from './lock-finding.ts';
import type { StatedLock } from './stated-lock.ts';

/** What the judges of single changes look at. */
export interface LockCheck {
  readonly book: LockBook;
  readonly mine: PlanTree;
  /** Last parts of the ids of what the layer adds: the keys that its lists may name. */
  readonly addedKeys: ReadonlySet<string>;
}

/** Judges one change; undefined: it is allowed. */
export type Judge<C extends PlanChange> = (change: C, check: LockCheck) => LockFinding | undefined;

export function finding(
  rule: LockRule,
  change: PlanChange,
  by: StatedLock,
  values: {
    readonly property?: string;
    readonly from?: unknown;
    readonly to?: unknown;
    readonly inWorkingDays?: boolean;
  } = {},
): LockFinding {
  const { element, kind, name } = change;
  const { property, from, to, inWorkingDays = false } = values;
  const path = change.change === 'changed' ? change.path : undefined;
  return { rule, severity: 'error', element, kind, name, property, path, from, to, inWorkingDays, by };
}

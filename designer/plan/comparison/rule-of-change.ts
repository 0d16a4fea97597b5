import type { PlanChange } from '@oneplan/runtime/plan/diff/plan-change.ts';
import type { LockBook } from '@oneplan/runtime/plan/locks/lock-book.ts';
import type { StatedLock } from '@oneplan/runtime/plan/locks/stated-lock.ts';

/** The rule from above that a change falls under; undefined where nothing above speaks of it. */
export function ruleOfChange(change: PlanChange, book: LockBook): StatedLock | undefined {
  if (change.change === 'added') {
    const { parent = '', slot, kind } = change.to;
    const around = book.base.get(parent);
    return around && book.ofAdditions(around, slot, kind);
  }
  const element = book.base.get(change.element);
  if (element === undefined) return undefined;
  return change.change === 'changed' ? book.ofProperty(element, change.path) : book.ofElement(element);
}

import { isPlainObject } from '../../forms/definition.ts';
import type { PlanChange } from '../diff/plan-change.ts';
import type { Lock } from '../lock.ts';
import { finding, type LockCheck } from './lock-check.ts';
import type { LockFinding } from './lock-finding.ts';
import { isAtLeastAsStrict } from './strictness.ts';

/** A layer may lock for those below what was free, never open what the layers above have locked. */
export function judgeLock(change: PlanChange, { book, mine }: LockCheck): LockFinding | undefined {
  const before = book.base.get(change.element);
  const from = before?.properties.lock;
  const to = mine.get(change.element)?.properties.lock;
  if (before === undefined || !isPlainObject(from)) return undefined;
  const values = { property: 'lock', from: from.class, to: isPlainObject(to) ? to.class : undefined };
  const sameBasis = JSON.stringify(from.basis) === JSON.stringify(isPlainObject(to) ? to.basis : undefined);
  const same = isPlainObject(to) && to.class === from.class;
  if (isPlainObject(to) && isAtLeastAsStrict(from as Lock, to as Lock) && (sameBasis || !same))
    return undefined;
  return finding('lock-weakened', change, book.ofElement(before), values);
}

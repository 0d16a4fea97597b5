import type { Lock, LockClass } from '../lock.ts';

const ranks: Readonly<Record<LockClass, number>> = { FREE: 0, TIGHTEN: 1, APPEND: 1, LOCKED: 2 };

/** Whether `to` leaves the layers below no more than `from` does: what a layer may make of a lock from above. */
export function isAtLeastAsStrict(from: Lock, to: Lock): boolean {
  if (ranks[to.class] !== ranks[from.class]) return ranks[to.class] > ranks[from.class];
  if (to.class !== from.class || to.direction !== from.direction) return false;
  if (from.among === undefined) return true;
  const allowed = new Set(from.among);
  return to.among?.every((value) => allowed.has(value)) ?? false;
}

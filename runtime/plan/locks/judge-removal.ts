import type { ElementRemoved } from '../diff/plan-change.ts';
import { finding, type Judge } from './lock-check.ts';

/** Judges that something of a layer above is gone. */
export const judgeRemoval: Judge<ElementRemoved> = (change, { book, mine }) => {
  const { from } = change;
  if (from.kind === 'lock') {
    const target = String(from.properties.element);
    if (book.base.has(target) && !mine.has(target)) return undefined;
    const locked = book.base.get(target);
    return locked && finding('lock-weakened', change, book.ofElement(locked), { property: 'lock' });
  }
  const by = book.ofElement(from);
  if (by.lock.class === 'FREE') return undefined;
  // A flow that asks nothing only says what comes next, and a step may come between.
  if (
    from.kind === 'sequence-flow' &&
    by.lock.class === 'APPEND' &&
    from.properties.conditionExpression === undefined
  )
    return undefined;
  return finding('lock-removed', change, by);
};

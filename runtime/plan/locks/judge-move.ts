import type { ElementMoved } from '../diff/plan-change.ts';
import { finding, type Judge } from './lock-check.ts';

/** Kinds whose order says something: which term, condition or rule comes first. */
const orderedKinds: ReadonlySet<string> = new Set(['term-slot', 'sequence-flow', 'decision-rule']);

/** Judges another place: the order in a list is a matter of looks, but for what is asked or counted in its order. */
export const judgeMove: Judge<ElementMoved> = (change, { book }) => {
  const element = book.base.get(change.element);
  const parent = book.base.get(element?.parent ?? '');
  if (element === undefined || parent === undefined) return undefined;
  const { from, to } = change;
  const values = { from: from.after, to: to.after };
  if (from.parent === to.parent && from.slot === to.slot) {
    const ordered = orderedKinds.has(element.kind);
    const by = ordered ? book.ofElement(element) : book.ofElement(parent);
    const isKept = ordered ? by.lock.class !== 'FREE' : by.lock.class === 'LOCKED' && by.stated !== 'default';
    return isKept ? finding('lock-moved', change, by, values) : undefined;
  }
  const by = book.ofElement(element);
  const isKept = element.kind === 'component' ? by.lock.class === 'LOCKED' : by.lock.class !== 'FREE';
  return isKept ? finding('lock-moved', change, by, values) : undefined;
};

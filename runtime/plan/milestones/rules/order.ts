import type { Comparison, MilestoneCheck } from '../comparison.ts';
import { type Kept, kept, nameOf } from './kept.ts';

/**
 * Where one milestone comes before another on every way of the layer above, it does so in mine. Neighbours are compared
 * only: what comes before a neighbour comes before what is behind it.
 */
export const order: MilestoneCheck = (comparison, report) => {
  const { own, above } = comparison;
  const there = kept(comparison).filter(({ id }) => above.isReached(id));
  const precedes = (earlier: string, later: string) =>
    earlier !== later && !above.precedence(earlier).reaches(later);
  /** Those of the elements before which do not come before another of them. */
  const nearest = (before: readonly Kept[]) => {
    const found: Kept[] = [];
    for (const it of [...before].reverse())
      if (!found.some((other) => precedes(it.id, other.id))) found.push(it);
    return found;
  };
  for (const later of there) {
    for (const earlier of nearest(there.filter(({ id }) => precedes(id, later.id)))) {
      const precedence = own.precedence(earlier.id);
      if (!precedence.reaches(later.id) || isBypassed(comparison, earlier.id)) continue;
      const params = { before: nameOf(earlier.base), beforeElement: earlier.id };
      const message = `“${nameOf(later.base)}” may come before “${params.before}” is done. Put it behind.`;
      report.add('milestone-order', later.lock, later.mine, message, {
        path: precedence.wayTo(later.id),
        params,
      });
    }
  }
};

/** A milestone that the process can end without is reported as such. */
function isBypassed({ above, own }: Comparison, id: string): boolean {
  return !above.avoids(id, { at: 'start' }) && own.avoids(id, { at: 'start' });
}

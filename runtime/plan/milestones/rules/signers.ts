import type { MilestoneCheck } from '../comparison.ts';
import { isHeld } from '../milestone-lock.ts';
import { comparable, nameOf } from './kept.ts';

/** A locked step that several people sign is signed by as many, in the same way, and ends on the same condition. */
export const signers: MilestoneCheck = (comparison, report) => {
  for (const { base, mine } of comparable(comparison)) {
    if (JSON.stringify(base.multiInstance) === JSON.stringify(mine.multiInstance)) continue;
    const lock = comparison.locks.ofProperty(base, 'multiInstance');
    if (!isHeld(lock)) continue;
    const message = `How many sign “${nameOf(base)}”, and when they are enough, is laid down by the layer above. Change it back.`;
    report.add('milestone-signers', lock, mine, message);
  }
};

import type { MilestoneCheck } from '../comparison.ts';
import { kept, nameOf } from './kept.ts';

/** A locked flow element keeps its type: a user task does not become a task that nobody does. */
export const type: MilestoneCheck = (comparison, report) => {
  for (const { base, mine, lock } of kept(comparison)) {
    if (base.type === mine.type) continue;
    const params = { expected: base.type, found: mine.type };
    const message = `“${nameOf(base)}” is a ${base.type} in the layer above and has become a ${mine.type}. Change it back.`;
    report.add('milestone-type', lock, mine, message, { params });
  }
};

import type { PlanCheck } from './plan-under-check.ts';

/** Term slots are 1, 2, 3 … in order: results are keyed by them. */
export const termSlots: PlanCheck = ({ manifest }, report) => {
  manifest.termSlots.forEach(({ slot }, index) => {
    if (slot === index + 1) return;
    report.atManifest(
      ['termSlots', index, 'slot'],
      'term-slot-order',
      `Term slot ${slot} stands at place ${index + 1}. Term slots are numbered 1, 2, 3 and so on, in order.`,
      { slot, expected: index + 1 },
    );
  });
};

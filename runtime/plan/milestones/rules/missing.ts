import type { MilestoneCheck } from '../comparison.ts';

/** A locked flow element is still there. */
export const missing: MilestoneCheck = ({ milestones, own }, report) => {
  for (const { base, lock } of milestones)
    if (own.node(base.id) === undefined)
      report.add(
        'milestone-missing',
        lock,
        base,
        `“${base.name ?? base.id}” is laid down by the layer above and is no longer there. Put it back.`,
      );
};

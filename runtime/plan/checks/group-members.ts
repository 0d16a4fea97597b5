import type { PlanManifest } from '../manifest.ts';
import type { PlanCheck } from './plan-under-check.ts';

type Group = NonNullable<PlanManifest['groups']>[number];

/** A group can be made up as the plan says: no bound excludes another, and its seats are within its size. */
export const groupMembers: PlanCheck = ({ manifest }, report) => {
  manifest.groups?.forEach((group, index) => {
    const problem = problemOf(group);
    if (problem)
      report.atManifest(['groups', index], 'group-members', `${group.name}: ${problem}.`, {
        group: group.name,
      });
  });
};

function problemOf({ members, composition = [] }: Group): string | undefined {
  const { min, max = Number.POSITIVE_INFINITY } = members;
  if (min > max) return `it has at least ${min} members and at most ${max}`;
  for (const seat of composition)
    if (seat.max !== undefined && seat.min > seat.max)
      return `it has at least ${seat.min} ${seat.name} and at most ${seat.max}`;
  const least = composition.reduce((sum, seat) => sum + seat.min, 0);
  if (least > max) return `its seats take ${least} members, and it has at most ${max}`;
  return undefined;
}

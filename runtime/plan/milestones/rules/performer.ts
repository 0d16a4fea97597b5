import type { UserTaskNode } from '../../../model/process-graph.ts';
import type { MilestoneCheck } from '../comparison.ts';
import { isHeld } from '../milestone-lock.ts';
import { comparable, nameOf } from './kept.ts';

const PROPERTIES = ['assignee', 'candidateUsers', 'candidateGroups'] as const;

/** A locked user task stays with its roles and people; where a layer may append, it may add some. */
export const performer: MilestoneCheck = (comparison, report) => {
  for (const { base, mine } of comparable(comparison)) {
    if (base.kind !== 'user-task' || mine.kind !== 'user-task') continue;
    for (const property of PROPERTIES) {
      const expected = membersOf(base, property);
      const found = membersOf(mine, property);
      const lock = comparison.locks.ofProperty(base, property);
      if (!isHeld(lock)) continue;
      const lost = expected.filter((member) => !found.includes(member));
      const added = found.filter((member) => !expected.includes(member));
      if (lost.length === 0 && (added.length === 0 || lock.lock.class === 'APPEND')) continue;
      const params = { property, expected: expected.join(', '), found: found.join(', ') };
      const message = `“${nameOf(base)}” is for ${params.expected || 'nobody'} (${property}), not for ${params.found || 'nobody'}.`;
      report.add('milestone-performer', lock, mine, message, { params });
    }
  }
};

function membersOf(task: UserTaskNode, property: (typeof PROPERTIES)[number]): readonly string[] {
  const value = task[property];
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
}

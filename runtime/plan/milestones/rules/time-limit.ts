import type { Comparison, TimeLimit } from '../comparison.ts';
import type { MilestoneReport } from '../milestone-finding.ts';
import { type LongestWait, longestWait } from '../time/longest-wait.ts';
import { daysOf, waitLength } from '../time/wait-length.ts';
import { nameOf } from './kept.ts';

/**
 * The timers and due dates on no way through the process add up to more than the time limit. A loop in which time passes
 * has no bound at all; one that the layer above has as well is only pointed out.
 */
export function timeLimit(limit: TimeLimit, { base, mine, own }: Comparison, report: MilestoneReport): void {
  const allowed = waitLength(limit.duration, {}, limit.working);
  if (allowed === undefined) return;
  const above = longestWait(base, limit);
  const { longest, loops } = longestWait(mine, limit);
  const elementOf = (path: readonly string[]) => path.flatMap((id) => own.node(id) ?? []);
  const params = {
    limit: daysOf(allowed.length),
    limitName: limit.name,
    unit: limit.working ? 'working-days' : 'days',
  };
  if (longest.length > allowed.length) {
    const severity = above.longest.length >= longest.length ? 'warning' : 'error';
    const sum = daysOf(longest.length);
    const over = longest.marks.find(({ length }) => length > allowed.length)?.element ?? '';
    const place = own.node(over) ?? { id: mine.graph.id };
    const message = `At “${nameOf(place)}” the times of this way exceed the limit: they add up to ${sum} days; ${limit.name} allows ${params.limit}. Shorten them.`;
    report.add('time-limit-exceeded', limit.lock, place, message, {
      path: longest.path,
      params: { ...params, sum },
      severity,
    });
  }
  for (const loop of loops) {
    const place = elementOf(loop.path)[0] ?? { id: mine.graph.id };
    const message = `The way back to “${nameOf(place)}” can be gone any number of times, so that ${limit.name} of ${params.limit} days may be exceeded. Bound it by a timer, or take it out.`;
    report.add('time-limit-unbounded', limit.lock, place, message, {
      path: loop.path,
      params: { ...params, sum: daysOf(loop.length) },
      severity: isAbove(above, loop.path) ? 'warning' : 'error',
    });
  }
}

/** Whether the layer above has a loop through the same elements. */
function isAbove({ loops }: LongestWait, path: readonly string[]): boolean {
  return loops.some((loop) => loop.path[0] === path[0]);
}

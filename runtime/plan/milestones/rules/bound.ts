import type { Comparison, MilestoneCheck } from '../comparison.ts';
import type { LayerProcess } from '../layer-process.ts';
import { isHeld, type MilestoneLock } from '../milestone-lock.ts';
import { type Bound, boundsOf } from '../time/bounds.ts';
import { durationText, inUnitsOf, waitLength } from '../time/wait-length.ts';
import { comparable, nameOf } from './kept.ts';

/**
 * A locked element keeps its times: due date, timer, and the timer events at its border. TIGHTEN lets them change in its
 * direction, APPEND in any, as long as they are there.
 */
export const bound: MilestoneCheck = (comparison, report) => {
  for (const { base, mine } of comparable(comparison)) {
    if (base.kind === 'boundary-event' && comparison.above.node(base.attachedTo) !== undefined) continue;
    const found = boundsOf(comparison.mine.graph, mine);
    for (const expected of boundsOf(comparison.base.graph, base)) {
      const lock = lockOf(comparison, base, expected);
      if (!isHeld(lock)) continue;
      const now = found.find((it) => it.node.id === expected.node.id && it.property === expected.property);
      const broken = now === undefined ? 'gone' : difference(comparison, expected, now, lock);
      if (broken === undefined) continue;
      const params = {
        expected: said(comparison.base, expected),
        found: now === undefined ? '' : said(comparison.mine, now),
        working: expected.working ? 'true' : 'false',
      };
      const message = `“${nameOf(base)}”: ${SAID[broken](params.expected, params.found)}`;
      const path = expected.node.id === base.id ? [base.id] : [base.id, expected.node.id];
      report.add('milestone-bound', lock, base, message, { path, params: { ...params, broken } });
    }
  }
};

type Broken = keyof typeof SAID;

const SAID = {
  gone: (expected: string) =>
    `the time ${expected} is laid down by the layer above and is gone. Put it back.`,
  changed: (expected: string, found: string) => `the time is ${expected} and may not become ${found}.`,
  longer: (expected: string, found: string) => `at most ${expected} is allowed, not ${found}.`,
  shorter: (expected: string, found: string) => `at least ${expected} is needed, not ${found}.`,
} as const;

/** A time as it will be, where parameters tell it. */
function said({ parameters = {} }: LayerProcess, { source }: Bound): string {
  return durationText(source, parameters) ?? source;
}

/** The bound's own lock, else that of the element whose time it is. */
function lockOf(
  { locks }: Comparison,
  base: Bound['node'],
  { node, property }: Bound,
): MilestoneLock | undefined {
  if (node.id === base.id) return locks.ofProperty(node, property);
  return locks.ownOf(node.id, property) ?? locks.ownOf(node.id) ?? locks.ofProperty(base, property);
}

function difference(
  comparison: Comparison,
  expected: Bound,
  found: Bound,
  { lock }: MilestoneLock,
): Broken | undefined {
  if (expected.interrupting !== found.interrupting || expected.kind !== found.kind) return 'changed';
  if (lock.class === 'APPEND') return undefined;
  const same = expected.source === found.source && expected.working === found.working;
  if (lock.class === 'LOCKED' && same) return undefined;
  const above = waitLength(expected.source, comparison.base.parameters ?? {}, expected.working);
  const mine = waitLength(found.source, comparison.mine.parameters ?? {}, found.working);
  if (above === undefined || mine === undefined) return same ? undefined : 'changed';
  if (lock.class === 'LOCKED')
    return above.working === mine.working && above.length === mine.length ? undefined : 'changed';
  if (lock.direction === 'max') return inUnitsOf(mine, above) > above.length ? 'longer' : undefined;
  return mine.length < inUnitsOf(above, mine) ? 'shorter' : undefined;
}

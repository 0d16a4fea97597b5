import { diff } from '../diff/diff.ts';
import type { PlanChange } from '../diff/plan-change.ts';
import { checkLocks } from './check-locks.ts';
import { LockBook } from './lock-book.ts';
import type { LockFinding } from './lock-finding.ts';
import type { PlanLayer, PlanUnderLocks } from './plan-layer.ts';
import { type ProcessFinding, processFindings } from './process-findings.ts';

/** Everything that the layers above refuse in a layer. */
export interface LayerFindings {
  readonly locks: readonly LockFinding[];
  readonly processes: readonly ProcessFinding[];
}

/**
 * Holds a layer against all layers above it, the uppermost first; at the top nobody is above. Single elements by
 * their locks, processes by their course as well: where both graphs are there, what happens to sequence flows is
 * judged by what it does to the milestones.
 */
export function checkLayer(
  above: readonly PlanLayer[],
  mine: PlanUnderLocks,
  changes?: readonly PlanChange[],
): LayerFindings {
  const base = above.at(-1);
  if (base === undefined) return { locks: [], processes: [] };
  const book = new LockBook(above);
  const all = changes ?? diff(base.tree, mine.tree);
  const changed = new Set(all.map(({ element }) => processOf(element)));
  const processes = processFindings(book, base, mine, changed);
  const said = new Set(processes.map(({ process, element }) => `${process}/${element}`));
  const locks = checkLocks(book, mine.tree, all).filter(({ element, kind }) => {
    const key = processOf(element).slice('process:'.length);
    const onGraph = base.graphs.has(key) && mine.graphs.has(key);
    return !(onGraph && (kind === 'sequence-flow' || said.has(element)));
  });
  return { locks, processes };
}

/** `process:<key>` of whatever belongs to a process: its flow elements, variables, steps and states. */
function processOf(element: string): string {
  const [, key] = /^(?:process|variable|step|state):([^/]+)/.exec(element) ?? [];
  return key === undefined ? '' : `process:${key}`;
}

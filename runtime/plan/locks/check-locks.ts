import { diff } from '../diff/diff.ts';
import type { PlanChange } from '../diff/plan-change.ts';
import type { PlanTree } from '../elements/element.ts';
import { formOf, hiddenComponents } from './hidden-components.ts';
import { judgeAddition } from './judge-addition.ts';
import { judgeMove } from './judge-move.ts';
import { judgeProperty } from './judge-property.ts';
import { judgeRemoval } from './judge-removal.ts';
import type { LockBook } from './lock-book.ts';
import type { LockCheck } from './lock-check.ts';
import type { LockFinding } from './lock-finding.ts';

/**
 * Holds each change of a layer against the locks of all layers above it. Empty: the layers above accept it, as far
 * as single elements go; that milestones are neither left out nor taken out of their order is seen on the graph.
 */
export function checkLocks(
  book: LockBook,
  mine: PlanTree,
  changes: readonly PlanChange[] = diff(book.base, mine),
): LockFinding[] {
  const check: LockCheck = { book, mine, addedKeys: addedKeys(changes) };
  const findings = changes.flatMap((change) => judge(change, check) ?? []);
  const removed = new Set(findings.flatMap((it) => (it.rule === 'lock-removed' ? [it.element] : [])));
  const forms = new Set(changes.map(({ element }) => formOf(element)));
  return [
    ...oncePerLock(findings).filter(
      (it) => it.rule !== 'lock-removed' || !removed.has(book.base.get(it.element)?.parent ?? ''),
    ),
    ...hiddenComponents(check, forms),
  ];
}

function judge(change: PlanChange, check: LockCheck): LockFinding | undefined {
  switch (change.change) {
    case 'added':
      return judgeAddition(change, check);
    case 'removed':
      return judgeRemoval(change, check);
    case 'moved':
      return judgeMove(change, check);
    case 'changed':
      return judgeProperty(change, check);
  }
}

/** Class, direction and basis of one lock are one thing. */
function oncePerLock(findings: readonly LockFinding[]): LockFinding[] {
  const seen = new Set<string>();
  return findings.filter(({ rule, element }) => {
    if (rule !== 'lock-weakened') return true;
    if (seen.has(element)) return false;
    seen.add(element);
    return true;
  });
}

function addedKeys(changes: readonly PlanChange[]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { change, element } of changes)
    if (change === 'added') keys.add(element.slice(Math.max(element.indexOf('/'), element.indexOf(':')) + 1));
  return keys;
}

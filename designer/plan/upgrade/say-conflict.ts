import type { PlanTree } from '@oneplan/runtime/plan/elements/element.ts';
import type { MessageLanguage } from '@oneplan/runtime/plan/locks/say-value.ts';
import type { MergeConflict, Side } from '@oneplan/runtime/plan/merge/merge-conflict.ts';
import { sayProperty } from '../comparison/say-property.ts';

export interface ConflictTrees {
  readonly base: PlanTree;
  readonly theirs: PlanTree;
  readonly mine: PlanTree;
}

/** The value of one side in words; null: the conflict is not about a value that a line can tell. */
export function sayConflict(
  { element, property, ...conflict }: MergeConflict,
  side: Side | 'base',
  trees: ConflictTrees,
  language: MessageLanguage,
): string | null {
  if (property === undefined) return null;
  const tree = trees[side];
  const found = tree.get(element) ?? trees.mine.get(element) ?? trees.theirs.get(element);
  return found ? sayProperty(found, property, conflict[side], tree, language) : null;
}

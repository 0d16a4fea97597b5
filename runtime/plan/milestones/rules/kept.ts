import type { GraphNode } from '../../../model/process-graph.ts';
import type { Comparison, Milestone } from '../comparison.ts';

/** A milestone as both layers have it. */
export interface Kept extends Milestone {
  readonly mine: GraphNode;
}

/** The milestones that are still there. */
export function kept({ milestones, own }: Comparison): Kept[] {
  return milestones.flatMap((milestone) => {
    const mine = own.node(milestone.id);
    return mine === undefined ? [] : [{ ...milestone, mine }];
  });
}

/** Those that are also still of their type, so that their properties can be compared. */
export function comparable(comparison: Comparison): Kept[] {
  return kept(comparison).filter(
    ({ base, mine, decides }) => decides === undefined && base.kind === mine.kind,
  );
}

export function nameOf({ id, name }: { readonly id: string; readonly name?: string }): string {
  return name ?? id;
}

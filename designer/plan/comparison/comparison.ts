import { diff } from '@oneplan/runtime/plan/diff/diff.ts';
import type { PlanChange } from '@oneplan/runtime/plan/diff/plan-change.ts';
import { type ArtefactChanges, type ComparedArtefact, changesByArtefact } from './compared-artefact.ts';
import type { PlanSide } from './plan-side.ts';

/** One side of a comparison, as people call it: 深圳市第 1 版. */
export interface NamedSide {
  readonly name: string;
  readonly side: PlanSide;
}

/** Two plans and what distinguishes them, element by element. */
export interface Comparison {
  readonly base: NamedSide;
  readonly mine: NamedSide;
  readonly changes: readonly PlanChange[];
  readonly artefacts: readonly ArtefactChanges[];
}

export function compare(base: NamedSide, mine: NamedSide): Comparison {
  const changes = diff(base.side.tree, mine.side.tree);
  return { base, mine, changes, artefacts: changesByArtefact(changes) };
}

/** Name of a form or flow where it is there; undefined for the settings. */
export function artefactName(
  { base, mine }: Comparison,
  { kind, key }: ComparedArtefact,
): string | undefined {
  if (kind === 'settings') return undefined;
  const id = `${kind}:${key}`;
  return (mine.side.tree.get(id) ?? base.side.tree.get(id))?.name ?? key;
}

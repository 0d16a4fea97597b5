import type { BundleContent } from '../bundle-content.ts';
import type { PlanElement } from '../elements/element.ts';
import { sameJson } from '../elements/json-value.ts';
import type { MergeConflict } from './merge-conflict.ts';
import type { FlowsToMerge } from './merge-flows.ts';
import type { ReadPlan } from './read-plan.ts';
import { writeDecision } from './write-decision.ts';

export interface MergedDecisions {
  readonly decisions: NonNullable<BundleContent['decisions']>;
  readonly conflicts: readonly MergeConflict[];
  /** decisions that are a conflict as a whole, so that those of their elements say nothing more */
  readonly settled: ReadonlySet<string>;
}

/** The files of the decisions: as one side has them where the other changed nothing, else put together. */
export async function mergeDecisions(merge: FlowsToMerge): Promise<MergedDecisions> {
  const { base, theirs, mine, tree, choices } = merge;
  const decisions: Record<string, { readonly xml: string }> = {};
  const conflicts: MergeConflict[] = [];
  const settled = new Set<string>();
  for (const element of tree.values()) {
    if (element.kind !== 'decision') continue;
    const key = String(element.properties.key);
    const text = ({ content }: ReadPlan) => content.decisions?.[key]?.xml;
    const texts = { base: text(base), theirs: text(theirs), mine: text(mine) };
    let xml = unmerged(merge, element.id, texts) ?? (await writeDecision(merge, element, texts));
    if (xml === undefined) {
      const { id, kind, name } = element;
      const chosen = choices.get(id) ?? 'mine';
      xml = texts[chosen] ?? '';
      settled.add(id);
      const head = { id, element: id, kind, name, reason: 'process' as const, property: undefined };
      conflicts.push({ ...head, ...texts, chosen });
    }
    decisions[key] = { xml };
  }
  return { decisions, conflicts, settled };
}

/** The file of the side that alone changed what the decision says; undefined: both did. */
function unmerged(
  { base, theirs, mine }: FlowsToMerge,
  id: string,
  texts: Readonly<Record<'base' | 'theirs' | 'mine', string | undefined>>,
): string | undefined {
  if (texts.theirs === undefined || texts.mine === undefined) return texts.mine ?? texts.theirs;
  const [before, above, here] = [said(base, id), said(theirs, id), said(mine, id)];
  if (sameJson(above, before) || sameJson(above, here)) return texts.mine;
  return sameJson(here, before) ? texts.theirs : undefined;
}

/** What a file says of a decision, whatever the manifest says about it. */
function said({ tree }: ReadPlan, id: string): unknown[] {
  return [...tree.values()].flatMap((it: PlanElement) => {
    if (it.id === id) return [[it.properties.dmn, it.properties.source]];
    if (!it.id.startsWith(`${id}/`)) return [];
    return [[it.id, it.parent, it.slot, it.order, it.properties]];
  });
}

import type { BundleContent } from '../bundle-content.ts';
import { checkLayer, type LayerFindings } from '../locks/check-layer.ts';
import type { PlanLayer } from '../locks/plan-layer.ts';
import { readLayer } from '../locks/read-layer.ts';
import type { Choices, MergeConflict } from '../merge/merge-conflict.ts';
import { type Merged, merge3 } from '../merge/merge3.ts';
import type { ReadPlan } from '../merge/read-plan.ts';
import { giveUp } from './give-up.ts';

/** A layer that is to follow the version that the layer above has published since. */
export interface Upgrading {
  /** the version that the layer extends now */
  readonly base: ReadPlan;
  /** the version that it will extend */
  readonly theirs: ReadPlan;
  readonly mine: ReadPlan;
  /** all layers above with their new versions, the uppermost first; the last one holds `theirs` */
  readonly above: readonly PlanLayer[];
  readonly choices?: Choices;
}

/** Giving something up can leave something else without its ground: then that goes too, until nothing is refused. */
const rounds = 4;

/**
 * Merges, and gives up what the layers above no longer allow: each such thing is a conflict of its own that keeps what
 * the layer had. What comes out is accepted by the locks of all layers above.
 */
export async function upgrade({ base, theirs, mine, above, choices }: Upgrading): Promise<Merged> {
  const merged = await merge3(base, theirs, mine, choices);
  const conflicts: MergeConflict[] = [...merged.conflicts];
  let content: BundleContent = merged.content;
  for (let round = 0; round < rounds; round += 1) {
    const read = await readLayer(content);
    const findings = checkLayer(above, read);
    if (isAccepted(findings)) return { content, conflicts };
    const given = giveUp(findings, { content, tree: read.tree }, theirs);
    content = given.content;
    const known = new Set(conflicts.map(({ id, reason }) => `${reason} ${id}`));
    conflicts.push(...given.conflicts.filter(({ id, reason }) => !known.has(`${reason} ${id}`)));
  }
  if (isAccepted(checkLayer(above, await readLayer(content)))) return { content, conflicts };
  const { scenarios: _, ...kept } = theirs.content;
  const { scenarios } = mine.content;
  return {
    content: { ...kept, ...(scenarios && { scenarios }) },
    conflicts: [...conflicts, wholePlan(mine, theirs)],
  };
}

function isAccepted({ locks, processes }: LayerFindings): boolean {
  return locks.length === 0 && processes.every(({ severity }) => severity !== 'error');
}

function wholePlan(mine: ReadPlan, theirs: ReadPlan): MergeConflict {
  return {
    id: 'plan',
    element: 'plan',
    kind: 'plan',
    name: theirs.content.manifest.name,
    reason: 'locked',
    property: undefined,
    base: undefined,
    theirs: theirs.content,
    mine: mine.content,
    chosen: 'theirs',
  };
}

import type { BundleContent } from '../bundle-content.ts';
import type { PlanElement, PlanTree } from '../elements/element.ts';
import { sameJson } from '../elements/json-value.ts';
import type { Choices, MergeConflict } from './merge-conflict.ts';
import { mergeFlow } from './merge-flow.ts';
import type { ReadPlan } from './read-plan.ts';

export interface FlowsToMerge {
  readonly base: ReadPlan;
  readonly theirs: ReadPlan;
  readonly mine: ReadPlan;
  /** the elements as they were merged */
  readonly tree: PlanTree;
  readonly choices: Choices;
}

export interface MergedFlows {
  readonly processes: BundleContent['processes'];
  readonly conflicts: readonly MergeConflict[];
  /** processes that are a conflict as a whole, so that those of their elements say nothing more */
  readonly settled: ReadonlySet<string>;
}

/** The files of the flows: as one side has them where the other changed nothing, else put together. */
export async function mergeFlows(merge: FlowsToMerge): Promise<MergedFlows> {
  const processes: Record<string, { readonly xml: string }> = {};
  const conflicts: MergeConflict[] = [];
  const settled = new Set<string>();
  const said = {
    base: flowElements(merge.base),
    theirs: flowElements(merge.theirs),
    mine: flowElements(merge.mine),
  };
  for (const inFile of processesByFile(merge.tree)) {
    const keys = inFile.map(({ properties }) => String(properties.key));
    const texts = {
      base: textOf(merge.base, keys),
      theirs: textOf(merge.theirs, keys),
      mine: textOf(merge.mine, keys),
    };
    let xml = unmerged(texts, said, inFile) ?? (await together(merge, texts, inFile));
    const [first] = inFile;
    if (xml === undefined && first) {
      const chosen = merge.choices.get(first.id) ?? 'mine';
      xml = texts[chosen];
      const { id, kind, name } = first;
      for (const it of inFile) settled.add(it.id);
      conflicts.push({
        id,
        element: id,
        kind,
        name,
        reason: 'process',
        property: undefined,
        ...texts,
        chosen,
      });
    }
    for (const key of keys) processes[key] = { xml: xml ?? '' };
  }
  return { processes, conflicts, settled };
}

interface Sides<T> {
  readonly base: T;
  readonly theirs: T;
  readonly mine: T;
}
type Said = ReadonlyMap<string, readonly unknown[]>;

/** The file of the side that alone changed what the flows say; undefined: both did. */
function unmerged(
  { base, theirs, mine }: Sides<string | undefined>,
  said: Sides<Said>,
  inFile: readonly PlanElement[],
): string | undefined {
  if (theirs === undefined || mine === undefined) return mine ?? theirs;
  const same = (a: Said, b: Said) => inFile.every(({ id }) => sameJson(a.get(id), b.get(id)));
  if (theirs === base || mine === theirs || same(said.theirs, said.base) || same(said.theirs, said.mine))
    return mine;
  return mine === base || same(said.mine, said.base) ? theirs : undefined;
}

async function together(
  { theirs, mine, tree }: FlowsToMerge,
  texts: Sides<string | undefined>,
  inFile: readonly PlanElement[],
): Promise<string | undefined> {
  if (texts.theirs === undefined || texts.mine === undefined) return undefined;
  return mergeFlow({
    theirs: texts.theirs,
    mine: texts.mine,
    processes: inFile.map(({ id }) => id),
    merged: tree,
    theirTree: theirs.tree,
    myTree: mine.tree,
  });
}

function processesByFile(tree: PlanTree): PlanElement[][] {
  const files = new Map<unknown, PlanElement[]>();
  for (const element of tree.values()) {
    if (element.kind !== 'process') continue;
    const inFile = files.get(element.properties.file);
    if (inFile) inFile.push(element);
    else files.set(element.properties.file, [element]);
  }
  return [...files.values()];
}

function textOf({ content }: ReadPlan, keys: readonly string[]): string | undefined {
  return keys.map((key) => content.processes[key]?.xml).find((it) => it);
}

/** What the BPMN files say, by process; the order in which a file lists its elements says nothing. */
function flowElements({ tree }: ReadPlan): Said {
  const flows = new Map<string, { readonly id: string }[]>();
  for (const { id, kind, parent, slot, properties } of tree.values()) {
    if (!id.startsWith('process:')) continue;
    const process = id.split('/', 1)[0] ?? id;
    const { bpmn, source } = properties;
    const said = kind === 'process' ? { id, bpmn, source } : { id, parent, slot, properties };
    const list = flows.get(process);
    if (list) list.push(said);
    else flows.set(process, [said]);
  }
  for (const list of flows.values()) list.sort((a, b) => (a.id < b.id ? -1 : 1));
  return flows;
}

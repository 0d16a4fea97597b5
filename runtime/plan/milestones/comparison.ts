import type { GraphNode, ProcessGraph } from '../../model/process-graph.ts';
import { Course } from './flow/course.ts';
import { type Edge, eventSubprocessesOf } from './flow/token-flow.ts';
import type { LayerProcess } from './layer-process.ts';
import type { MilestoneReport } from './milestone-finding.ts';
import { isHeld, LockTable, type MilestoneLock } from './milestone-lock.ts';

/** A flow element of the layer above that has to stay, unavoidable and in order. */
export interface Milestone {
  readonly id: string;
  /** as the layer above has it */
  readonly base: GraphNode;
  readonly lock: MilestoneLock;
  /** the milestone that depends on the decision which is taken here, when the element has no lock of its own */
  readonly decides?: string;
}

/** The longest that the times on a way through the process may add up to. */
export interface TimeLimit {
  readonly name: string;
  /** ISO 8601 duration without expressions */
  readonly duration: string;
  /** its days are working days */
  readonly working: boolean;
  readonly lock: MilestoneLock;
}

/** Two layers of a process, side by side. */
export interface Comparison {
  readonly base: LayerProcess;
  readonly mine: LayerProcess;
  readonly locks: LockTable;
  readonly milestones: readonly Milestone[];
  /** ways of the layer above; events that interrupt never occur */
  readonly above: Course;
  /** ways of the layer under check; events that interrupt occur only where the layer has added them */
  readonly own: Course;
}

/** One rule; reports and changes nothing. */
export type MilestoneCheck = (comparison: Comparison, report: MilestoneReport) => void;

export function compare(
  base: LayerProcess,
  mine: LayerProcess,
  locked: readonly MilestoneLock[],
): Comparison {
  const escapes = escapesOf(base.graph);
  const mineEscapes = escapesOf(mine.graph);
  const kept = [...escapes].filter(([id, place]) => mineEscapes.get(id) === place);
  const above = new Course(base.graph, new Set(escapes.keys()));
  const own = new Course(mine.graph, new Set(kept.map(([id]) => id)));
  const locks = new LockTable(base.graph, locked);
  const milestones = milestonesOf(above, locks);
  return { base, mine, locks, milestones, above, own };
}

/** Interrupting boundary events and event subprocesses, with where they interrupt. */
function escapesOf(graph: ProcessGraph): Map<string, string> {
  const escapes = new Map<string, string>();
  for (const node of Object.values(graph.nodes)) {
    if (node.kind === 'boundary-event' && node.interrupting) escapes.set(node.id, `on ${node.attachedTo}`);
    if (node.kind !== 'event-subprocess' || !eventSubprocessesOf(graph, node.scope).includes(node.id))
      continue;
    const start = graph.nodes[node.start];
    if (start?.kind === 'start-event' && (start.interrupting ?? true))
      escapes.set(node.id, `in ${node.scope ?? ''}`);
  }
  return escapes;
}

/**
 * The locked elements, and the decisions on which they depend: a milestone behind a gateway is only as safe as the
 * condition that leads to it.
 */
function milestonesOf(above: Course, locks: LockTable): readonly Milestone[] {
  const found = new Map<string, Milestone>();
  for (const id of above.inOrder()) {
    const node = above.node(id);
    const lock = node && locks.of(node);
    if (node && isHeld(lock)) found.set(id, { id, base: node, lock });
  }
  const choices = choicesOf(above);
  for (const milestone of found.values())
    for (const node of deciding(above, choices, milestone.id))
      if (!found.has(node.id) && locks.of(node)?.lock.class !== 'FREE')
        found.set(node.id, { id: node.id, base: node, lock: milestone.lock, decides: milestone.id });
  return above.inOrder().flatMap((id) => found.get(id) ?? []);
}

interface Choice {
  readonly node: GraphNode;
  /** one of these is taken, or some of them */
  readonly edges: readonly Edge[];
}

/** Elements behind which a token may go one way or another. */
function choicesOf(course: Course): readonly Choice[] {
  return course.inOrder().flatMap((id) => {
    const node = course.node(id);
    const { some } = course.flow.leaving(id);
    return node === undefined || some.length < 2 ? [] : [{ node, edges: some }];
  });
}

/** Elements at which it is decided whether a milestone is come to (control dependence). */
function deciding(course: Course, choices: readonly Choice[], milestone: string): GraphNode[] {
  const avoidance = course.avoidance(milestone);
  return choices.flatMap(({ node, edges }) => {
    const around = edges.filter(({ target }) => avoidance.from(target)).length;
    return around > 0 && around < edges.length ? [node] : [];
  });
}

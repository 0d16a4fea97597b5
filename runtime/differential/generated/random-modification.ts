import type { GraphNode, ProcessGraph } from '../../model/process-graph.ts';
import type { ScriptCommand, ScriptInstruction } from '../script-command.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Random } from './random.ts';

/**
 * A modification of an instance that stands like this: what is active is cancelled, anything of the process is begun.
 * Undefined when there is nothing that both engines define.
 */
export function randomModification(
  random: Random,
  snapshot: Snapshot,
  graph: ProcessGraph,
): ScriptCommand | undefined {
  const active = activeIn(snapshot, graph);
  const nodes = Object.values(graph.nodes).filter(
    (node) => isBegun(graph, node) && !leadsToJoin(graph, node),
  );
  const make = (): ScriptInstruction | undefined => {
    const kind = random.next();
    if (kind < 0.35 && active.length > 0) return { cancel: random.pick(active) };
    if (kind < 0.45 && active.length > 0) return { cancelAll: elementOf(random.pick(active)) };
    if (nodes.length === 0) return undefined;
    const node = random.pick(nodes);
    const variables = random.chance(0.5) ? {} : { variables: { choice: random.below(4) } };
    const [flow, second] = node.outgoing;
    if (kind > 0.85 && flow !== undefined) return { startTransition: flow, ...variables };
    if (kind > 0.75 && flow !== undefined && second === undefined)
      return { startAfter: node.id, ...variables };
    return { startBefore: node.id, ...variables };
  };
  const instruction = make();
  return instruction && { do: 'modify', instructions: [instruction] };
}

/**
 * What can be cancelled: activity instances that are told apart by their paths. A body of which instances have ended is
 * never empty on the reference (see known-differences.ts).
 */
function activeIn(snapshot: Snapshot, graph: ProcessGraph): string[] {
  const counted = snapshot.variables.some(
    ({ name, value }) => name === 'nrOfCompletedInstances' && value !== 0,
  );
  return snapshot.active
    .filter((path) => isOf(graph, path) && !(counted && path.includes('#multiInstanceBody/')))
    .map((path) => path.replace(/~/g, ''))
    .filter((path, _, all) => all.filter((other) => other.endsWith(path)).length === 1);
}

function elementOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\[\d+\]$/, '');
}

/** Whether an activity instance is one of the process itself, not of one that it calls. */
function isOf(graph: ProcessGraph, path: string): boolean {
  return path
    .split('/')
    .every((name) => Object.hasOwn(graph.nodes, name.replace(/^~|#multiInstanceBody|\[\d+\]$/g, '')));
}

/** What is at a border, in an event subprocess or behind an event-based gateway: see known-differences.ts. */
function isBegun(graph: ProcessGraph, node: GraphNode): boolean {
  if (node.kind === 'boundary-event' || isInEventSubprocess(graph, node)) return false;
  if (node.kind !== 'catch-event') return true;
  return !Object.values(graph.flows).some(
    ({ source, target }) => target === node.id && graph.nodes[source]?.kind === 'event-based-gateway',
  );
}

function isInEventSubprocess(graph: ProcessGraph, node: GraphNode | undefined): boolean {
  if (node === undefined) return false;
  const around = node.scope === undefined ? undefined : graph.nodes[node.scope];
  return node.kind === 'event-subprocess' || isInEventSubprocess(graph, around);
}

/** A join that gets two tokens by one flow counts them in another way on the reference (see known-differences.ts). */
function leadsToJoin(graph: ProcessGraph, from: GraphNode): boolean {
  const seen = new Set<string>([from.id]);
  const open = [from];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.kind === 'parallel-gateway') return true;
    for (const id of nextOf(graph, node)) {
      const next = graph.nodes[id];
      if (next === undefined || seen.has(id)) continue;
      seen.add(id);
      open.push(next);
    }
  }
  return false;
}

function nextOf(graph: ProcessGraph, node: GraphNode): string[] {
  const targets = node.outgoing.flatMap((id) => graph.flows[id]?.target ?? []);
  const link = node.kind === 'throw-event' && node.result?.throws === 'link' ? [node.result.target] : [];
  return [...targets, ...link, ...(node.boundaries ?? []), ...(node.scope === undefined ? [] : [node.scope])];
}

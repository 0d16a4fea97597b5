import type { GraphNode, ProcessGraph } from '../model/process-graph.ts';
import type { Token } from './instance-state.ts';
import type { Run } from './run.ts';

/**
 * Whether anything alive inside a scope can still come to an element of it by sequence flows: a token at rest that has
 * no other inside it, or one on its way. Out of a subprocess it goes on behind the subprocess; boundary events and event
 * subprocesses that may yet occur do not count (Camunda 7, InclusiveGatewayActivityBehavior.canReachActivity).
 */
export function canBeReached(run: Run, elementId: string, scope: number | undefined): boolean {
  const graph = run.graphIn(scope);
  const sources = [
    ...leavesIn(run, scope)
      .filter((token) => token.a !== undefined || token.e !== elementId || token.p !== scope)
      .map((token) => goingTo(graph, token)),
    ...run
      .arrivals()
      .filter(({ parent }) => within(run, graph, parent, scope))
      .map((arrival) => arrival.elementId),
  ];
  return sources.some((source) => leadsTo(graph, source, elementId));
}

/** Behind an activity that a job is to leave, the token is on its flow already. */
function goingTo(graph: ProcessGraph, { e, a, f }: Token): string {
  return a === 'after' && f !== undefined ? (graph.flows[f]?.target ?? e) : e;
}

/** Tokens at rest inside a scope that hold none themselves; what a call activity calls belongs to another process. */
function leavesIn(run: Run, scope: number | undefined): Token[] {
  const graph = run.graphIn(scope);
  const inside = run.tokens().filter((token) => token.h === undefined && within(run, graph, token.p, scope));
  const holders = new Set(inside.map(({ p }) => p));
  return inside.filter(({ i }) => !holders.has(i));
}

/** Whether a token is the scope or lies inside it, with no call activity between. */
function within(
  run: Run,
  graph: ProcessGraph,
  token: number | undefined,
  scope: number | undefined,
): boolean {
  let at = token;
  while (at !== scope) {
    const holder = at === undefined ? undefined : run.token(at);
    if (holder === undefined || holder.c !== undefined) return false;
    at = holder.p;
  }
  return run.graphIn(token) === graph;
}

function leadsTo(graph: ProcessGraph, from: string, target: string): boolean {
  const seen = new Set<string>();
  const waiting = [from];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (id === target) return true;
    const node = graph.nodes[id];
    if (node === undefined || seen.has(id)) continue;
    seen.add(id);
    waiting.push(...behind(graph, node));
  }
  return false;
}

function behind(graph: ProcessGraph, node: GraphNode): readonly string[] {
  if (node.kind === 'throw-event' && node.result?.throws === 'link') return [node.result.target];
  if (node.outgoing.length === 0) return node.scope === undefined ? [] : [node.scope];
  return node.outgoing.flatMap((id) => graph.flows[id]?.target ?? []);
}

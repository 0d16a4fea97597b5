import type { GraphFlow, GraphNode, ProcessGraph } from '../process-graph.ts';
import type { Report } from '../report.ts';

/** A condition that a whole process must meet. It reports; it never changes the graph. */
export type GraphRule = (graph: ProcessGraph, report: Report) => void;

export function nodesOf(graph: ProcessGraph): GraphNode[] {
  return Object.values(graph.nodes);
}

export function outgoingFlows(graph: ProcessGraph, node: GraphNode): GraphFlow[] {
  return node.outgoing.flatMap((id) => graph.flows[id] ?? []);
}

/** The process and each subprocess: undefined stands for the process itself. */
export function scopesOf(graph: ProcessGraph): (string | undefined)[] {
  const subprocesses = nodesOf(graph).filter((node) => node.kind === 'subprocess');
  return [undefined, ...subprocesses.map((node) => node.id)];
}

/** How a scope is called in a message. */
export function scopeLabel(graph: ProcessGraph, scope: string | undefined): string {
  return scope === undefined ? `process "${graph.id}"` : `subprocess "${scope}"`;
}

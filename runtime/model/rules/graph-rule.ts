import type {
  EventSubprocessNode,
  GraphFlow,
  GraphNode,
  ProcessGraph,
  SubprocessNode,
} from '../process-graph.ts';
import type { Report } from '../report.ts';

/** A condition that a whole process must meet. It reports; it never changes the graph. */
export type GraphRule = (graph: ProcessGraph, report: Report) => void;

export function nodesOf(graph: ProcessGraph): GraphNode[] {
  return Object.values(graph.nodes);
}

export function outgoingFlows(graph: ProcessGraph, node: GraphNode): GraphFlow[] {
  return node.outgoing.flatMap((id) => graph.flows[id] ?? []);
}

/** Nodes that hold a flow of their own. */
export function isScope(node: GraphNode): node is SubprocessNode | EventSubprocessNode {
  return node.kind === 'subprocess' || node.kind === 'event-subprocess';
}

/** The process and each subprocess: undefined stands for the process itself. */
export function scopesOf(graph: ProcessGraph): (string | undefined)[] {
  return [
    undefined,
    ...nodesOf(graph)
      .filter(isScope)
      .map((node) => node.id),
  ];
}

/** Whether a path ends at the node by its meaning: an end event, a message end event (which a worker sends) among them. */
export function isEnd(node: GraphNode): boolean {
  return node.kind === 'end-event' || node.type === 'messageEndEvent';
}

/** How a scope is called in a message. */
export function scopeLabel(graph: ProcessGraph, scope: string | undefined): string {
  return scope === undefined ? `process "${graph.id}"` : `subprocess "${scope}"`;
}

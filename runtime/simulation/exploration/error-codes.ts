import type { GraphNode, ProcessGraph } from '../../model/process-graph.ts';

/** Code that stands for any error where an event catches all of them. */
const ANY_ERROR = 'ERROR';

/** Codes of the errors that events at the border of an element, or around it, wait for: what may be reported there. */
export function errorCodesAround(graph: ProcessGraph, element: string): readonly string[] {
  const codes = new Set<string>();
  for (let at = graph.nodes[element]; at !== undefined; ) {
    const around: GraphNode | undefined = at.scope === undefined ? undefined : graph.nodes[at.scope];
    const scope = around ?? graph;
    const starts = ('eventSubprocesses' in scope ? (scope.eventSubprocesses ?? []) : []).map((id) =>
      startOf(graph, id),
    );
    for (const id of [...(at.boundaries ?? []), ...starts]) {
      const node = graph.nodes[id];
      const trigger = node !== undefined && 'trigger' in node ? node.trigger : undefined;
      if (trigger?.on === 'error') codes.add(trigger.code ?? ANY_ERROR);
    }
    at = around;
  }
  return [...codes];
}

function startOf(graph: ProcessGraph, id: string): string {
  const node = graph.nodes[id];
  return node?.kind === 'event-subprocess' ? node.start : '';
}

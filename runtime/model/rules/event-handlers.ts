import type { CatchTrigger, GraphNode, ProcessGraph } from '../process-graph.ts';
import { type GraphRule, isScope, nodesOf } from './graph-rule.ts';

/** What one activity, or the process itself, may catch: no two handlers for the same thing, as it would be open which one is meant. */
export const eventHandlers: GraphRule = (graph, report) => {
  checkUnique((graph.eventStarts ?? []).flatMap((id) => graph.nodes[id] ?? []));
  checkUnique(startsOf(graph, graph.eventSubprocesses));
  for (const node of nodesOf(graph)) {
    checkUnique((node.boundaries ?? []).flatMap((id) => graph.nodes[id] ?? []));
    if (isScope(node)) checkUnique(startsOf(graph, node.eventSubprocesses));
  }

  function checkUnique(handlers: readonly GraphNode[]): void {
    const seen = new Map<string, string>();
    for (const handler of handlers) {
      const what = caught(handler);
      if (what === undefined) continue;
      const first = seen.get(what);
      if (first === undefined) seen.set(what, handler.id);
      else {
        const message = `"${handler.id}" catches ${what}, as "${first}" does already; keep one of them`;
        report.add('duplicate-handler', { elementId: handler.id }, message, { first, caught: what });
      }
    }
  }
};

function startsOf(graph: ProcessGraph, subprocesses: readonly string[] | undefined): GraphNode[] {
  return (subprocesses ?? []).flatMap((id) => {
    const node = graph.nodes[id];
    return node !== undefined && isScope(node) ? (graph.nodes[node.start] ?? []) : [];
  });
}

/** Timers may stand side by side; everything else is told apart by name or code. */
function caught(handler: GraphNode): string | undefined {
  const trigger = 'trigger' in handler ? handler.trigger : undefined;
  return trigger === undefined ? undefined : described(trigger);
}

function described(trigger: CatchTrigger): string | undefined {
  switch (trigger.on) {
    case 'timer':
      return undefined;
    case 'message':
      return `the message "${trigger.message}"`;
    case 'signal':
      return `the signal "${trigger.signal}"`;
    default:
      return trigger.code === undefined ? `any ${trigger.on}` : `the ${trigger.on} "${trigger.code}"`;
  }
}

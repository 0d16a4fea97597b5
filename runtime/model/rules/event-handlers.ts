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
    const seen: { readonly id: string; readonly what: string }[] = [];
    for (const { id, what } of handlers.flatMap((handler) => ({ id: handler.id, what: caught(handler) }))) {
      if (what === undefined) continue;
      const first = seen.find((other) => clash(other.what, what));
      seen.push({ id, what });
      if (first === undefined) continue;
      const message = `"${id}" catches ${what}, as "${first.id}" does already; keep one of them`;
      report.add('duplicate-handler', { elementId: id }, message, { first: first.id, caught: what });
    }
  }
};

function startsOf(graph: ProcessGraph, subprocesses: readonly string[] | undefined): GraphNode[] {
  return (subprocesses ?? []).flatMap((id) => {
    const node = graph.nodes[id];
    return node !== undefined && isScope(node) ? (graph.nodes[node.start] ?? []) : [];
  });
}

const ANY_ESCALATION = 'any escalation';

/** An escalation without a code leaves nothing for one with a code; an error does (both as Camunda 7). */
function clash(one: string, other: string): boolean {
  const escalations = /^(any|the) escalation/.test(one) && /^(any|the) escalation/.test(other);
  return one === other || (escalations && (one === ANY_ESCALATION || other === ANY_ESCALATION));
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

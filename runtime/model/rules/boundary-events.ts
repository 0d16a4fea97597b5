import type { GraphNode, NodeKind } from '../process-graph.ts';
import { type GraphRule, nodesOf } from './graph-rule.ts';

const HOSTS: ReadonlySet<NodeKind> = new Set([
  'user-task',
  'external-task',
  'receive-task',
  'subprocess',
  'pass-through',
  'script-task',
  'business-rule-task',
  'call-activity',
]);

/** A boundary event sits on a task or subprocess of its own scope and is entered only by what happens there. */
export const boundaryEvents: GraphRule = (graph, report) => {
  for (const node of nodesOf(graph)) {
    if (node.kind !== 'boundary-event') continue;
    const host = graph.nodes[node.attachedTo];
    if (host === undefined || !isActivity(host) || host.scope !== node.scope)
      report.add(
        'boundary-host',
        { elementId: node.id },
        `The boundary event "${node.id}" is not attached to a task or subprocess beside it; attach it to one`,
      );
    if (node.incoming > 0)
      report.add(
        'boundary-has-incoming',
        { elementId: node.id },
        `A sequence flow leads into the boundary event "${node.id}"; lead it to the element behind`,
      );
  }
};

/** Events that are nodes of the same kinds as tasks (a message that a worker sends, a milestone) hold no boundary events. */
function isActivity(node: GraphNode): boolean {
  return HOSTS.has(node.kind) && !/event|intermediate/i.test(node.type);
}

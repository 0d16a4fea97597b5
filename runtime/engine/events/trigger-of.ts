import type { CatchTrigger, GraphNode } from '../../model/process-graph.ts';

/** What a token at the node waits for, when it is an event or a receive task. */
export function triggerOf(node: GraphNode): CatchTrigger | undefined {
  switch (node.kind) {
    case 'catch-event':
    case 'boundary-event':
    case 'start-event':
      return node.trigger;
    case 'receive-task':
      return { on: 'message', message: node.message };
    default:
      return undefined;
  }
}

import type { GraphNode } from '../../model/process-graph.ts';

/** Link events are a way of drawing: Camunda 7 writes nothing about them into its history. */
export function isUnrecorded(node: GraphNode): boolean {
  return node.type === 'intermediateLinkThrow' || node.type === 'intermediateLinkCatch';
}

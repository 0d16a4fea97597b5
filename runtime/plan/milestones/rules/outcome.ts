import type { GraphFlow, ProcessGraph } from '../../../model/process-graph.ts';

/**
 * The flow that stands for an outcome of a decision of the layer above: it has the same id, or (where a step was put
 * on it and took the id along) the same condition, and leaves the same element.
 */
export function outcomeInMine(base: ProcessGraph, mine: ProcessGraph, id: string): GraphFlow | undefined {
  const outcome = base.flows[id];
  const gateway = outcome === undefined ? undefined : mine.nodes[outcome.source];
  if (outcome === undefined || gateway === undefined) return undefined;
  const same = mine.flows[id];
  if (same?.source === outcome.source) return same;
  const isDefault = base.nodes[outcome.source]?.defaultFlow === id;
  return gateway.outgoing
    .flatMap((flow) => mine.flows[flow] ?? [])
    .find((flow) =>
      isDefault
        ? gateway.defaultFlow === flow.id
        : outcome.condition !== undefined && flow.condition === outcome.condition,
    );
}

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { block, processOf } from '../../engine/fixtures/random-process.ts';
import { deployable } from '../../model/deployable.ts';
import type { GraphNode, ProcessGraph } from '../../model/process-graph.ts';
import { checkMilestones } from './check-milestones.ts';
import { withTaskOn, withWayAround } from './fixtures/graph-edits.ts';
import type { MilestoneLock } from './milestone-lock.ts';

async function drawn(root: Parameters<typeof processOf>[0]): Promise<ProcessGraph> {
  const { graphs } = await deployable(processOf(root).xml);
  const [graph] = graphs;
  if (graph === undefined) throw new Error('the generator draws what may be deployed');
  return graph;
}

const everyElement = (graph: ProcessGraph): readonly MilestoneLock[] =>
  Object.values(graph.nodes).map(({ id, kind }) => ({
    element: id,
    // a subprocess that is LOCKED takes no additions inside
    lock: { class: kind.endsWith('subprocess') ? 'APPEND' : 'LOCKED' },
  }));

const kindBefore = (graph: ProcessGraph, { id }: GraphNode) =>
  Object.values(graph.flows)
    .filter(({ target }) => target === id)
    .map(({ source }) => graph.nodes[source]?.kind);

/** A subprocess that is always left by an error or escalation is never completed, and so no milestone of anything. */
const isThrownOut = (graph: ProcessGraph, { boundaries = [] }: GraphNode) =>
  boundaries.some((id) => /Error|Escalation/.test(graph.nodes[id]?.type ?? ''));

/** What a way around can be drawn about: one flow out, and in front no gateway that wants an event behind it. */
const canBeBypassed = (graph: ProcessGraph, node: GraphNode) =>
  node.outgoing.length === 1 &&
  node.incoming > 0 &&
  !kindBefore(graph, node).includes('event-based-gateway') &&
  !isThrownOut(graph, node);

describe('any process in which every element is locked', () => {
  test('is accepted as it is', async () => {
    await fc.assert(
      fc.asyncProperty(block, async (root) => {
        const graph = await drawn(root);
        expect(checkMilestones({ base: { graph }, mine: { graph }, locks: everyElement(graph) })).toEqual([]);
      }),
      { numRuns: 60, seed: 2026 },
    );
  }, 60_000);

  test('is accepted with a task put on any of its flows, whichever half keeps the flow’s id', async () => {
    await fc.assert(
      fc.asyncProperty(block, fc.nat(), fc.constantFrom('source', 'target'), async (root, choice, keeps) => {
        const base = await drawn(root);
        const flows = Object.values(base.flows).filter(
          ({ source }) => base.nodes[source]?.kind !== 'event-based-gateway',
        );
        const flow = flows[choice % flows.length];
        if (flow === undefined) return;
        const mine = withTaskOn(base, flow, keeps);
        expect(
          checkMilestones({ base: { graph: base }, mine: { graph: mine }, locks: everyElement(base) }),
        ).toEqual([]);
      }),
      { numRuns: 120, seed: 2026 },
    );
  }, 60_000);

  test('is refused with a way around any of its elements, and the way is shown', async () => {
    const kinds = new Set<string>();
    await fc.assert(
      fc.asyncProperty(block, fc.nat(), async (root, choice) => {
        const base = await drawn(root);
        const candidates = Object.values(base.nodes).filter((node) => canBeBypassed(base, node));
        const around = candidates[choice % candidates.length];
        if (around === undefined) return;
        kinds.add(around.kind);
        const mine = withWayAround(base, around);
        const findings = checkMilestones({
          base: { graph: base },
          mine: { graph: mine },
          locks: everyElement(base),
        });
        const found = findings.find(
          ({ rule, element }) => rule === 'milestone-avoidable' && element === around.id,
        );
        expect(found?.path).toEqual(expect.arrayContaining(['split', 'past', 'merge']));
        expect(found?.path).not.toContain('through');
      }),
      { numRuns: 120, seed: 2026 },
    );
    expect(kinds.size).toBeGreaterThan(8);
  }, 60_000);
});

import type { Comparison, MilestoneCheck } from '../comparison.ts';
import type { Anchor, Course } from '../flow/course.ts';
import { kept, nameOf } from './kept.ts';
import { outcomeInMine } from './outcome.ts';

/**
 * A milestone that is unavoidable from some point of the process of the layer above (its start, another milestone, an
 * outcome of a decision, an event) is so from the same point on in mine.
 */
export const avoidable: MilestoneCheck = (comparison, report) => {
  const anchors = anchorsOf(comparison);
  const { above, own } = comparison;
  const broken = kept(comparison).flatMap((milestone) => {
    const from = anchors.find(
      (anchor) =>
        !above.avoids(milestone.id, anchor.base) &&
        own.avoids(milestone.id, anchor.mine) &&
        !isOutOfOrder(comparison, anchor.base, milestone.id),
    );
    return from === undefined ? [] : [{ ...milestone, from: from.mine }];
  });
  const told = new Set(broken.map(({ id }) => id));
  for (const { base, mine, lock, from, decides } of broken) {
    if (decides !== undefined && told.has(decides)) continue;
    const path = own.wayAround(base.id, from);
    const { leaves, over, interrupted } = departure(own, base.id, path, from);
    const params = { from: nameOf(leaves), over: nameOf(over) };
    const message = interrupted
      ? `“${nameOf(base)}” may be cut short or skipped: at “${params.from}” the event “${params.over}” leads past it. Lead every way through it.`
      : `“${nameOf(base)}” can be bypassed: behind “${params.from}” the flow may go over “${params.over}” without it. Lead every way through it.`;
    report.add(interrupted ? 'milestone-interrupted' : 'milestone-avoidable', lock, mine, message, {
      path,
      params,
    });
  }
};

/** Milestones that have changed places: that is what the rule about their order tells. */
function isOutOfOrder({ above, own }: Comparison, anchor: Anchor, later: string): boolean {
  if (anchor.at !== 'element' || anchor.id === later || own.node(anchor.id) === undefined) return false;
  return !above.precedence(anchor.id).reaches(later) && own.precedence(anchor.id).reaches(later);
}

interface AnchorPair {
  readonly base: Anchor;
  readonly mine: Anchor;
}

/** Points of the base, in order, that mine has as well. */
function anchorsOf({ milestones, above, own, base, mine }: Comparison): readonly AnchorPair[] {
  const start: AnchorPair = { base: { at: 'start' }, mine: { at: 'start' } };
  const held = new Set(milestones.map(({ id }) => id));
  const here = above.inOrder().flatMap((id): AnchorPair[] => {
    const node = above.node(id);
    const at: AnchorPair = { base: { at: 'element', id }, mine: { at: 'element', id } };
    const event = node?.kind === 'boundary-event' || node?.kind === 'start-event';
    const outcomes = above.flow.leaving(id).some.flatMap(({ flow = '' }): AnchorPair[] => {
      const found = outcomeInMine(base.graph, mine.graph, flow);
      return found === undefined
        ? []
        : [{ base: { at: 'flow', id: flow }, mine: { at: 'flow', id: found.id } }];
    });
    return own.node(id) !== undefined && (event || held.has(id)) ? [at, ...outcomes] : outcomes;
  });
  return [start, ...here];
}

interface Place {
  readonly id: string;
  readonly name?: string;
}

/** Where a way around a milestone parts from the last way to it (from the point it is told from on), and what it goes over. */
function departure(
  own: Course,
  milestone: string,
  path: readonly string[],
  from: Anchor,
): { readonly leaves: Place; readonly over: Place; readonly interrupted: boolean } {
  const leading = own.leadingTo(milestone);
  const elements = path.flatMap((id) => own.node(id) ?? []);
  const point =
    from.at === 'start' ? '' : from.at === 'flow' ? own.flow.graph.flows[from.id]?.source : from.id;
  const last = Math.max(
    elements.findLastIndex(({ id }) => leading.has(id)),
    elements.findIndex(({ id }) => id === point),
  );
  const leaves = elements[last] ?? { id: path[0] ?? '' };
  const over = elements[last + 1] ?? leaves;
  const end = elements.at(-1);
  const stopped = end !== undefined && own.flow.terminates(end);
  const event =
    'kind' in over &&
    (over.kind === 'boundary-event' ||
      (over.kind === 'start-event' && own.node(over.scope ?? '')?.kind === 'event-subprocess'));
  return { leaves, over, interrupted: stopped || event };
}

import type { GraphFlow } from '../../../model/process-graph.ts';
import type { Comparison, Milestone, MilestoneCheck } from '../comparison.ts';
import type { MilestoneReport } from '../milestone-finding.ts';
import { isHeld } from '../milestone-lock.ts';
import { kept, nameOf } from './kept.ts';
import { outcomeInMine } from './outcome.ts';

/**
 * A locked decision, and one on which a milestone depends, keeps its outcomes and what leads to each. An outcome may be
 * added only where it comes back to the decision, or where the lock says that the layer may append.
 */
export const decision: MilestoneCheck = (comparison, report) => {
  for (const milestone of kept(comparison)) {
    const { all, some } = comparison.above.flow.leaving(milestone.id);
    if (
      some.length === 0 ||
      !isHeld(comparison.locks.ofProperty(milestone.base, 'condition') ?? milestone.lock)
    )
      continue;
    const outcomes = [...all, ...some].flatMap(({ flow = '' }) => comparison.base.graph.flows[flow] ?? []);
    const kept = outcomes.map((outcome) => keptOutcome(comparison, milestone, outcome, report));
    added(comparison, milestone, new Set(kept), report);
  }
};

function keptOutcome(
  { base, mine }: Comparison,
  milestone: Milestone,
  outcome: GraphFlow,
  report: MilestoneReport,
): string | undefined {
  const found = outcomeInMine(base.graph, mine.graph, outcome.id);
  const wasDefault = milestone.base.defaultFlow === outcome.id;
  const isDefault = found !== undefined && mine.graph.nodes[milestone.id]?.defaultFlow === found.id;
  if (found !== undefined && wasDefault === isDefault && found.condition === outcome.condition)
    return found.id;
  const params = {
    outcome: outcome.condition ?? outcome.id,
    found: found?.condition ?? '',
    decides: milestone.decides ?? '',
  };
  const message =
    found === undefined
      ? `The decision “${nameOf(milestone.base)}” has lost the outcome ${params.outcome}. Put it back.`
      : `The decision “${nameOf(milestone.base)}” leads on by another condition than ${params.outcome}. Change it back.`;
  const path = found === undefined ? [milestone.id] : [milestone.id, found.id];
  report.add('milestone-decision', milestone.lock, milestone.base, message, { path, params });
  return found?.id;
}

function added(
  { own, mine }: Comparison,
  milestone: Milestone,
  kept: ReadonlySet<string | undefined>,
  report: MilestoneReport,
): void {
  if (milestone.lock.lock.class === 'APPEND' && milestone.decides === undefined) return;
  const back = own.avoidance(milestone.id);
  for (const flow of mine.graph.nodes[milestone.id]?.outgoing ?? []) {
    const target = mine.graph.flows[flow]?.target;
    if (kept.has(flow) || target === undefined || !back.from(target)) continue;
    const params = {
      outcome: mine.graph.flows[flow]?.condition ?? flow,
      found: '',
      decides: milestone.decides ?? '',
    };
    const message = `The decision “${nameOf(milestone.base)}” has got another outcome, ${params.outcome}, which the layer above did not lay down. Take it away, or lead it back to the decision.`;
    report.add('milestone-decision', milestone.lock, milestone.base, message, {
      path: [milestone.id, flow, ...back.wayFrom(target)],
      params,
    });
  }
}

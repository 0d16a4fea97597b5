import { compileTemplate } from '../../../expressions/expression.ts';
import type { GraphNode } from '../../../model/process-graph.ts';
import type { Comparison, Milestone, MilestoneCheck } from '../comparison.ts';
import type { LayerProcess } from '../layer-process.ts';
import { nameOf } from './kept.ts';

/** Stands for every variable: a call that hands all of them back. */
const EVERYTHING = '*';

/**
 * What a locked decision goes by is written by those who wrote it in the layer above. An added step, table or mapping
 * that writes the same variable would decide in their place.
 */
export const decidedElsewhere: MilestoneCheck = (comparison, report) => {
  const { own, base, mine } = comparison;
  const before = writersOf(base);
  const now = writersOf(mine);
  const told = new Set<string>();
  for (const milestone of comparison.milestones) {
    if (own.node(milestone.id) === undefined) continue;
    for (const variable of decidingVariables(comparison, milestone))
      for (const id of [...(now.get(variable) ?? []), ...(now.get(EVERYTHING) ?? [])]) {
        const writer = own.node(id);
        if (writer === undefined || before.get(variable)?.has(id) || before.get(EVERYTHING)?.has(id))
          continue;
        if (told.has(`${id} ${variable}`)) continue;
        if (comesOnlyAfter(comparison, writer, milestone.id)) continue;
        told.add(`${id} ${variable}`);
        const params = { variable, decision: nameOf(milestone.base), decisionElement: milestone.id };
        const message = `“${nameOf(writer)}” sets “${variable}”, by which “${params.decision}” decides. Only those may decide there whom the layer above named; take the variable out of this step.`;
        report.add('milestone-decided-elsewhere', milestone.lock, writer, message, {
          path: own.wayTo(milestone.id, [id]),
          params,
        });
      }
  }
};

function decidingVariables({ base }: Comparison, { base: node }: Milestone): ReadonlySet<string> {
  const conditions = node.outgoing.flatMap((flow) => base.graph.flows[flow]?.condition ?? []);
  const enough = node.multiInstance?.completionCondition;
  const sources = enough === undefined ? conditions : [...conditions, enough];
  return new Set(sources.flatMap((source) => compileTemplate(source).variables));
}

function comesOnlyAfter({ own }: Comparison, writer: GraphNode, decision: string): boolean {
  return !own.leadingTo(decision).has(writer.id) && own.leadingTo(writer.id).has(decision);
}

/** Elements that write each variable; those whose scope hides it behind an input of the same name among them. */
function writersOf({ graph, stepVariables }: LayerProcess): ReadonlyMap<string, ReadonlySet<string>> {
  const writers = new Map<string, Set<string>>();
  for (const node of Object.values(graph.nodes))
    for (const name of [...written(node), ...(stepVariables?.get(node.id) ?? [])])
      writers.set(name, (writers.get(name) ?? new Set()).add(node.id));
  return writers;
}

function written(node: GraphNode): readonly string[] {
  const outputs = (node.outputs ?? []).map(({ name }) => name);
  const hidden = holdsOthers(node) ? (node.inputs ?? []).map(({ name }) => name) : [];
  return [...outputs, ...hidden, ...ownResult(node), ...caught(node)];
}

function holdsOthers({ kind }: GraphNode): boolean {
  return kind === 'subprocess' || kind.endsWith('-gateway');
}

function ownResult(node: GraphNode): readonly string[] {
  switch (node.kind) {
    case 'script-task':
    case 'business-rule-task':
      return node.resultVariable === undefined ? [] : [node.resultVariable];
    case 'call-activity':
      return node.out.map((mapping) => ('target' in mapping ? mapping.target : EVERYTHING));
    case 'start-event':
      return node.initiator === undefined ? [] : [node.initiator];
    default:
      return [];
  }
}

function caught(node: GraphNode): readonly string[] {
  const trigger = 'trigger' in node ? node.trigger : undefined;
  if (trigger?.on === 'error')
    return [trigger.codeVariable, trigger.messageVariable].filter((name) => name !== undefined);
  return trigger?.on === 'escalation' && trigger.codeVariable !== undefined ? [trigger.codeVariable] : [];
}

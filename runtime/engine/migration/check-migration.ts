import type { GraphNode, ProcessGraph } from '../../model/process-graph.ts';
import type { ElementMapping, MigrationFinding, MigrationPlan } from './migration-plan.ts';

/** Maps every element to the one of the same id where that is allowed (Camunda 7: "Generating a migration plan"). */
export function suggestMigration(from: ProcessGraph, to: ProcessGraph): MigrationPlan {
  const same = Object.keys(from.nodes).flatMap((id): ElementMapping[] =>
    Object.hasOwn(to.nodes, id) ? [{ from: id, to: id }] : [],
  );
  let mappings = same;
  // A scope that cannot be mapped takes what is inside with it, so this is repeated until nothing changes.
  for (;;) {
    const refused = new Set(checkMigration(from, to, { mappings }).map(({ elementId }) => elementId));
    if (refused.size === 0) return { mappings };
    mappings = mappings.filter((mapping) => !refused.has(mapping.from));
  }
}

/**
 * Camunda 7's rules for a plan: both elements exist, none is mapped twice, they are of one kind. Stricter than there,
 * so that nothing is moved that cannot go on as it says: catching events wait for the same, multi-instances stay what
 * they are, and what is around an element is mapped to what is around the other, so that no scope is flattened, added
 * or left.
 */
export function checkMigration(
  from: ProcessGraph,
  to: ProcessGraph,
  plan: MigrationPlan,
): MigrationFinding[] {
  const targets = new Map(plan.mappings.map((mapping) => [mapping.from, mapping.to]));
  const seen = new Set<string>();
  return plan.mappings.flatMap((mapping) => {
    const finding = problemOf(from, to, mapping, targets);
    const twice = seen.has(mapping.from);
    seen.add(mapping.from);
    const message = `"${mapping.from}" is mapped twice; map each element once`;
    return twice ? [{ rule: 'mapped-twice', elementId: mapping.from, message }] : (finding ?? []);
  });
}

function problemOf(
  from: ProcessGraph,
  to: ProcessGraph,
  mapping: ElementMapping,
  targets: ReadonlyMap<string, string>,
): MigrationFinding | undefined {
  const elementId = mapping.from;
  const old = Object.hasOwn(from.nodes, mapping.from) ? from.nodes[mapping.from] : undefined;
  const next = Object.hasOwn(to.nodes, mapping.to) ? to.nodes[mapping.to] : undefined;
  if (old === undefined || next === undefined) {
    const which = old === undefined ? `"${mapping.from}" in the running` : `"${mapping.to}" in the other`;
    return {
      rule: 'unknown-element',
      elementId,
      message: `There is no ${which} version; take it out of the plan`,
    };
  }
  if (shapeOf(old) !== shapeOf(next)) {
    const message = `"${mapping.from}" (${shapeOf(old)}) cannot become "${mapping.to}" (${shapeOf(next)}); map it to one of its kind`;
    return { rule: 'kind-differs', elementId, message };
  }
  const oldAround = aroundOf(old);
  if ((oldAround === undefined ? undefined : targets.get(oldAround)) !== aroundOf(next)) {
    const message = `What is around "${mapping.from}" (${oldAround ?? 'the process'}) is not mapped to what is around "${mapping.to}" (${aroundOf(next) ?? 'the process'}); map it, or leave both inside the same`;
    return { rule: 'scope-differs', elementId, message };
  }
  return undefined;
}

/** The subprocess around an element, or the activity that it is attached to; undefined: the process. */
export const aroundOf = (node: GraphNode): string | undefined =>
  node.kind === 'boundary-event' ? node.attachedTo : node.scope;

/** What an element is, as far as another one has to be the same to take its place. */
export function shapeOf(node: GraphNode): string {
  const on = 'trigger' in node && node.trigger !== undefined ? ` on ${node.trigger.on}` : '';
  const repeated =
    node.multiInstance === undefined
      ? ''
      : `, ${node.multiInstance.sequential ? 'sequential' : 'parallel'} multi-instance`;
  return `${node.kind}${on}${repeated}`;
}

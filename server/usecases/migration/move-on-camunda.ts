import type { EngineMapping } from '@oneplan/runtime/camunda/engine-command.ts';
import type { Token } from '@oneplan/runtime/engine/instance-state.ts';
import { migrationFindings } from '@oneplan/runtime/engine/migration/migrate.ts';
import type { MigrationPlan } from '@oneplan/runtime/engine/migration/migration-plan.ts';
import type { ProcessGraph } from '@oneplan/runtime/model/process-graph.ts';
import type { Context } from '../../context.ts';
import type { LockedInstance } from '../../persistence/engine/instance-row.ts';
import { stepContext } from '../engine/step-context.ts';
import type { MigrationBetween } from './migration-between.ts';
import { type InstanceFinding, ownTokens, refusalOf } from './move-instance.ts';

/** What the engine is asked to do with one instance, or why it is not asked. */
export type EngineMove =
  | { readonly mappings: readonly EngineMapping[] }
  | { readonly findings: readonly InstanceFinding[] };

const waiting: InstanceFinding = {
  rule: 'engine-waiting',
  elementId: '',
  message:
    'What was last done in the instance is still on its way to the process engine; try again in a moment',
};

/**
 * What becomes of an instance on a Camunda engine under a migration plan, by where it stood when it was last looked at.
 * The engine checks both again when it moves the instance. `settled`: nothing is on its way to it.
 */
export function moveOnCamunda(
  context: Context,
  between: MigrationBetween,
  plan: MigrationPlan,
  instance: LockedInstance,
  settled: boolean,
): EngineMove {
  const { from, to } = between;
  const refused = refusalOf(between, instance);
  if (refused) return { findings: [refused] };
  if (!settled) return { findings: [waiting] };
  const { state } = instance;
  const own = ownTokens(state);
  const findings = migrationFindings(
    from.process.graph,
    to.process.graph,
    { state, own, plan },
    stepContext(context, from.bundle).calledProcess,
    stepContext(context, to.bundle).calledProcess,
  );
  return findings.length > 0 ? { findings } : { mappings: mappingsFor(from.process.graph, own, plan) };
}

/**
 * The part of the plan that the engine needs: what the instance stands at with its boundary events, and event
 * subprocesses. It refuses plans that name elements at which nothing can wait.
 */
function mappingsFor(graph: ProcessGraph, own: readonly Token[], plan: MigrationPlan): EngineMapping[] {
  const needed = new Set<string>();
  const withEventSubprocesses = (ids: readonly string[] | undefined) => {
    for (const id of ids ?? []) {
      needed.add(id);
      const node = graph.nodes[id];
      if (node?.kind === 'event-subprocess') needed.add(node.start);
    }
  };
  withEventSubprocesses(graph.eventSubprocesses);
  for (const { e } of own) {
    needed.add(e);
    const node = graph.nodes[e];
    for (const id of node?.boundaries ?? []) needed.add(id);
    if (node?.kind === 'subprocess' || node?.kind === 'event-subprocess')
      withEventSubprocesses(node.eventSubprocesses);
  }
  const bodies = new Set(own.flatMap(({ e, m }) => (m ? e : [])));
  return plan.mappings.flatMap(({ from, to, updateTrigger = false }) => {
    if (!needed.has(from)) return [];
    const one = { from, to, updateEventTrigger: updateTrigger };
    const body = `#multiInstanceBody`;
    return bodies.has(from) ? [{ from: from + body, to: to + body, updateEventTrigger: false }, one] : [one];
  });
}

import type { ProcessGraph } from '../../model/process-graph.ts';
import { endWait } from '../behaviours/behaviours.ts';
import type { Effect } from '../effect.ts';
import { armBeside, armEventSubprocesses } from '../events/arm.ts';
import type { InstanceState, Token } from '../instance-state.ts';
import { Run, type StepContext } from '../run.ts';
import { checkMigration } from './check-migration.ts';
import type { ElementMapping, MigrationFinding, MigrationPlan } from './migration-plan.ts';

export interface Migrated {
  readonly state: InstanceState;
  /** events that wait no more, and those that begin to wait; what stays has no effect */
  readonly effects: readonly Effect[];
  /** tokens whose element has another id now: rows of tasks, jobs and activities follow */
  readonly moved: readonly { readonly token: number; readonly from: string; readonly to: string }[];
}

/**
 * Moves an instance to another version of its process. Pure, so a dry run is the same call. What an instance waits at
 * has to be mapped; boundary events and event subprocesses that the plan leaves out are given up, those that the
 * other version adds begin to wait. Called processes stay what they are: an instance that stands in one which is not
 * the same in both versions is refused. `context` belongs to the other version, `calledBefore` to the one that runs.
 */
export function migrate(
  from: ProcessGraph,
  to: ProcessGraph,
  state: InstanceState,
  plan: MigrationPlan,
  context: StepContext,
  calledBefore: StepContext['calledProcess'] = context.calledProcess,
): Migrated | { readonly findings: readonly MigrationFinding[] } {
  const before = new Run(
    from,
    state,
    { ...context, ...(calledBefore !== undefined && { calledProcess: calledBefore }) },
    endWait,
  );
  const mappings = new Map(plan.mappings.map((mapping) => [mapping.from, mapping]));
  const own = state.t.filter((token) => before.calledAround(token.p) === undefined);
  const findings = migrationFindings(from, to, { state, own, plan }, calledBefore, context.calledProcess);
  if (findings.length > 0) return { findings };
  const given = own.filter((token) => token.h !== undefined && !stays(mappings.get(token.e)));
  for (const token of given) before.endWait(token, 'cancelled');
  const kept = state.t
    .filter((token) => !given.includes(token))
    .map((token) => (own.includes(token) ? at(to, token, mappings.get(token.e)?.to ?? token.e) : token));
  const after = new Run(to, { ...state, t: kept }, context, endWait);
  armMissing(after);
  return {
    state: after.toState(),
    effects: [...before.effects, ...after.effects],
    moved: own.flatMap((token) => {
      const target = given.includes(token) ? token.e : (mappings.get(token.e)?.to ?? token.e);
      return target === token.e ? [] : [{ token: token.i, from: token.e, to: target }];
    }),
  };
}

/** Why an instance cannot be moved; empty: it can. `own`: its tokens in the process itself, not in what it calls. */
export function migrationFindings(
  from: ProcessGraph,
  to: ProcessGraph,
  asked: { readonly state: InstanceState; readonly own: readonly Token[]; readonly plan: MigrationPlan },
  calledBefore: StepContext['calledProcess'],
  calledAfter: StepContext['calledProcess'],
): MigrationFinding[] {
  const mappings = new Map(asked.plan.mappings.map((mapping) => [mapping.from, mapping]));
  return [
    ...checkMigration(from, to, asked.plan),
    ...asked.own.flatMap((token) => problemOf(token, mappings.get(token.e), to) ?? []),
    ...asked.state.t.flatMap((token) => problemOfCall(token, calledBefore, calledAfter) ?? []),
  ];
}

function stays(mapping: ElementMapping | undefined): boolean {
  return mapping !== undefined && mapping.updateTrigger !== true;
}

function problemOf(
  token: Token,
  mapping: ElementMapping | undefined,
  to: ProcessGraph,
): MigrationFinding | undefined {
  if (token.h !== undefined) return undefined;
  const elementId = token.e;
  if (mapping === undefined) {
    const message = `The instance stands at "${elementId}", which the plan does not map; map it or move the instance on first`;
    return { rule: 'unmapped', elementId, message };
  }
  if (token.f === undefined || beginsByJob(token, mapping.to, to)) return undefined;
  const flow = Object.hasOwn(to.flows, token.f) ? to.flows[token.f] : undefined;
  const end = token.a === 'after' ? flow?.source : flow?.target;
  if (end === mapping.to) return undefined;
  const message = `The instance waits on the flow "${token.f}" at "${elementId}", which the other version does not have there; keep the flow or let the instance go on first`;
  return { rule: 'flow-missing', elementId, message };
}

/** What has not begun yet needs no flow behind it, but for a join, which counts by flows. */
function beginsByJob(token: Token, elementId: string, to: ProcessGraph): boolean {
  return token.a === 'before' && to.nodes[elementId]?.kind !== 'parallel-gateway';
}

/** The token at its element of the other version. The flow that it came by is told only where it is still there. */
function at(to: ProcessGraph, token: Token, elementId: string): Token {
  const moved = { ...token, e: elementId };
  if (token.f === undefined || !beginsByJob(token, elementId, to)) return moved;
  if (Object.hasOwn(to.flows, token.f) && to.flows[token.f]?.target === elementId) return moved;
  const { f: _, ...without } = moved;
  return without;
}

function problemOfCall(
  token: Token,
  before: StepContext['calledProcess'],
  after: StepContext['calledProcess'],
): MigrationFinding | undefined {
  if (token.c === undefined) return undefined;
  const key = token.c.d;
  if (JSON.stringify(before?.(key)) === JSON.stringify(after?.(key))) return undefined;
  const message = `The instance stands in "${key}", which "${token.e}" calls and which the other version has changed; let it end first`;
  return { rule: 'called-process-differs', elementId: token.e, message };
}

/** Arms the boundary events and event subprocesses that nothing waits for yet. */
function armMissing(run: Run): void {
  const armed = (elementId: string, host: number) =>
    run.tokens().some((token) => token.e === elementId && token.h === host);
  const inScope = (scope: number | undefined, ids: readonly string[] | undefined) => {
    const missing = (ids ?? []).filter((id) => {
      const node = run.nodeIn(scope, id);
      return node.kind === 'event-subprocess' && !armed(node.start, scope ?? 0);
    });
    armEventSubprocesses(run, scope, missing);
  };
  inScope(undefined, run.graph.eventSubprocesses);
  for (const token of run.tokens()) {
    if (token.h !== undefined || token.a !== undefined || run.calledAround(token.p) !== undefined) continue;
    const node = run.nodeOf(token);
    const instance = node.multiInstance !== undefined && token.m === undefined;
    for (const id of instance ? [] : (node.boundaries ?? []))
      if (!armed(id, token.i)) armBeside(run, id, token);
    const scope = node.kind === 'subprocess' || node.kind === 'event-subprocess';
    if (scope && token.m === undefined) inScope(token.i, node.eventSubprocesses);
  }
}

import type { InstanceState, Token } from '@oneplan/runtime/engine/instance-state.ts';
import { type Migrated, migrate } from '@oneplan/runtime/engine/migration/migrate.ts';
import type { MigrationPlan } from '@oneplan/runtime/engine/migration/migration-plan.ts';
import type { Context } from '../../context.ts';
import type { LockedInstance } from '../../persistence/engine/instance-row.ts';
import { stepContext } from '../engine/step-context.ts';
import { startVariables } from '../records/start-variables.ts';
import type { MigrationBetween } from './migration-between.ts';

export interface InstanceFinding {
  readonly rule: string;
  readonly elementId: string;
  readonly message: string;
}

export type Move = Migrated | { readonly findings: readonly InstanceFinding[] };

/**
 * What becomes of one instance under a migration plan: its state on the other version, or why it cannot move. Variables
 * that only the other version declares are added as at a start; those that are there keep their values. Changes nothing.
 */
export function moveInstance(
  context: Context,
  between: MigrationBetween,
  plan: MigrationPlan,
  instance: LockedInstance,
): Move {
  const { from, to } = between;
  const refused = refusalOf(between, instance);
  if (refused) return { findings: [refused] };
  const state = { ...instance.state, v: { ...declaredIn(between, instance), ...instance.state.v } };
  const before = stepContext(context, from.bundle);
  const after = stepContext(context, to.bundle);
  return migrate(from.process.graph, to.process.graph, state, plan, after, before.calledProcess);
}

/** Why an instance may not move, whatever the plan says; null: it may. */
export function refusalOf(
  { to, toPath }: MigrationBetween,
  instance: LockedInstance,
): InstanceFinding | null {
  if (instance.place !== null && !instance.place.path.startsWith(toPath))
    return {
      rule: 'not-governed',
      elementId: '',
      message:
        'The other version is published for an org unit that the pupil does not belong to; choose the version that governs the pupil',
    };
  if (instance.record !== null && !to.bundle.forms.has(instance.record.formKey))
    return {
      rule: 'form-missing',
      elementId: '',
      message: `The other version has no form "${instance.record.formKey}", which the record of the instance was filled in with`,
    };
  return null;
}

function declaredIn({ to }: MigrationBetween, instance: LockedInstance): InstanceState['v'] {
  const planned = to.bundle.manifest.processes.find(({ key }) => key === to.process.key);
  if (!planned || instance.subjectKind === 'none') return {};
  return startVariables(to.bundle, planned, {
    initiatorId: instance.startedBy ?? '',
    submission: instance.record,
    studentId: instance.subjectId,
  });
}

/** Tokens of the process itself, not of what it calls. */
export function ownTokens(state: InstanceState): Token[] {
  const tokens = new Map(state.t.map((token) => [token.i, token]));
  const inCalled = (token: Token): boolean => {
    const around = token.p === undefined ? undefined : tokens.get(token.p);
    return around !== undefined && (around.c !== undefined || inCalled(around));
  };
  return state.t.filter((token) => !inCalled(token));
}

import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Context } from '../../context.ts';
import { statesOf } from '../engine-queries/instance-states.ts';
import { type VariableValues, variablesAt } from '../external-tasks/visible-variables.ts';

/** Whose variables: those of a process instance (token null), or those at one of its tokens. */
export interface VariableScope {
  readonly instanceId: string;
  readonly token: number | null;
  /** Only the token's own ones; otherwise all that it sees. */
  readonly local: boolean;
}

/** What can be seen there now. Throws `not-found` when the instance is not there, or nothing waits at the token. */
export async function readVariables(context: Context, scope: VariableScope): Promise<VariableValues> {
  const state = (await statesOf(context, [scope.instanceId])).get(scope.instanceId);
  if (!state)
    throw new AppError('not-found', `execution ${scope.instanceId} doesn't exist: execution is null`, {
      instanceId: scope.instanceId,
    });
  if (scope.token === null) return state.v;
  if (!state.t.some(({ i }) => i === scope.token))
    throw new AppError(
      'not-found',
      `execution ${scope.instanceId}:${scope.token} doesn't exist: execution is null`,
      { instanceId: scope.instanceId },
    );
  const { local, visible } = variablesAt(state, scope.token);
  return scope.local ? local : visible;
}

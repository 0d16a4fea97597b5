import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Context } from '../../context.ts';
import { readInstanceId } from '../engine-queries/instance-id.ts';
import { statesOf } from '../engine-queries/instance-states.ts';
import { type VariableValues, variablesAt } from '../external-tasks/visible-variables.ts';

/** Whose variables: those of a process instance (token null), or those at one of its tokens. */
export interface VariableScope {
  /** A called process has an id of its own: see `readInstanceId`. */
  readonly instanceId: string;
  readonly token: number | null;
  /** Only the token's own ones; otherwise all that it sees. */
  readonly local: boolean;
}

/** What can be seen there now. Throws `not-found` when the instance is not there, or nothing waits at the token. */
export async function readVariables(context: Context, scope: VariableScope): Promise<VariableValues> {
  const { rootId, calledBy } = readInstanceId(scope.instanceId);
  const state = (await statesOf(context, [rootId])).get(rootId);
  const call = calledBy === null ? undefined : state?.t.find(({ i, c }) => i === calledBy && c !== undefined);
  if (!state || (calledBy !== null && call === undefined))
    throw new AppError('not-found', `execution ${scope.instanceId} doesn't exist: execution is null`, {
      instanceId: scope.instanceId,
    });
  if (call !== undefined) return call.l ?? {};
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

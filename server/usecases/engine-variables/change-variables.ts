import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Token } from '@oneplan/runtime/engine/instance-state.ts';
import type { Variables } from '@oneplan/runtime/expressions/expression.ts';
import type { Context } from '../../context.ts';
import { transaction } from '../../persistence/transaction.ts';
import { executeCommand } from '../engine/execute-command.ts';
import { instanceIdOf, readInstanceId } from '../engine-queries/instance-id.ts';
import { statesOf } from '../engine-queries/instance-states.ts';
import type { VariableValues } from '../external-tasks/visible-variables.ts';
import type { VariableScope } from './variable-scope.ts';

export interface VariableChanges {
  readonly set: VariableValues;
  readonly remove: readonly string[];
}

/**
 * Sets and removes variables in one command: in the scope itself when it is local, otherwise where each exists, else
 * on the process instance. Throws `not-found` for an unknown instance and EngineError for a token that is gone.
 */
export function changeVariables(
  context: Context,
  scope: VariableScope,
  { set, remove }: VariableChanges,
): Promise<void> {
  return transaction(context.database, async () => {
    const { rootId, calledBy } = readInstanceId(scope.instanceId);
    const inside =
      calledBy === null
        ? null
        : await insideCall(context, rootId, calledBy, [...Object.keys(set), ...remove]);
    await executeCommand(
      context,
      rootId,
      {
        type: 'set-variables',
        ...(scope.token === null ? {} : { token: scope.token, local: scope.local }),
        ...(inside === null ? {} : { token: inside }),
        variables: set as Variables,
        ...(remove.length > 0 ? { remove } : {}),
      },
      null,
    );
  });
}

/** A called process is addressed by something inside it that does not hide the names. Throws `not-found`. */
async function insideCall(
  context: Context,
  rootId: string,
  calledBy: number,
  names: readonly string[],
): Promise<number> {
  const state = (await statesOf(context, [rootId])).get(rootId);
  const inside = (state?.t ?? []).filter(({ p }) => p === calledBy);
  const hides = ({ l = {}, c }: Token) => names.some((name) => Object.hasOwn((c ? c.l : l) ?? {}, name));
  const token = inside.find((each) => !hides(each)) ?? inside[0];
  if (token) return token.i;
  const id = instanceIdOf({ rootId, calledBy });
  throw new AppError('not-found', `execution ${id} doesn't exist: execution is null`, { instanceId: id });
}

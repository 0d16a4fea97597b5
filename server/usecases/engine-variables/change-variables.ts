import type { Variables } from '@oneplan/runtime/expressions/expression.ts';
import type { Context } from '../../context.ts';
import { transaction } from '../../persistence/transaction.ts';
import { executeCommand } from '../engine/execute-command.ts';
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
  return transaction(context.database, () =>
    executeCommand(
      context,
      scope.instanceId,
      {
        type: 'set-variables',
        ...(scope.token === null ? {} : { token: scope.token, local: scope.local }),
        variables: set as Variables,
        ...(remove.length > 0 ? { remove } : {}),
      },
      null,
    ),
  );
}

import type { Variables } from '../../expressions/expression.ts';
import type { Token } from '../instance-state.ts';
import type { Run } from '../run.ts';
import { removeVariables, setLocalVariables, setVariables } from '../variable-scopes.ts';
import type { CommandHandler } from './command-handler.ts';
import { restingToken } from './waiting-token.ts';

/**
 * Sets and removes variables as Camunda 7 does: from a scope outwards where the name exists, or (local) in that
 * scope itself. A process that a call activity has called is addressed by the token of any activity inside it.
 */
export const setVariablesCommand: CommandHandler<'set-variables'> = (run, command) => {
  const token = command.token === undefined ? undefined : restingToken(run, command.token);
  if (Object.keys(command.variables).length > 0) set(run, token, command.variables, command.local === true);
  if (command.remove !== undefined) removeVariables(run, token, command.remove, command.local === true);
};

function set(run: Run, token: Token | undefined, variables: Variables, local: boolean): void {
  if (local && token !== undefined) setLocalVariables(run, token, variables);
  else setVariables(run, token, variables);
}

import { finishWait } from '../leave.ts';
import { setLocalVariables, setVariables } from '../variable-scopes.ts';
import type { CommandHandler } from './command-handler.ts';
import { waitingToken } from './waiting-token.ts';

export const completeUserTask: CommandHandler<'complete-user-task'> = (run, command) => {
  const { token, node } = waitingToken(run, command.token, ['user-task']);
  setVariables(run, token, command.variables);
  finishWait(run, node, run.latest(token));
};

export const completeExternalTask: CommandHandler<'complete-external-task'> = (run, command) => {
  const { token, node } = waitingToken(run, command.token, ['external-task']);
  if (command.localVariables !== undefined) setLocalVariables(run, token, command.localVariables);
  setVariables(run, run.latest(token), command.variables);
  finishWait(run, node, run.latest(token));
};

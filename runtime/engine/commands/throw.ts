import { EngineError } from '../engine-error.ts';
import { throwError as propagateError } from '../events/throw-error.ts';
import { throwEscalation as propagateEscalation } from '../events/throw-escalation.ts';
import { setVariables } from '../variable-scopes.ts';
import type { CommandHandler } from './command-handler.ts';
import { waitingToken } from './waiting-token.ts';

const WORK = ['user-task', 'external-task'] as const;

export const throwError: CommandHandler<'throw-error'> = (run, command) => {
  const { token } = waitingToken(run, command.token, WORK);
  setVariables(run, token, command.variables ?? {});
  propagateError(run, run.latest(token), command.code, command.message);
};

/** The task stays open unless what catches the escalation interrupts it. Nothing to catch it is refused, as on Camunda 7. */
export const throwEscalation: CommandHandler<'throw-escalation'> = (run, command) => {
  const { token, node } = waitingToken(run, command.token, WORK);
  setVariables(run, token, command.variables ?? {});
  if (propagateEscalation(run, run.latest(token), command.code)) return;
  const message = `Nothing catches the escalation "${command.code}" of "${node.id}"; draw an escalation event around it or use another code`;
  throw new EngineError('NO_HANDLER', message, node.id);
};

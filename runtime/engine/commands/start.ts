import { EngineError } from '../engine-error.ts';
import { setVariables } from '../variable-scopes.ts';
import type { CommandHandler } from './command-handler.ts';

export const start: CommandHandler<'start'> = (run, command) => {
  const { startEventId, variables, initiator } = command;
  const elementId = startEventId ?? run.graph.start;
  const node = run.nodeIn(undefined, run.graph.start);
  if (elementId !== run.graph.start || node.kind !== 'start-event') {
    const message = `The process "${run.graph.id}" does not start at "${elementId}"; it starts at "${run.graph.start}"`;
    throw new EngineError('NO_SUCH_START', message, elementId);
  }
  const named = node.initiator !== undefined && initiator !== undefined;
  setVariables(run, undefined, named ? { ...variables, [node.initiator]: initiator } : variables);
  run.addAlive(undefined, 1);
  run.schedule({ type: 'enter', elementId });
};

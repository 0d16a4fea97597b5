import type { StartEventNode } from '../../model/process-graph.ts';
import { EngineError } from '../engine-error.ts';
import { armEventSubprocesses } from '../events/arm.ts';
import type { Run } from '../run.ts';
import { setVariables } from '../variable-scopes.ts';
import type { CommandHandler } from './command-handler.ts';

/** Begins at the none start event, or at the one that has occurred: the caller has judged by message, time or signal. */
export const start: CommandHandler<'start'> = (run, command) => {
  const { variables, initiator } = command;
  const node = startOf(run, command.startEventId);
  const named = node.initiator !== undefined && initiator !== undefined;
  setVariables(run, undefined, named ? { ...variables, [node.initiator]: initiator } : variables);
  armEventSubprocesses(run, undefined, run.graph.eventSubprocesses);
  const calls = Object.values(run.graph.nodes).some(({ kind }) => kind === 'call-activity');
  if (calls) run.businessKey = command.businessKey;
  run.addAlive(undefined, 1);
  run.schedule({ type: 'enter', elementId: node.id });
};

function startOf({ graph }: Run, startEventId: string | undefined): StartEventNode {
  const starts = [...(graph.start === '' ? [] : [graph.start]), ...(graph.eventStarts ?? [])];
  const elementId = startEventId ?? graph.start;
  const node = starts.includes(elementId) ? graph.nodes[elementId] : undefined;
  if (node?.kind === 'start-event') return node;
  const asked = startEventId === undefined ? 'by itself' : `at "${startEventId}"`;
  const message = `The process "${graph.id}" does not start ${asked}; it starts at "${starts.join('" or "')}"`;
  throw new EngineError('NO_SUCH_START', message, elementId);
}

import type { ProcessGraph } from '../model/process-graph.ts';
import { behaviourOf, endWait } from './behaviours/behaviours.ts';
import type { Command } from './command.ts';
import type { CommandHandler } from './commands/command-handler.ts';
import { COMMAND_HANDLERS } from './commands/command-handlers.ts';
import type { Effect } from './effect.ts';
import { EngineError } from './engine-error.ts';
import { enter } from './enter.ts';
import type { InstanceState } from './instance-state.ts';
import { leave } from './leave.ts';
import { Run, type StepContext, type Work } from './run.ts';

export type { StepContext } from './run.ts';

export interface StepResult {
  readonly state: InstanceState;
  readonly effects: readonly Effect[];
}

const NOT_STARTED: InstanceState = { v: {}, t: [], n: 1 };

/**
 * Applies one command to a process instance and runs it on to its next wait states.
 *
 * Pure: the arguments are not changed, the same arguments give the same result, and time comes from the
 * context only. `state` is null for `start` and the state of the last step otherwise. Throws EngineError when
 * the command is refused or the process cannot go on; nothing has happened then.
 */
export function step(
  graph: ProcessGraph,
  state: InstanceState | null,
  command: Command,
  context: StepContext,
): StepResult {
  checkLifeCycle(graph, state, command);
  const run = new Run(graph, state ?? NOT_STARTED, context, endWait);
  const handle = COMMAND_HANDLERS[command.type] as CommandHandler<Command['type']>;
  handle(run, command);
  for (let work = run.nextWork(); work !== undefined; work = run.nextWork()) perform(run, work);
  return { state: run.toState(), effects: run.effects };
}

function perform(run: Run, work: Work): void {
  if (work.type === 'enter') {
    enter(run, work);
    return;
  }
  const scope = work.token === 0 ? undefined : work.token;
  if (run.alive(scope) > 0) return;
  if (scope === undefined) endProcess(run);
  const token = scope === undefined ? undefined : run.token(scope);
  if (token === undefined) return;
  const node = run.nodeOf(token);
  const { emptied } = behaviourOf(node);
  if (emptied === undefined || token.m === true) leave(run, node, token);
  else emptied(run, node, token);
}

/** Nothing is left in the process: the events that wait on it are given up. */
function endProcess(run: Run): void {
  for (const token of run.tokens()) {
    run.endWait(token, 'cancelled');
    run.remove(token);
  }
  run.end('completed');
}

function checkLifeCycle(graph: ProcessGraph, state: InstanceState | null, command: Command): void {
  if (command.type === 'start') {
    if (state !== null)
      throw new EngineError('ALREADY_STARTED', `The instance of "${graph.id}" has been started before`);
    return;
  }
  if (state === null)
    throw new EngineError('NOT_STARTED', `There is no instance of "${graph.id}" yet; start it first`);
  if (state.e !== undefined && command.type === 'cancel')
    throw new EngineError('INSTANCE_ENDED', `The instance of "${graph.id}" has ended (${state.e})`);
}

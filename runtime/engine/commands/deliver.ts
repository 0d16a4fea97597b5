import type { CatchTrigger } from '../../model/process-graph.ts';
import { EngineError } from '../engine-error.ts';
import { occur } from '../events/occur.ts';
import { triggerOf } from '../events/trigger-of.ts';
import type { Token } from '../instance-state.ts';
import type { Run } from '../run.ts';
import type { CommandHandler } from './command-handler.ts';
import { waitingToken } from './waiting-token.ts';

export const deliverMessage: CommandHandler<'deliver-message'> = (run, command) =>
  occur(run, waitingFor(run, command.token, 'message'), command);

export const deliverSignal: CommandHandler<'deliver-signal'> = (run, command) =>
  occur(run, waitingFor(run, command.token, 'signal'), command);

/** Fires a timer whether or not it is due: when that is, is for the caller to judge. */
export const fireTimer: CommandHandler<'fire-timer'> = (run, command) =>
  occur(run, waitingFor(run, command.token, 'timer'));

function waitingFor(run: Run, number: number, on: CatchTrigger['on']): Token {
  const kinds = ['catch-event', 'boundary-event', 'start-event', 'receive-task'] as const;
  const { token, node } = waitingToken(run, number, kinds);
  const trigger = triggerOf(node);
  if (trigger?.on === on) return token;
  const message = `"${node.id}" waits for a ${trigger?.on ?? 'start'}, so a ${on} cannot reach it`;
  throw new EngineError('TOKEN_MISMATCH', message, node.id);
}

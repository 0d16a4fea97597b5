import { EngineError } from '../engine-error.ts';
import { begin } from '../enter.ts';
import { leaveAfterJob } from '../leave.ts';
import type { CommandHandler } from './command-handler.ts';
import { restingToken } from './waiting-token.ts';

/** Goes on where an async continuation stopped. */
export const runJob: CommandHandler<'run-job'> = (run, command) => {
  const token = restingToken(run, command.token);
  const { a: where, f: flow, ...freed } = token;
  if (where === undefined) {
    const message = `Token ${token.i} at "${token.e}" does not wait for a job`;
    throw new EngineError('TOKEN_MISMATCH', message, token.e);
  }
  const node = run.nodeOf(token);
  run.endWait(token, 'completed');
  run.remove(token);
  if (where === 'before') begin(run, node, freed, flow);
  else leaveAfterJob(run, node, token);
};

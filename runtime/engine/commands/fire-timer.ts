import type { BoundaryEventNode } from '../../model/process-graph.ts';
import { cancelTokens } from '../cancel.ts';
import { startActivity } from '../enter.ts';
import type { Token } from '../instance-state.ts';
import { finishWait, leave } from '../leave.ts';
import type { Run } from '../run.ts';
import type { CommandHandler } from './command-handler.ts';
import { waitingToken } from './waiting-token.ts';

/** Fires a timer whether or not it is due: when that is, is for the caller to judge. */
export const fireTimer: CommandHandler<'fire-timer'> = (run, command) => {
  const { token, node } = waitingToken(run, command.token, ['catch-event', 'boundary-event']);
  if (node.kind === 'catch-event') finishWait(run, node, token);
  else fireBoundary(run, node, token);
};

/** An interrupting event takes the place of its host; any other begins a path beside it. */
function fireBoundary(run: Run, node: BoundaryEventNode, token: Token): void {
  run.endWait(token, 'completed');
  run.remove(token);
  const host = token.h === undefined ? undefined : run.token(token.h);
  if (node.interrupting && host !== undefined) cancelTokens(run, [host]);
  else run.addAlive(token.p, 1);
  const { h: _, ...freed } = token;
  startActivity(run, node, freed);
  leave(run, node, freed);
}

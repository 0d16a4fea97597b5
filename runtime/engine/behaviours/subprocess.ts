import type { SubprocessNode } from '../../model/process-graph.ts';
import type { Behaviour } from '../behaviour.ts';
import { armEventSubprocesses } from '../events/arm.ts';

/** Rests while anything inside is alive; the run leaves it when its scope is empty. */
export const subprocess: Behaviour<SubprocessNode> = {
  enter(run, node, token) {
    run.rest(token);
    armEventSubprocesses(run, token.i, node.eventSubprocesses);
    run.addAlive(token.i, 1);
    run.schedule({ type: 'enter', elementId: node.start, parent: token.i });
  },
};

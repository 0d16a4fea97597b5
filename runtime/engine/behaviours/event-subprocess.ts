import type { EventSubprocessNode } from '../../model/process-graph.ts';
import type { Behaviour } from '../behaviour.ts';
import { armEventSubprocesses } from '../events/arm.ts';

/** Nothing leads to it: it begins when its start event occurs. It rests as a subprocess does and ends in its scope. */
export const eventSubprocess: Behaviour<EventSubprocessNode> = {
  enter(run, node, token) {
    run.rest(token);
    armEventSubprocesses(run, token.i, node.eventSubprocesses);
    run.addAlive(token.i, 1);
    run.schedule({ type: 'enter', elementId: node.start, parent: token.i });
  },
};

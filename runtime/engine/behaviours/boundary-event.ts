import type { BoundaryEventNode } from '../../model/process-graph.ts';
import type { Behaviour } from '../behaviour.ts';
import { endTriggerWait } from '../events/trigger-wait.ts';
import { leave } from '../leave.ts';

/** Waits beside its host (see `armBoundaries`); once it has occurred there is nothing left to do. */
export const boundaryEvent: Behaviour<BoundaryEventNode> = {
  enter: leave,
  endWait: endTriggerWait,
};

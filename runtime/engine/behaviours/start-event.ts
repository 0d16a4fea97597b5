import type { StartEventNode } from '../../model/process-graph.ts';
import type { Behaviour } from '../behaviour.ts';
import { endTriggerWait } from '../events/trigger-wait.ts';
import { leave } from '../leave.ts';

/** What it waits for has occurred before it is entered: a start event of an event subprocess waits beside its scope. */
export const startEvent: Behaviour<StartEventNode> = {
  enter: leave,
  endWait: endTriggerWait,
};

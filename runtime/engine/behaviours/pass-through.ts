import type { PassThroughNode } from '../../model/process-graph.ts';
import type { Behaviour } from '../behaviour.ts';
import { leave } from '../leave.ts';

/** Task, manual task, none throw event: on at once. */
export const passThrough: Behaviour<PassThroughNode> = {
  enter: leave,
};

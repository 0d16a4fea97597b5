import type { StartEventNode } from '../../model/process-graph.ts';
import type { Behaviour } from '../behaviour.ts';
import { leave } from '../leave.ts';

export const startEvent: Behaviour<StartEventNode> = {
  enter: leave,
};

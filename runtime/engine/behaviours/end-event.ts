import type { EndEventNode } from '../../model/process-graph.ts';
import type { Behaviour } from '../behaviour.ts';
import { leaveBy } from '../leave.ts';

/** Consumes the token; the scope ends with its last one. */
export const endEvent: Behaviour<EndEventNode> = {
  enter: (run, node, token) => leaveBy(run, node, token, []),
};

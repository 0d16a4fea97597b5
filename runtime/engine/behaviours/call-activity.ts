import type { CallActivityNode } from '../../model/process-graph.ts';
import type { Behaviour } from '../behaviour.ts';
import { beginCall, endCall } from '../called-process.ts';
import { leave } from '../leave.ts';

/** Rests while the process that it calls runs inside it. */
export const callActivity: Behaviour<CallActivityNode> = {
  enter: beginCall,
  emptied: (run, node, token) => leave(run, node, endCall(run, node, token)),
};

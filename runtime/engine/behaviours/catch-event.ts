import type { CatchEventNode, ReceiveTaskNode } from '../../model/process-graph.ts';
import type { Behaviour } from '../behaviour.ts';
import { endTriggerWait, openWait } from '../events/trigger-wait.ts';

/** Waits for a time, a message or a signal. */
export const catchEvent: Behaviour<CatchEventNode> = {
  enter: (run, node, token) => openWait(run, node, token, node.trigger, token),
  endWait: endTriggerWait,
};

/** Waits for a message. */
export const receiveTask: Behaviour<ReceiveTaskNode> = {
  enter: (run, node, token) => openWait(run, node, token, { on: 'message', message: node.message }, token),
  endWait: endTriggerWait,
};

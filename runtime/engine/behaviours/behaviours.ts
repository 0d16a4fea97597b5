import type { GraphNode } from '../../model/process-graph.ts';
import type { Behaviour, Behaviours } from '../behaviour.ts';
import type { EndWait } from '../run.ts';
import { boundaryEvent } from './boundary-event.ts';
import { businessRuleTask } from './business-rule-task.ts';
import { callActivity } from './call-activity.ts';
import { catchEvent, receiveTask } from './catch-event.ts';
import { endEvent } from './end-event.ts';
import { eventBasedGateway } from './event-based-gateway.ts';
import { eventSubprocess } from './event-subprocess.ts';
import { exclusiveGateway } from './exclusive-gateway.ts';
import { externalTask } from './external-task.ts';
import { inclusiveGateway } from './inclusive-gateway.ts';
import { parallelGateway } from './parallel-gateway.ts';
import { passThrough } from './pass-through.ts';
import { scriptTask } from './script-task.ts';
import { startEvent } from './start-event.ts';
import { subprocess } from './subprocess.ts';
import { throwEvent } from './throw-event.ts';
import { userTask } from './user-task.ts';

/** The behaviour of every kind of node; the compiler asks for a missing one. */
const BEHAVIOURS: Behaviours = {
  'start-event': startEvent,
  'end-event': endEvent,
  'user-task': userTask,
  'external-task': externalTask,
  'pass-through': passThrough,
  'exclusive-gateway': exclusiveGateway,
  'parallel-gateway': parallelGateway,
  'inclusive-gateway': inclusiveGateway,
  'event-based-gateway': eventBasedGateway,
  'catch-event': catchEvent,
  'throw-event': throwEvent,
  'boundary-event': boundaryEvent,
  'receive-task': receiveTask,
  'script-task': scriptTask,
  'business-rule-task': businessRuleTask,
  'call-activity': callActivity,
  subprocess,
  'event-subprocess': eventSubprocess,
};

/** The behaviour of a node, typed for any node: the registry holds the one for its kind. */
export function behaviourOf(node: GraphNode): Behaviour {
  return BEHAVIOURS[node.kind] as Behaviour;
}

export const endWait: EndWait = (run, token, reason) => {
  if (token.a !== undefined)
    run.emit({ type: 'continuation-ended', token: token.i, elementId: token.e, reason });
  if (token.a !== undefined || token.m === true) return;
  const node = run.nodeOf(token);
  behaviourOf(node).endWait?.(run, node, token, reason);
};

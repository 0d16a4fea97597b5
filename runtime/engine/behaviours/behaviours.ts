import type { GraphNode } from '../../model/process-graph.ts';
import type { Behaviour, Behaviours } from '../behaviour.ts';
import type { EndWait } from '../run.ts';
import { endEvent } from './end-event.ts';
import { exclusiveGateway } from './exclusive-gateway.ts';
import { externalTask } from './external-task.ts';
import { notExecuted } from './not-executed.ts';
import { parallelGateway } from './parallel-gateway.ts';
import { passThrough } from './pass-through.ts';
import { startEvent } from './start-event.ts';
import { subprocess } from './subprocess.ts';
import { boundaryEvent, catchEvent } from './timer.ts';
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
  'inclusive-gateway': notExecuted,
  'event-based-gateway': notExecuted,
  'catch-event': catchEvent,
  'throw-event': notExecuted,
  'boundary-event': boundaryEvent,
  'receive-task': notExecuted,
  'script-task': notExecuted,
  'business-rule-task': notExecuted,
  'call-activity': notExecuted,
  subprocess,
  'event-subprocess': notExecuted,
};

/** The behaviour of a node, typed for any node: the registry holds the one for its kind. */
export function behaviourOf(node: GraphNode): Behaviour {
  return BEHAVIOURS[node.kind] as Behaviour;
}

export const endWait: EndWait = (run, token, reason) => {
  const node = run.nodeOf(token);
  behaviourOf(node).endWait?.(run, node, token, reason);
};

import { boundaryEvent } from './boundary-event.ts';
import { businessRuleTask } from './business-rule-task.ts';
import { callActivity } from './call-activity.ts';
import { catchEvent } from './catch-event.ts';
import type { ElementReader } from './element-reader.ts';
import { endEvent } from './end-event.ts';
import { eventBasedGateway } from './event-based-gateway.ts';
import { exclusiveGateway } from './exclusive-gateway.ts';
import { sendTask, serviceTask } from './external-task.ts';
import { inclusiveGateway } from './inclusive-gateway.ts';
import { parallelGateway } from './parallel-gateway.ts';
import { manualTask, task } from './pass-through-task.ts';
import { receiveTask } from './receive-task.ts';
import { scriptTask } from './script-task.ts';
import { startEvent } from './start-event.ts';
import { subprocess } from './subprocess.ts';
import { throwEvent } from './throw-event.ts';
import { userTask } from './user-task.ts';

/** Every flow node that can be executed. */
const ELEMENT_READERS: readonly ElementReader[] = [
  startEvent,
  endEvent,
  throwEvent,
  catchEvent,
  boundaryEvent,
  task,
  manualTask,
  userTask,
  serviceTask,
  sendTask,
  receiveTask,
  scriptTask,
  businessRuleTask,
  callActivity,
  exclusiveGateway,
  parallelGateway,
  inclusiveGateway,
  eventBasedGateway,
  subprocess,
];

const byType = new Map(ELEMENT_READERS.map((reader) => [reader.type, reader]));

export function readerOf(type: string): ElementReader | undefined {
  return byType.get(type);
}

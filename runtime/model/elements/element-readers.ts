import { boundaryTimerEvent } from './boundary-timer-event.ts';
import type { ElementReader } from './element-reader.ts';
import { endEvent } from './end-event.ts';
import { exclusiveGateway } from './exclusive-gateway.ts';
import { sendTask, serviceTask } from './external-task.ts';
import { noneThrowEvent } from './none-throw-event.ts';
import { parallelGateway } from './parallel-gateway.ts';
import { manualTask, task } from './pass-through-task.ts';
import { startEvent } from './start-event.ts';
import { subprocess } from './subprocess.ts';
import { timerCatchEvent } from './timer-catch-event.ts';
import { userTask } from './user-task.ts';

/** Every flow node that can be executed. */
const ELEMENT_READERS: readonly ElementReader[] = [
  startEvent,
  endEvent,
  noneThrowEvent,
  task,
  manualTask,
  userTask,
  serviceTask,
  sendTask,
  exclusiveGateway,
  parallelGateway,
  timerCatchEvent,
  boundaryTimerEvent,
  subprocess,
];

const byType = new Map(ELEMENT_READERS.map((reader) => [reader.type, reader]));

export function readerOf(type: string): ElementReader | undefined {
  return byType.get(type);
}

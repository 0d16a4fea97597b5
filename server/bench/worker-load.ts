import { BasicAuthInterceptor, Client } from 'camunda-external-task-client-js';
import type { FlowSide } from './flow-side.ts';
import { Meter } from './meter.ts';

const tasksAtOnce = 50;

/**
 * Lets one worker of the official JavaScript client complete waiting external tasks, 50 fetched at once, for so many
 * seconds or until none is left. Answers how many it completed a second.
 */
export async function measureWorker(
  side: FlowSide,
  seconds: number,
): Promise<{ perSecond: number; done: number }> {
  const { baseUrl, topic, user } = side.worker;
  const waiting = await side.waitingExternalTasks();
  const client = new Client({
    baseUrl,
    workerId: 'bench',
    maxTasks: tasksAtOnce,
    interval: 0,
    asyncResponseTimeout: 1_000,
    autoPoll: false,
    ...(user ? { interceptors: [new BasicAuthInterceptor(user)] } : {}),
  });
  const meter = new Meter();
  let done = 0;
  await meter.window(
    () =>
      new Promise((resolve) => {
        const over = setTimeout(resolve, seconds * 1000);
        client.subscribe(topic, { lockDuration: 60_000 }, async ({ task, taskService }) => {
          await meter.time('complete', () => taskService.complete(task));
          done++;
          if (done < waiting) return;
          clearTimeout(over);
          resolve();
        });
        client.start();
      }),
  );
  client.stop();
  return { perSecond: meter.measured('complete').perSecond, done };
}

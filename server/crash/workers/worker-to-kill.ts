import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PlatformEffect } from '@oneplan/runtime/workers/platform-effects.ts';
import type { Topic } from '@oneplan/runtime/workers/topic.ts';
import { createWorkers } from '@oneplan/runtime/workers/workers.ts';
import { moments } from '../until.ts';

/** What the process tells the test: its name in the locks. */
export interface FromWorker {
  readonly type: 'ready';
  readonly workerId: string;
}

/** The test tells it nothing. */
export type ToWorker = never;

/**
 * A worker as the platform's are, over the official client, whose work is outside the database: it delivers a file for
 * each task. A process of its own, for tests that kill it and stop it in the middle.
 */
const { BASE_URL = '', PASSWORD = '', FOLDER = '', LOCK_MILLISECONDS } = process.env;

/** As long as work takes, so that a worker is killed before, and after, what it does as well. */
const aWhile = () => moments(Math.random() * 60);

/** Keyed by the task: a delivery that is there already is not made again. */
const deliver: PlatformEffect = async ({ taskId, instanceId, variables }) => {
  await aWhile();
  await appendFile(join(FOLDER, 'attempts'), `${taskId}\n`);
  if (variables.hopeless === true) throw new Error('this can not be delivered');
  try {
    await writeFile(join(FOLDER, 'delivered', `${instanceId} ${taskId}`), '', { flag: 'wx' });
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error;
  }
  await aWhile();
};

const topic: Topic = {
  topic: 'deliver',
  lockMilliseconds: Number(LOCK_MILLISECONDS),
  effect: () => deliver,
};
const silent = () => {};
const workers = createWorkers({
  baseUrl: BASE_URL,
  password: PASSWORD,
  effects: { openNotice: deliver, closeNotice: deliver, appendArchive: deliver, notify: deliver },
  log: { info: silent, warn: silent, error: silent },
  topics: [topic],
  interval: 10,
  longPollMilliseconds: 1_000,
});
workers.start();
process.on('disconnect', () => process.exit(0));
process.send?.({ type: 'ready', workerId: workers.workerId } satisfies FromWorker);

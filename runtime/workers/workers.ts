import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { BasicAuthInterceptor, Client, type Interceptor } from 'camunda-external-task-client-js';
import { performTask } from './perform-task.ts';
import type { PlatformEffects } from './platform-effects.ts';
import type { Topic } from './topic.ts';
import { topics } from './topics.ts';
import type { WorkerLog } from './worker-log.ts';

export interface WorkerOptions {
  /** Of the Camunda 7 REST API, e.g. `http://127.0.0.1:3000/engine-rest`. */
  readonly baseUrl: string;
  readonly username?: string;
  readonly password: string;
  readonly effects: PlatformEffects;
  readonly log: WorkerLog;
  /** Unique by itself when left out: two workers of one name would complete each other's tasks. */
  readonly workerId?: string;
  readonly topics?: readonly Topic[];
  /** How long the engine may hold a request that finds no task, in milliseconds. */
  readonly longPollMilliseconds?: number;
  /** Milliseconds between two polls. */
  readonly interval?: number;
}

export interface Workers {
  readonly workerId: string;
  start(): void;
  /** Fetches nothing more and waits until every task that is being worked on is completed or has failed. */
  stop(): Promise<void>;
}

const maxTasks = 10;
const shortRequest = 15_000;
const longestPause = 10_000;

/** The platform's external-task workers, over the official client. Nothing is fetched before `start`. */
export function createWorkers(options: WorkerOptions): Workers {
  const { log, interval = 100, longPollMilliseconds = 20_000 } = options;
  const workerId = options.workerId ?? `${hostname()}:${process.pid}:${randomUUID()}`;
  const polling = new AbortController();
  const client = new Client({
    baseUrl: options.baseUrl,
    workerId,
    maxTasks,
    maxParallelExecutions: maxTasks,
    interval,
    autoPoll: false,
    asyncResponseTimeout: longPollMilliseconds,
    interceptors: [
      new BasicAuthInterceptor({ username: options.username ?? 'worker', password: options.password }),
      bounded(longPollMilliseconds, polling.signal),
    ],
  });
  const running = new Set<Promise<void>>();
  for (const topic of options.topics ?? topics) {
    const perform = performTask(topic, options);
    client.subscribe(topic.topic, { lockDuration: topic.lockMilliseconds }, (call) => {
      const work = perform(call).finally(() => running.delete(work));
      running.add(work);
      return work;
    });
  }
  client.on('poll:success', () => {
    client.options.interval = interval;
  });
  client.on('poll:error', (error: unknown) => {
    if (polling.signal.aborted) return;
    client.options.interval = Math.min((client.options.interval ?? interval) * 2, longestPause);
    log.warn({ workerId, err: error }, 'the engine gave no external tasks; asking again');
  });
  client.on('handler:error', (error: unknown) =>
    log.error({ workerId, err: error }, 'an external task could not be handled; its lock will run out'),
  );
  return {
    workerId,
    start: () => client.start(),
    stop: async () => {
      client.stop();
      polling.abort();
      while (running.size > 0) await Promise.all(running);
    },
  };
}

/** No request waits for ever, and the poll that is open ends when the workers stop. */
function bounded(longPollMilliseconds: number, signal: AbortSignal): Interceptor {
  return (config) =>
    config.json?.topics === undefined
      ? { ...config, timeout: { request: shortRequest } }
      : { ...config, timeout: { request: longPollMilliseconds + 5_000 }, signal };
}

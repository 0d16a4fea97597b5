import type { Context } from '../../context.ts';
import { WakeSignal } from '../../jobs/wake-signal.ts';
import { onWork } from '../../jobs/work-announcements.ts';
import { releaseLocksOf } from '../../usecases/external-tasks/change-lock.ts';
import {
  type FetchRequest,
  fetchAndLock,
  fetchable,
  type LockedExternalTask,
} from '../../usecases/external-tasks/fetch-and-lock.ts';
import { invalidRequest } from './rest-failure.ts';

interface Waiting {
  readonly request: FetchRequest;
  readonly deadline: number;
  /** The worker hung up: nothing may be locked for it any more. */
  readonly gone: AbortSignal;
  readonly answer: (tasks: LockedExternalTask[]) => void;
  readonly fail: (error: unknown) => void;
}

export interface LongPollOptions {
  /** How often tasks of other processes, and those whose lock ran out, are looked for. */
  readonly intervalMilliseconds?: number;
  /** Answers everybody who waits, and lets nobody wait any more: the server closes. */
  readonly closing?: AbortSignal;
}

const mostWaiting = 1_000;

/**
 * Requests for external tasks that wait until there are some or their time is over. All that wait share one loop: it asks
 * the database once which of the wanted topics have tasks, at an interval and whenever this process has made new work.
 */
export class LongPoll {
  readonly #context: Context;
  readonly #interval: number;
  readonly #closing: AbortSignal | undefined;
  readonly #signal = new WakeSignal();
  readonly #waiting = new Set<Waiting>();
  #looping = false;

  constructor(context: Context, options: LongPollOptions = {}) {
    this.#context = context;
    this.#interval = options.intervalMilliseconds ?? 500;
    this.#closing = options.closing;
    this.#closing?.addEventListener('abort', () => this.#signal.wake());
    onWork(context.database, () => {
      if (this.#looping) this.#signal.wake();
    });
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  /** Tasks that were locked for the worker; none when `milliseconds` have passed without any. */
  async fetch(request: FetchRequest, milliseconds: number, gone: AbortSignal): Promise<LockedExternalTask[]> {
    const deadline = this.#context.now() + milliseconds;
    const tasks = await this.#take(request, gone);
    if (tasks.length > 0 || milliseconds === 0 || gone.aborted || this.#closing?.aborted) return tasks;
    if (this.#waiting.size >= mostWaiting)
      throw invalidRequest(
        'At the moment the server has to handle too many requests at the same time. Please try again later.',
      );
    return new Promise((answer, fail) => {
      const waiting: Waiting = { request, deadline, gone, answer, fail };
      this.#waiting.add(waiting);
      gone.addEventListener('abort', () => this.#finish(waiting, []));
      if (this.#looping) this.#signal.wake();
      else void this.#loop();
    });
  }

  async #loop(): Promise<void> {
    this.#looping = true;
    try {
      while (this.#waiting.size > 0) {
        await this.#look();
        this.#endOverdue();
        if (this.#waiting.size > 0) await this.#signal.wait(this.#rest());
      }
    } finally {
      this.#looping = false;
    }
  }

  /** Gives tasks to those who wait longest first. */
  async #look(): Promise<void> {
    try {
      const topics = await this.#topicsWithTasks();
      for (const waiting of [...this.#waiting]) {
        if (!waiting.request.topics.some(({ topic }) => topics.has(topic))) continue;
        const tasks = await this.#take(waiting.request, waiting.gone);
        if (tasks.length > 0) this.#finish(waiting, tasks);
      }
    } catch (error) {
      for (const waiting of [...this.#waiting]) {
        this.#waiting.delete(waiting);
        waiting.fail(error);
      }
    }
  }

  /** What was locked for a worker that has hung up meanwhile is free again at once. */
  async #take(request: FetchRequest, gone: AbortSignal): Promise<LockedExternalTask[]> {
    if (gone.aborted) return [];
    const tasks = await fetchAndLock(this.#context, request);
    if (!gone.aborted || tasks.length === 0) return tasks;
    await releaseLocksOf(
      this.#context,
      request.workerId,
      tasks.map(({ id }) => id),
    );
    return [];
  }

  async #topicsWithTasks(): Promise<Set<string>> {
    const wanted = new Set(
      [...this.#waiting].flatMap(({ request }) => request.topics.map(({ topic }) => topic)),
    );
    if (wanted.size === 0) return wanted;
    const rows = await this.#context.sql.all<{ topic: string }>(
      `SELECT DISTINCT topic FROM external_task WHERE topic IN (${[...wanted].map(() => '?').join(',')}) AND ${fetchable}`,
      [...wanted, this.#context.now()],
    );
    return new Set(rows.map(({ topic }) => topic));
  }

  #endOverdue(): void {
    const now = this.#context.now();
    for (const waiting of [...this.#waiting]) {
      if (this.#closing?.aborted || waiting.deadline <= now) this.#finish(waiting, []);
    }
  }

  #rest(): number {
    const next = Math.min(...[...this.#waiting].map(({ deadline }) => deadline));
    return Math.max(1, Math.min(this.#interval, next - this.#context.now()));
  }

  #finish(waiting: Waiting, tasks: LockedExternalTask[]): void {
    if (this.#waiting.delete(waiting)) waiting.answer(tasks);
  }
}

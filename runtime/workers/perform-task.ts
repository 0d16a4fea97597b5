import type { Handler, Task, TaskService } from 'camunda-external-task-client-js';
import { AppError } from '../contracts/errors.ts';
import type { PlatformEffects } from './platform-effects.ts';
import type { Topic } from './topic.ts';
import type { WorkerLog } from './worker-log.ts';

/** Tries of a task that has never failed. */
const tries = 3;
/** Before the second and the third try. */
const delays = [5_000, 30_000];

interface Worker {
  readonly effects: PlatformEffects;
  readonly log: WorkerLog;
}

/**
 * The handler of a topic: does the effect, then completes the task. Every error of the effect, and a completion that the
 * engine cannot carry out, is reported with one retry less. Never rejects.
 */
export function performTask(topic: Topic, { effects, log }: Worker): Handler {
  return async ({ task, taskService }) => {
    const about = { taskId: task.id, topic: topic.topic, instanceId: task.processInstanceId };
    const lock = keepLocked(task, taskService, topic.lockMilliseconds, (error) =>
      log.warn({ ...about, err: error }, 'the lock of an external task could not be extended'),
    );
    try {
      await topic.effect(effects)({
        taskId: task.id,
        instanceId: task.processInstanceId,
        variables: task.variables.getAll(),
      });
      lock.release();
      await complete(task, taskService, () =>
        log.warn(about, 'the task was done but could not be completed here; whoever gets it next will do so'),
      );
    } catch (error) {
      lock.release();
      const failure = failureOf(task, error);
      const fields = { ...about, retries: failure.retries, ...loggable(error) };
      if (failure.retries > 0) log.warn(fields, 'an external task failed and will be tried again');
      else log.error(fields, 'an external task failed for the last time and became an incident');
      await taskService
        .handleFailure(task, failure)
        .catch((reason: unknown) =>
          log.error({ ...about, err: reason }, 'a failure could not be reported; the lock will run out'),
        );
    }
  };
}

function keepLocked(
  task: Task,
  service: TaskService,
  milliseconds: number,
  failed: (error: unknown) => void,
) {
  const timer = setInterval(() => {
    service.extendLock(task, milliseconds).catch(failed);
  }, milliseconds / 2);
  return { release: () => clearInterval(timer) };
}

/**
 * The effect is done and keyed by the task, so a completion that does not arrive, or comes too late, is no failure of the
 * task. Rejects when the engine refuses to go on from here: that must become an incident, not a loop.
 */
async function complete(task: Task, service: TaskService, notArrived: () => void): Promise<void> {
  try {
    await service.complete(task);
  } catch (error) {
    const status = (error as { httpStatusCode?: number }).httpStatusCode;
    if (status !== undefined && status >= 500 && status !== 503) throw error;
    notArrived();
  }
}

function failureOf(task: Task, error: unknown) {
  const retries = Math.max(0, (task.retries ?? tries) - 1);
  const failed = tries - retries;
  return {
    errorMessage: error instanceof Error ? error.message : String(error),
    errorDetails: error instanceof Error ? (error.stack ?? '') : '',
    retries,
    retryTimeout: retries === 0 ? 0 : (delays[failed - 1] ?? delays.at(-1) ?? 0),
  };
}

/** Messages of ours may name a pupil: of them only the code and what it is about is logged. */
function loggable(error: unknown): Record<string, unknown> {
  return error instanceof AppError ? { code: error.code, detail: error.detail } : { err: error };
}

import { describe, expect, jest, test } from '@jest/globals';
import type { Failure, Task, TaskService } from 'camunda-external-task-client-js';
import { performTask } from './perform-task.ts';
import type { PlatformEffect, PlatformEffects } from './platform-effects.ts';

const task = (retries: number | null = null): Task => ({
  id: 'task-1',
  topicName: 'notify',
  processInstanceId: 'instance-1',
  retries,
  variables: { getAll: () => ({ kind: 'record-returned' }) },
});

const httpError = (httpStatusCode: number) => Object.assign(new Error('refused'), { httpStatusCode });

function given(notify: PlatformEffect, service: Partial<TaskService> = {}, lockMilliseconds = 60_000) {
  const failures: Failure[] = [];
  const taskService = {
    complete: jest.fn(() => Promise.resolve()),
    extendLock: jest.fn(() => Promise.resolve()),
    handleFailure: (_task: Task, failure: Failure) => {
      failures.push(failure);
      return Promise.resolve();
    },
    ...service,
  };
  const log = { info: jest.fn(), warn: jest.fn(), error: jest.fn() };
  const handler = performTask(
    { topic: 'notify', lockMilliseconds, effect: (effects) => effects.notify },
    { effects: { notify } as unknown as PlatformEffects, log },
  );
  return { failures, taskService, log, run: (each = task()) => handler({ task: each, taskService }) };
}

test('does the effect with the task’s id and variables, then completes it', async () => {
  const calls: unknown[] = [];
  const { run, taskService, failures } = given((call) => {
    calls.push(call);
    return Promise.resolve();
  });
  await run();
  expect(calls).toEqual([
    { taskId: 'task-1', instanceId: 'instance-1', variables: { kind: 'record-returned' } },
  ]);
  expect(taskService.complete).toHaveBeenCalledTimes(1);
  expect(failures).toEqual([]);
});

describe('an effect that fails', () => {
  test.each([
    [null, 2, 5_000],
    [2, 1, 30_000],
    [1, 0, 0],
    [0, 0, 0],
  ])(
    'with %p retries is reported with %p, to be tried after %p ms',
    async (before, retries, retryTimeout) => {
      const { run, taskService, failures } = given(() => Promise.reject(new Error('no paper')));
      await run(task(before));
      expect(failures).toMatchObject([{ errorMessage: 'no paper', retries, retryTimeout }]);
      expect(taskService.complete).not.toHaveBeenCalled();
    },
  );

  test('at once, instead of rejecting, is reported as well', async () => {
    const { run, failures } = given(() => {
      throw new Error('no paper');
    });
    await run();
    expect(failures).toHaveLength(1);
  });

  test('whose report does not arrive is logged, and the handler ends', async () => {
    const { run, log } = given(() => Promise.reject(new Error('no paper')), {
      handleFailure: () => Promise.reject(new Error('engine away')),
    });
    await run();
    expect(log.error).toHaveBeenCalledWith(
      expect.objectContaining({ taskId: 'task-1' }),
      'a failure could not be reported; the lock will run out',
    );
  });
});

describe('a completion', () => {
  test.each([404, 400, 503])('that the engine refuses with %p is no failure of the task', async (status) => {
    const { run, failures, log } = given(() => Promise.resolve(), {
      complete: () => Promise.reject(httpError(status)),
    });
    await run();
    expect(failures).toEqual([]);
    expect(log.warn).toHaveBeenCalledTimes(1);
  });

  test('that does not arrive is no failure of the task', async () => {
    const { run, failures } = given(() => Promise.resolve(), {
      complete: () => Promise.reject(new Error('ECONNRESET')),
    });
    await run();
    expect(failures).toEqual([]);
  });

  test('after which the process cannot go on is a failure, so that it becomes an incident', async () => {
    const { run, failures } = given(() => Promise.resolve(), {
      complete: () => Promise.reject(httpError(500)),
    });
    await run();
    expect(failures).toMatchObject([{ retries: 2 }]);
  });
});

test('the lock is extended for as long as the effect goes on', async () => {
  // given an effect that ends when the lock was extended twice
  let extended = 0;
  let finish: () => void = () => undefined;
  const effect = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const { run, taskService } = given(
    () => effect,
    {
      extendLock: (_task, milliseconds) => {
        expect(milliseconds).toBe(20);
        extended += 1;
        if (extended === 2) finish();
        return Promise.resolve();
      },
    },
    20,
  );
  // when
  await run();
  // then
  expect(extended).toBe(2);
  expect(taskService.complete).toHaveBeenCalledTimes(1);
});

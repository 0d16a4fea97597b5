import { describe, expect, test } from '@jest/globals';
import { type ExternalTaskWorld, minute, setUpExternalTasks, type Task } from './external-task-world.ts';

let world: ExternalTaskWorld;
setUpExternalTasks((opened) => {
  world = opened;
});

describe('complete', () => {
  test('runs the process on with the worker’s variables', async () => {
    // given
    const record = await world.returnedRecord();
    const [task] = await world.fetchAs('w1');
    // when
    const answer = await world.rest.call('POST', `/external-task/${task?.id}/complete`, {
      workerId: 'w1',
      variables: { toldAt: { type: 'Date', value: '2026-11-22T08:00:00.000+0000' } },
    });
    // then
    expect(answer.status).toBe(204);
    const instance = await world.fixture.context.sql.one<{ state: string }>(
      'SELECT state FROM process_instance WHERE id = ?',
      [record.instanceId],
    );
    const state = JSON.parse(instance?.state ?? '{}');
    expect(state.v.toldAt).toBe('2026-11-22T08:00:00.000Z');
    expect(state.t.map(({ e }: { e: string }) => e)).toContain('revise');
  });

  test('of several completions at once one is accepted and the others find no task', async () => {
    await world.returnedRecord();
    const [task] = await world.fetchAs('w1');
    const answers = await Promise.all(
      Array.from({ length: 6 }, () =>
        world.rest.call('POST', `/external-task/${task?.id}/complete`, { workerId: 'w1' }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404, 404, 404, 404, 404]);
    expect(answers.find(({ status }) => status === 404)?.body).toEqual({
      type: 'RestException',
      message: `External task with id ${task?.id} does not exist`,
      code: 0,
    });
  });

  test('another worker is refused by name, and nothing happens', async () => {
    await world.returnedRecord();
    const [task] = await world.fetchAs('w1');
    const answer = await world.rest.call('POST', `/external-task/${task?.id}/complete`, { workerId: 'w2' });
    expect(answer).toMatchObject({
      status: 400,
      body: {
        type: 'RestException',
        message: `External Task ${task?.id} cannot be completed by worker 'w2'. It is locked by worker 'w1'.`,
      },
    });
    expect(await world.get(task?.id ?? '')).toMatchObject({ workerId: 'w1' });
  });

  test('a task that nobody locked can be completed by nobody', async () => {
    const [id] = await world.givenTasks(1);
    const answer = await world.rest.call('POST', `/external-task/${id}/complete`, { workerId: 'w1' });
    expect(answer).toMatchObject({
      status: 400,
      body: { message: expect.stringMatching(/by worker 'null'/) },
    });
  });

  test.each([
    ['an unknown type', { outcome: { type: 'File', value: 'YQ==' } }],
    ['a name that no variable may have', { constructor: { type: 'String', value: 'x' } }],
  ])('%s is refused and completes nothing', async (_what, variables) => {
    await world.returnedRecord();
    const [task] = await world.fetchAs('w1');
    const answer = await world.rest.call('POST', `/external-task/${task?.id}/complete`, {
      workerId: 'w1',
      variables,
    });
    expect(answer).toMatchObject({ status: 400, body: { type: 'InvalidRequestException' } });
    expect(await world.get(task?.id ?? '')).toMatchObject({ workerId: 'w1' });
  });
});

describe('failure', () => {
  test('is kept with the task, which comes back after the worker’s time-out', async () => {
    // given
    const [id] = await world.givenTasks(1);
    await world.fetchAs('w1');
    // when
    const answer = await world.rest.call('POST', `/external-task/${id}/failure`, {
      workerId: 'w1',
      errorMessage: '𠮷'.repeat(600),
      errorDetails: 'at line 1',
      retries: 2,
      retryTimeout: minute,
    });
    // then
    expect(answer.status).toBe(204);
    expect(await world.fetchAs('w2')).toEqual([]);
    world.fixture.context.advance(minute);
    expect(await world.fetchAs('w2')).toMatchObject([{ id, retries: 2, errorMessage: '𠮷'.repeat(500) }]);
    expect((await world.rest.call('GET', `/external-task/${id}/errorDetails`)).body).toBe('at line 1');
  });

  test('without retries it is an incident, until retries are set', async () => {
    // given
    const [id] = await world.givenTasks(1);
    await world.fetchAs('w1');
    await world.rest.call('POST', `/external-task/${id}/failure`, { workerId: 'w1', errorMessage: 'no' });
    // when, then
    world.fixture.context.advance(60 * minute);
    expect(await world.fetchAs('w1')).toEqual([]);
    const incidents = await world.rest.call<Task[]>('GET', '/external-task?noRetriesLeft=true');
    expect(incidents.body).toMatchObject([{ id, retries: 0, errorMessage: 'no' }]);
    expect((await world.rest.manage('PUT', `/external-task/${id}/retries`, { retries: 1 })).status).toBe(204);
    expect(await world.fetchAs('w1')).toMatchObject([{ id, retries: 1 }]);
  });

  test('a BPMN error is taken from the worker that holds the lock only', async () => {
    const [id] = await world.givenTasks(1);
    await world.fetchAs('w1');
    const answer = await world.rest.call('POST', `/external-task/${id}/bpmnError`, {
      workerId: 'w2',
      errorCode: 'E1',
    });
    expect(answer).toMatchObject({
      status: 400,
      body: {
        message: `External Task ${id} cannot be moved to error by worker 'w2'. It is locked by worker 'w1'.`,
      },
    });
  });
});

describe('locks', () => {
  test('a lock is extended by the worker that has it', async () => {
    const [id] = await world.givenTasks(1);
    await world.fetchAs('w1');
    world.fixture.context.advance(minute / 2);
    await world.rest.call('POST', `/external-task/${id}/extendLock`, { workerId: 'w1', newDuration: minute });
    world.fixture.context.advance(minute / 2);
    expect(await world.fetchAs('w2')).toEqual([]);
    world.fixture.context.advance(minute / 2);
    expect(await world.fetchAs('w2')).toHaveLength(1);
  });

  test.each([
    ['another worker’s', 'w2', 0],
    ['an expired', 'w1', minute + 1],
  ])('%s lock cannot be extended', async (_what, workerId, later) => {
    const [id] = await world.givenTasks(1);
    await world.fetchAs('w1');
    world.fixture.context.advance(later);
    const answer = await world.rest.call('POST', `/external-task/${id}/extendLock`, {
      workerId,
      newDuration: 1,
    });
    expect(answer).toMatchObject({ status: 400, body: { type: 'RestException' } });
  });

  test('one task can be locked, and is refused while another worker has it', async () => {
    const [id] = await world.givenTasks(1);
    const lock = (workerId: string) =>
      world.rest.call('POST', `/external-task/${id}/lock`, { workerId, lockDuration: minute });
    expect((await lock('w1')).status).toBe(204);
    expect((await lock('w1')).status).toBe(204);
    expect((await lock('w2')).status).toBe(400);
    world.fixture.context.advance(minute);
    expect((await lock('w2')).status).toBe(204);
  });

  test('unlock, which clients send without a body, gives the task back at once', async () => {
    const [id] = await world.givenTasks(1);
    await world.fetchAs('w1');
    expect((await world.rest.call('POST', `/external-task/${id}/unlock`)).status).toBe(204);
    expect(await world.fetchAs('w2')).toMatchObject([{ id }]);
  });
});

describe('looking at tasks', () => {
  test('a query filters, sorts and pages; the count agrees', async () => {
    // given
    const ids = await world.givenTasks(5, (index) => ({ priority: index, topic: index < 4 ? 'a' : 'b' }));
    const filter = { topicName: 'a', priorityHigherThanOrEquals: 1, notLocked: true };
    // when
    const page = await world.rest.call<Task[]>('POST', '/external-task?maxResults=2', {
      ...filter,
      sorting: [{ sortBy: 'taskPriority', sortOrder: 'desc' }],
    });
    // then
    expect(page.body.map(({ id }) => id)).toEqual([ids[3], ids[2]]);
    expect((await world.rest.call('POST', '/external-task/count', filter)).body).toEqual({ count: 3 });
    const other = await world.rest.call<Task[]>(
      'GET',
      `/external-task?externalTaskIdIn=${ids[0]},${ids[4]}&topicName=b`,
    );
    expect(other.body.map(({ id }) => id)).toEqual([ids[4]]);
  });

  test('an unknown sorting is a 400', async () => {
    expect(await world.rest.call('GET', '/external-task?sortBy=id%20--')).toMatchObject({ status: 400 });
  });

  test('the priority of a task can be set, and must be a number', async () => {
    const [id] = await world.givenTasks(1);
    expect((await world.rest.manage('PUT', `/external-task/${id}/priority`, { priority: 7 })).status).toBe(
      204,
    );
    expect(await world.get(id ?? '')).toMatchObject({ priority: 7 });
    expect((await world.rest.manage('PUT', `/external-task/${id}/priority`, {})).status).toBe(400);
  });

  test.each([
    ['GET', ''],
    ['POST', '/unlock'],
    ['GET', '/errorDetails'],
  ])('%s of an unknown task%s is a 404', async (method, path) => {
    expect(await world.rest.call(method, `/external-task/no-such${path}`)).toMatchObject({
      status: 404,
      body: { type: 'RestException', message: 'External task with id no-such does not exist' },
    });
  });

  test('a path that the dialect does not have is a 404 in Camunda’s shape', async () => {
    expect(await world.rest.call('GET', '/batch/1')).toMatchObject({
      status: 404,
      body: { type: 'NotFoundException' },
    });
  });
});

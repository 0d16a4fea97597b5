import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { transaction } from '../../persistence/transaction.ts';
import {
  openRecordFixture,
  type RecordFixture,
  type RecordInFlow,
} from '../../usecases/effects/record-fixture.ts';
import { type EngineRestServer, listenEngineRest } from './engine-rest-fixture.ts';

const minute = 60_000;
let fixture: RecordFixture;
let rest: EngineRestServer;

beforeAll(async () => {
  fixture = await openRecordFixture();
  rest = await listenEngineRest(fixture.context);
}, 120_000);
afterAll(async () => {
  await rest.close();
  await fixture.close();
});
afterEach(() => {
  const { context } = fixture;
  return transaction(context.database, () => context.sql.run('DELETE FROM external_task'));
});

interface Task {
  id: string;
  activityId: string;
  topicName: string;
  workerId: string | null;
  retries: number | null;
  priority: number;
  processInstanceId: string;
  lockExpirationTime: string | null;
  errorMessage: string | null;
  variables: Record<string, { type: string; value: unknown }>;
}

const fetchAs = async (workerId: string, topic: object = {}, more: object = {}) => {
  const answer = await rest.call<Task[]>('POST', '/external-task/fetchAndLock', {
    workerId,
    maxTasks: 10,
    topics: [{ topicName: 'notify', lockDuration: minute, ...topic }],
    ...more,
  });
  expect(answer).toMatchObject({ status: 200, type: 'application/json' });
  return answer.body;
};
const get = async (id: string) => (await rest.call<Task>('GET', `/external-task/${id}`)).body;

/** A record whose flow waits at `notify`. */
async function returnedRecord(): Promise<RecordInFlow> {
  const record = await fixture.submit();
  await fixture.decide(record, 'returned');
  return record;
}

/** External tasks without a flow behind them: enough to be fetched. */
async function givenTasks(count: number, more: (index: number) => object = () => ({})): Promise<string[]> {
  const { context } = fixture;
  const ids = Array.from({ length: count }, () => context.newId());
  await transaction(context.database, () =>
    context.sql.insert(
      'external_task',
      ids.map((id, index) => ({
        id,
        instance_id: context.newId(),
        token: 1,
        element_id: 'anything',
        definition_id: context.newId(),
        process_key: 'p',
        business_key: null,
        topic: 'notify',
        priority: 0,
        created_at: context.now() + index,
        ...more(index),
      })),
    ),
  );
  return ids;
}

describe('signing in', () => {
  test.each([
    ['nothing', undefined],
    ['another password', `Basic ${Buffer.from('worker:wrong').toString('base64')}`],
    ['another user', `Basic ${Buffer.from('admin:worker-password-of-the-tests').toString('base64')}`],
    ['another scheme', 'Bearer x'],
  ])('%s is refused in Camunda’s shape', async (_what, authorization) => {
    const response = await fetch(`${rest.baseUrl}/external-task/count`, {
      headers: authorization ? { authorization } : {},
    });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toMatch(/^Basic/);
    expect(await response.json()).toEqual({
      type: 'AuthorizationException',
      message: expect.any(String),
      code: 0,
    });
  });
});

describe('fetchAndLock', () => {
  test('gives a task with its identity and all variables that it sees, typed', async () => {
    // given
    const record = await returnedRecord();
    // when
    const [task, ...more] = await fetchAs('w1');
    // then
    expect(more).toEqual([]);
    expect(task).toMatchObject({
      activityId: 'notifyReturned',
      topicName: 'notify',
      workerId: 'w1',
      processInstanceId: record.instanceId,
      processDefinitionKey: 'b-f2-highlight-record',
      businessKey: record.id,
      retries: null,
      suspended: false,
      tenantId: expect.any(String),
      lockExpirationTime: new Date(fixture.context.now() + minute).toISOString().replace('Z', '+0000'),
    });
    expect(task?.variables).toMatchObject({
      kind: { type: 'String', value: 'record-returned' },
      recipient: { type: 'String', value: `user:${record.pupil.userId}` },
      outcome: { type: 'String', value: 'returned' },
      remark: { type: 'Null', value: null },
    });
  });

  test('gives only the variables that a topic asks for', async () => {
    await returnedRecord();
    const [task] = await fetchAs('w1', { variables: ['outcome', 'kind', 'no-such'] });
    expect(Object.keys(task?.variables ?? {}).sort()).toEqual(['kind', 'outcome']);
  });

  test('gives only what the input mapping made when a topic asks for local variables', async () => {
    await returnedRecord();
    const [task] = await fetchAs('w1', { localVariables: true });
    expect(Object.keys(task?.variables ?? {}).sort()).toEqual(['kind', 'recipient']);
  });

  test('never gives a task to two workers', async () => {
    // given
    const ids = await givenTasks(120);
    // when
    const taken = await Promise.all(
      Array.from({ length: 8 }, async (_, worker) => {
        const mine: string[] = [];
        for (;;) {
          const tasks = await fetchAs(`w${worker}`);
          mine.push(...tasks.map(({ id }) => id));
          const free = await rest.call<{ count: number }>('GET', '/external-task/count?notLocked=true');
          if (tasks.length === 0 && free.body.count === 0) return mine;
        }
      }),
    );
    // then
    expect(taken.flat().sort()).toEqual([...ids].sort());
  }, 30_000);

  test('gives the highest priority first when it is asked for, else the oldest', async () => {
    const [low, high] = await givenTasks(2, (index) => ({ priority: index }));
    expect((await fetchAs('w1', {}, { maxTasks: 1, usePriority: true })).map(({ id }) => id)).toEqual([high]);
    expect((await fetchAs('w1', {}, { maxTasks: 1 })).map(({ id }) => id)).toEqual([low]);
  });

  test.each([
    ['businessKey', { business_key: 'b' }, { businessKey: 'b' }, { businessKey: 'c' }],
    ['processDefinitionKey', {}, { processDefinitionKey: 'p' }, { processDefinitionKey: 'q' }],
    ['processDefinitionKeyIn', {}, { processDefinitionKeyIn: ['p'] }, { processDefinitionKeyIn: [] }],
    [
      'processDefinitionId',
      { definition_id: '018f0000-0000-7000-8000-000000000001' },
      { processDefinitionId: '018f0000-0000-7000-8000-000000000001' },
      { processDefinitionIdIn: ['018f0000-0000-7000-8000-000000000002'] },
    ],
    ['tenantIdIn', {}, { withoutTenantId: true }, { tenantIdIn: ['t'] }],
  ])('filters a topic by %s', async (_name, row, matching, other) => {
    const [id] = await givenTasks(1, () => row);
    expect(await fetchAs('w1', other)).toEqual([]);
    expect((await fetchAs('w1', matching)).map((task) => task.id)).toEqual([id]);
  });

  test('filters a topic by values of process variables', async () => {
    const record = await returnedRecord();
    expect(await fetchAs('w1', { processVariables: { outcome: 'confirmed' } })).toEqual([]);
    const [task] = await fetchAs('w1', { processVariables: { outcome: 'returned', remark: null } });
    expect(task?.processInstanceId).toBe(record.instanceId);
  });

  test('a task whose worker was killed is given to the next one once the lock has run out', async () => {
    // given
    const [id] = await givenTasks(1);
    await fetchAs('killed');
    // when, then
    fixture.context.advance(minute - 1);
    expect(await fetchAs('w2')).toEqual([]);
    fixture.context.advance(1);
    expect(await fetchAs('w2')).toMatchObject([{ id, workerId: 'w2' }]);
    const late = await rest.call('POST', `/external-task/${id}/complete`, { workerId: 'killed' });
    expect(late).toMatchObject({ status: 400, body: { type: 'RestException' } });
  });

  test.each([
    ['no worker', { workerId: undefined }],
    ['a text for a number', { maxTasks: '10' }],
    ['a lock of no time', { topics: [{ topicName: 'notify', lockDuration: 0 }] }],
    ['a topic without a name', { topics: [{ lockDuration: 1 }] }],
    ['more than half an hour of waiting', { asyncResponseTimeout: 1_800_001 }],
    ['another sorting', { sorting: [{ sortBy: 'id; DROP TABLE external_task' }] }],
  ])('%s is a 400 in Camunda’s shape and locks nothing', async (_what, wrong) => {
    const [id] = await givenTasks(1);
    const body = { workerId: 'w', maxTasks: 1, topics: [{ topicName: 'notify', lockDuration: 1 }], ...wrong };
    const answer = await rest.call('POST', '/external-task/fetchAndLock', body);
    expect(answer).toMatchObject({
      status: 400,
      body: { type: 'InvalidRequestException', message: expect.any(String), code: 0 },
    });
    expect(await get(id ?? '')).toMatchObject({ workerId: null });
  });

  test('a body that is no JSON is a 400 in Camunda’s shape', async () => {
    expect(await rest.call('POST', '/external-task/fetchAndLock', '{"workerId":')).toMatchObject({
      status: 400,
      body: { type: 'InvalidRequestException' },
    });
  });
});

describe('complete', () => {
  test('runs the process on with the worker’s variables', async () => {
    // given
    const record = await returnedRecord();
    const [task] = await fetchAs('w1');
    // when
    const answer = await rest.call('POST', `/external-task/${task?.id}/complete`, {
      workerId: 'w1',
      variables: { toldAt: { type: 'Date', value: '2026-11-22T08:00:00.000+0000' } },
    });
    // then
    expect(answer.status).toBe(204);
    const instance = await fixture.context.sql.one<{ state: string }>(
      'SELECT state FROM process_instance WHERE id = ?',
      [record.instanceId],
    );
    const state = JSON.parse(instance?.state ?? '{}');
    expect(state.v.toldAt).toBe('2026-11-22T08:00:00.000Z');
    expect(state.t.map(({ e }: { e: string }) => e)).toContain('revise');
  });

  test('of several completions at once one is accepted and the others find no task', async () => {
    await returnedRecord();
    const [task] = await fetchAs('w1');
    const answers = await Promise.all(
      Array.from({ length: 6 }, () =>
        rest.call('POST', `/external-task/${task?.id}/complete`, { workerId: 'w1' }),
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
    await returnedRecord();
    const [task] = await fetchAs('w1');
    const answer = await rest.call('POST', `/external-task/${task?.id}/complete`, { workerId: 'w2' });
    expect(answer).toMatchObject({
      status: 400,
      body: {
        type: 'RestException',
        message: `External Task ${task?.id} cannot be completed by worker 'w2'. It is locked by worker 'w1'.`,
      },
    });
    expect(await get(task?.id ?? '')).toMatchObject({ workerId: 'w1' });
  });

  test('a task that nobody locked can be completed by nobody', async () => {
    const [id] = await givenTasks(1);
    const answer = await rest.call('POST', `/external-task/${id}/complete`, { workerId: 'w1' });
    expect(answer).toMatchObject({
      status: 400,
      body: { message: expect.stringMatching(/by worker 'null'/) },
    });
  });

  test.each([
    ['an unknown type', { outcome: { type: 'File', value: 'YQ==' } }],
    ['a name that no variable may have', { constructor: { type: 'String', value: 'x' } }],
  ])('%s is refused and completes nothing', async (_what, variables) => {
    await returnedRecord();
    const [task] = await fetchAs('w1');
    const answer = await rest.call('POST', `/external-task/${task?.id}/complete`, {
      workerId: 'w1',
      variables,
    });
    expect(answer).toMatchObject({ status: 400, body: { type: 'InvalidRequestException' } });
    expect(await get(task?.id ?? '')).toMatchObject({ workerId: 'w1' });
  });
});

describe('failure', () => {
  test('is kept with the task, which comes back after the worker’s time-out', async () => {
    // given
    const [id] = await givenTasks(1);
    await fetchAs('w1');
    // when
    const answer = await rest.call('POST', `/external-task/${id}/failure`, {
      workerId: 'w1',
      errorMessage: '𠮷'.repeat(600),
      errorDetails: 'at line 1',
      retries: 2,
      retryTimeout: minute,
    });
    // then
    expect(answer.status).toBe(204);
    expect(await fetchAs('w2')).toEqual([]);
    fixture.context.advance(minute);
    expect(await fetchAs('w2')).toMatchObject([{ id, retries: 2, errorMessage: '𠮷'.repeat(500) }]);
    expect((await rest.call('GET', `/external-task/${id}/errorDetails`)).body).toBe('at line 1');
  });

  test('without retries it is an incident, until retries are set', async () => {
    // given
    const [id] = await givenTasks(1);
    await fetchAs('w1');
    await rest.call('POST', `/external-task/${id}/failure`, { workerId: 'w1', errorMessage: 'no' });
    // when, then
    fixture.context.advance(60 * minute);
    expect(await fetchAs('w1')).toEqual([]);
    const incidents = await rest.call<Task[]>('GET', '/external-task?noRetriesLeft=true');
    expect(incidents.body).toMatchObject([{ id, retries: 0, errorMessage: 'no' }]);
    expect((await rest.manage('PUT', `/external-task/${id}/retries`, { retries: 1 })).status).toBe(204);
    expect(await fetchAs('w1')).toMatchObject([{ id, retries: 1 }]);
  });

  test('a BPMN error is taken from the worker that holds the lock only', async () => {
    const [id] = await givenTasks(1);
    await fetchAs('w1');
    const answer = await rest.call('POST', `/external-task/${id}/bpmnError`, {
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
    const [id] = await givenTasks(1);
    await fetchAs('w1');
    fixture.context.advance(minute / 2);
    await rest.call('POST', `/external-task/${id}/extendLock`, { workerId: 'w1', newDuration: minute });
    fixture.context.advance(minute / 2);
    expect(await fetchAs('w2')).toEqual([]);
    fixture.context.advance(minute / 2);
    expect(await fetchAs('w2')).toHaveLength(1);
  });

  test.each([
    ['another worker’s', 'w2', 0],
    ['an expired', 'w1', minute + 1],
  ])('%s lock cannot be extended', async (_what, workerId, later) => {
    const [id] = await givenTasks(1);
    await fetchAs('w1');
    fixture.context.advance(later);
    const answer = await rest.call('POST', `/external-task/${id}/extendLock`, { workerId, newDuration: 1 });
    expect(answer).toMatchObject({ status: 400, body: { type: 'RestException' } });
  });

  test('one task can be locked, and is refused while another worker has it', async () => {
    const [id] = await givenTasks(1);
    const lock = (workerId: string) =>
      rest.call('POST', `/external-task/${id}/lock`, { workerId, lockDuration: minute });
    expect((await lock('w1')).status).toBe(204);
    expect((await lock('w1')).status).toBe(204);
    expect((await lock('w2')).status).toBe(400);
    fixture.context.advance(minute);
    expect((await lock('w2')).status).toBe(204);
  });

  test('unlock, which clients send without a body, gives the task back at once', async () => {
    const [id] = await givenTasks(1);
    await fetchAs('w1');
    expect((await rest.call('POST', `/external-task/${id}/unlock`)).status).toBe(204);
    expect(await fetchAs('w2')).toMatchObject([{ id }]);
  });
});

describe('looking at tasks', () => {
  test('a query filters, sorts and pages; the count agrees', async () => {
    // given
    const ids = await givenTasks(5, (index) => ({ priority: index, topic: index < 4 ? 'a' : 'b' }));
    const filter = { topicName: 'a', priorityHigherThanOrEquals: 1, notLocked: true };
    // when
    const page = await rest.call<Task[]>('POST', '/external-task?maxResults=2', {
      ...filter,
      sorting: [{ sortBy: 'taskPriority', sortOrder: 'desc' }],
    });
    // then
    expect(page.body.map(({ id }) => id)).toEqual([ids[3], ids[2]]);
    expect((await rest.call('POST', '/external-task/count', filter)).body).toEqual({ count: 3 });
    const other = await rest.call<Task[]>(
      'GET',
      `/external-task?externalTaskIdIn=${ids[0]},${ids[4]}&topicName=b`,
    );
    expect(other.body.map(({ id }) => id)).toEqual([ids[4]]);
  });

  test('an unknown sorting is a 400', async () => {
    expect(await rest.call('GET', '/external-task?sortBy=id%20--')).toMatchObject({ status: 400 });
  });

  test('the priority of a task can be set, and must be a number', async () => {
    const [id] = await givenTasks(1);
    expect((await rest.manage('PUT', `/external-task/${id}/priority`, { priority: 7 })).status).toBe(204);
    expect(await get(id ?? '')).toMatchObject({ priority: 7 });
    expect((await rest.manage('PUT', `/external-task/${id}/priority`, {})).status).toBe(400);
  });

  test.each([
    ['GET', ''],
    ['POST', '/unlock'],
    ['GET', '/errorDetails'],
  ])('%s of an unknown task%s is a 404', async (method, path) => {
    expect(await rest.call(method, `/external-task/no-such${path}`)).toMatchObject({
      status: 404,
      body: { type: 'RestException', message: 'External task with id no-such does not exist' },
    });
  });

  test('a path that the dialect does not have is a 404 in Camunda’s shape', async () => {
    expect(await rest.call('GET', '/batch/1')).toMatchObject({
      status: 404,
      body: { type: 'NotFoundException' },
    });
  });
});

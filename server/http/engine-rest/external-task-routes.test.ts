import { describe, expect, test } from '@jest/globals';
import { type ExternalTaskWorld, minute, setUpExternalTasks } from './external-task-world.ts';

let world: ExternalTaskWorld;
setUpExternalTasks((opened) => {
  world = opened;
});

describe('signing in', () => {
  test.each([
    ['nothing', undefined],
    ['another password', `Basic ${Buffer.from('worker:wrong').toString('base64')}`],
    ['another user', `Basic ${Buffer.from('admin:worker-password-of-the-tests').toString('base64')}`],
    ['another scheme', 'Bearer x'],
  ])('%s is refused in Camunda’s shape', async (_what, authorization) => {
    const response = await fetch(`${world.rest.baseUrl}/external-task/count`, {
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
    const record = await world.returnedRecord();
    // when
    const [task, ...more] = await world.fetchAs('w1');
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
      lockExpirationTime: new Date(world.fixture.context.now() + minute).toISOString().replace('Z', '+0000'),
    });
    expect(task?.variables).toMatchObject({
      kind: { type: 'String', value: 'record-returned' },
      recipient: { type: 'String', value: `user:${record.pupil.userId}` },
      outcome: { type: 'String', value: 'returned' },
      remark: { type: 'Null', value: null },
    });
  });

  test('gives only the variables that a topic asks for', async () => {
    await world.returnedRecord();
    const [task] = await world.fetchAs('w1', { variables: ['outcome', 'kind', 'no-such'] });
    expect(Object.keys(task?.variables ?? {}).sort()).toEqual(['kind', 'outcome']);
  });

  test('gives only what the input mapping made when a topic asks for local variables', async () => {
    await world.returnedRecord();
    const [task] = await world.fetchAs('w1', { localVariables: true });
    expect(Object.keys(task?.variables ?? {}).sort()).toEqual(['kind', 'recipient']);
  });

  test('never gives a task to two workers', async () => {
    // given
    const ids = await world.givenTasks(120);
    // when
    const taken = await Promise.all(
      Array.from({ length: 8 }, async (_, worker) => {
        const mine: string[] = [];
        for (;;) {
          const tasks = await world.fetchAs(`w${worker}`);
          mine.push(...tasks.map(({ id }) => id));
          const free = await world.rest.call<{ count: number }>('GET', '/external-task/count?notLocked=true');
          if (tasks.length === 0 && free.body.count === 0) return mine;
        }
      }),
    );
    // then
    expect(taken.flat().sort()).toEqual([...ids].sort());
  }, 30_000);

  test('gives the highest priority first when it is asked for, else the oldest', async () => {
    const [low, high] = await world.givenTasks(2, (index) => ({ priority: index }));
    expect((await world.fetchAs('w1', {}, { maxTasks: 1, usePriority: true })).map(({ id }) => id)).toEqual([
      high,
    ]);
    expect((await world.fetchAs('w1', {}, { maxTasks: 1 })).map(({ id }) => id)).toEqual([low]);
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
    const [id] = await world.givenTasks(1, () => row);
    expect(await world.fetchAs('w1', other)).toEqual([]);
    expect((await world.fetchAs('w1', matching)).map((task) => task.id)).toEqual([id]);
  });

  test('filters a topic by values of process variables', async () => {
    const record = await world.returnedRecord();
    expect(await world.fetchAs('w1', { processVariables: { outcome: 'confirmed' } })).toEqual([]);
    const [task] = await world.fetchAs('w1', { processVariables: { outcome: 'returned', remark: null } });
    expect(task?.processInstanceId).toBe(record.instanceId);
  });

  test('a task whose worker was killed is given to the next one once the lock has run out', async () => {
    // given
    const [id] = await world.givenTasks(1);
    await world.fetchAs('killed');
    // when, then
    world.fixture.context.advance(minute - 1);
    expect(await world.fetchAs('w2')).toEqual([]);
    world.fixture.context.advance(1);
    expect(await world.fetchAs('w2')).toMatchObject([{ id, workerId: 'w2' }]);
    const late = await world.rest.call('POST', `/external-task/${id}/complete`, { workerId: 'killed' });
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
    const [id] = await world.givenTasks(1);
    const body = { workerId: 'w', maxTasks: 1, topics: [{ topicName: 'notify', lockDuration: 1 }], ...wrong };
    const answer = await world.rest.call('POST', '/external-task/fetchAndLock', body);
    expect(answer).toMatchObject({
      status: 400,
      body: { type: 'InvalidRequestException', message: expect.any(String), code: 0 },
    });
    expect(await world.get(id ?? '')).toMatchObject({ workerId: null });
  });

  test('a body that is no JSON is a 400 in Camunda’s shape', async () => {
    expect(await world.rest.call('POST', '/external-task/fetchAndLock', '{"workerId":')).toMatchObject({
      status: 400,
      body: { type: 'InvalidRequestException' },
    });
  });
});

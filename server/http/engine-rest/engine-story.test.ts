import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  fixture as file,
  openPurchaseFixture,
  type PurchaseFixture,
  type RestTask,
} from './purchase-fixture.ts';

let fixture: PurchaseFixture;

beforeAll(async () => {
  fixture = await openPurchaseFixture();
}, 120_000);
afterAll(() => fixture.close());

const get = async <T>(path: string) => (await fixture.rest.manage<T>('GET', path)).body;
const post = (path: string, body: unknown = {}) => fixture.rest.manage('POST', path, body);

/** An instance that waits for its worker. */
async function ordered(variables: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const id = await fixture.start(variables);
  await fixture.complete(id);
  return id;
}

async function fetched(instanceId: string): Promise<{ id: string; variables: Record<string, unknown> }> {
  const { body } = await fixture.rest.call<
    { id: string; processInstanceId: string; variables: Record<string, unknown> }[]
  >('POST', '/external-task/fetchAndLock', {
    workerId: 'w',
    maxTasks: 100,
    topics: [{ topicName: 'order', lockDuration: 60_000, includeExtensionProperties: true }],
  });
  const found = body.find((task) => task.processInstanceId === instanceId);
  if (!found) throw new Error('no external task');
  return found;
}

describe('deployments', () => {
  test('an unchanged file is not deployed twice when duplicates are filtered', async () => {
    const again = await fixture.deploy(undefined, { 'deploy-changed-only': 'true' });
    expect(again).toMatchObject({
      status: 200,
      body: { name: 'purchase', deployedProcessDefinitions: null },
    });
    expect(await get('/process-definition/count?key=purchase')).toEqual({ count: 1 });
  });

  test('a file that cannot run is a ParseException that names element and line', async () => {
    const broken = file('purchase.bpmn').replace('camunda:type="external" camunda:topic="order"', '');
    expect(await fixture.deploy(broken)).toMatchObject({
      status: 400,
      body: {
        type: 'ParseException',
        message: expect.stringContaining('resource purchase.bpmn | line 8'),
        details: { 'purchase.bpmn': { errors: [{ mainElementId: 'order', line: 8 }], warnings: [] } },
      },
    });
  });

  test('definitions are listed and read with their XML', async () => {
    const [definition] = await get<{ id: string }[]>('/process-definition?key=purchase&latestVersion=true');
    expect(definition).toMatchObject({
      key: 'purchase',
      version: 1,
      versionTag: 'v1',
      historyTimeToLive: 180,
    });
    expect(await get('/process-definition/key/purchase/xml')).toEqual({
      id: definition?.id,
      bpmn20Xml: file('purchase.bpmn'),
    });
    expect((await fixture.rest.manage('GET', '/process-definition/key/nothing')).status).toBe(404);
  });
});

describe('an instance', () => {
  test('goes from its start over task, worker and message to its end, and its history tells so', async () => {
    // given
    const id = await fixture.start({ amount: { value: 3, type: 'Integer' } }, 'order-77');
    expect(await get(`/process-instance/${id}`)).toMatchObject({ businessKey: 'order-77', ended: false });
    const [task] = await fixture.tasks(id);
    // when
    await post(`/task/${task?.id}/claim`, { userId: 'bob' });
    await post(`/task/${task?.id}/comment/create`, { message: 'fine' });
    const done = await post(`/task/${task?.id}/complete`, {
      variables: { approved: { value: true } },
      withVariablesInReturn: true,
    });
    expect(done.body).toMatchObject({ approved: { type: 'Boolean', value: true }, amount: { value: 3 } });
    const external = await fetched(id);
    expect(external).toMatchObject({ extensionProperties: { shop: 'books' }, businessKey: 'order-77' });
    await fixture.rest.call('POST', `/external-task/${external.id}/complete`, { workerId: 'w' });
    expect(await get(`/event-subscription?processInstanceId=${id}`)).toMatchObject([
      { eventType: 'message', eventName: 'parcel', activityId: 'arrival' },
    ]);
    const sent = await post('/message', {
      messageName: 'parcel',
      businessKey: 'order-77',
      resultEnabled: true,
    });
    // then
    expect(sent.body).toMatchObject([{ resultType: 'Execution', execution: { processInstanceId: id } }]);
    expect(await get(`/history/process-instance/${id}`)).toMatchObject({ state: 'COMPLETED' });
    expect((await fixture.rest.manage('GET', `/process-instance/${id}`)).status).toBe(404);
    const activities = await get<{ activityId: string }[]>(
      `/history/activity-instance?processInstanceId=${id}&sortBy=occurrence&sortOrder=asc`,
    );
    expect(activities.map(({ activityId }) => activityId)).toEqual([
      'start',
      'approve',
      'order',
      'arrival',
      'done',
    ]);
    expect(await get(`/history/task?processInstanceId=${id}`)).toMatchObject([
      { assignee: 'bob', deleteReason: 'completed', taskState: 'Completed' },
    ]);
    expect(await get(`/history/variable-instance?processInstanceId=${id}&variableName=amount`)).toMatchObject(
      [{ name: 'amount', value: 3, executionId: id }],
    );
    expect(await get(`/task/${task?.id}/comment`)).toMatchObject([{ message: 'fine' }]);
  });

  test('a BPMN error of the worker goes to the boundary event that catches it', async () => {
    const id = await ordered();
    const { id: external } = await fetched(id);
    const body = { workerId: 'w', errorCode: 'sold-out', variables: { other: { value: 'blue' } } };
    expect((await fixture.rest.call('POST', `/external-task/${external}/bpmnError`, body)).status).toBe(204);
    expect(await fixture.tasks(id)).toMatchObject([{ taskDefinitionKey: 'replace', assignee: 'mary' }]);
    expect(await get(`/process-instance/${id}/variables`)).toMatchObject({
      code: { value: 'sold-out' },
      other: { value: 'blue' },
    });
  });

  test('a failure without retries is an incident until it is resolved', async () => {
    const id = await ordered();
    const { id: external } = await fetched(id);
    await fixture.rest.call('POST', `/external-task/${external}/failure`, {
      workerId: 'w',
      errorMessage: 'shop closed',
      variables: { tried: { value: true } },
    });
    const [incident] = await get<{ id: string }[]>(`/incident?processInstanceId=${id}`);
    expect(incident).toMatchObject({
      incidentType: 'failedExternalTask',
      incidentMessage: 'shop closed',
      configuration: external,
    });
    expect(await get(`/process-instance/${id}/variables/tried`)).toMatchObject({ value: true });
    expect((await fixture.rest.manage('DELETE', `/incident/${incident?.id}`)).status).toBe(204);
    expect(await get(`/incident/count?processInstanceId=${id}`)).toEqual({ count: 0 });
    expect(await get(`/external-task/${external}`)).toMatchObject({ retries: 1 });
  });

  test('an incident is over when the work that had failed is', async () => {
    const id = await ordered();
    const { id: external } = await fetched(id);
    await fixture.rest.call('POST', `/external-task/${external}/failure`, { workerId: 'w' });
    expect(await get(`/incident/count?processInstanceId=${id}`)).toEqual({ count: 1 });
    await post(`/process-instance/${id}/modification`, {
      instructions: [
        { type: 'startBeforeActivity', activityId: 'replace' },
        { type: 'cancel', activityId: 'order' },
      ],
    });
    expect(await get(`/incident/count?processInstanceId=${id}`)).toEqual({ count: 0 });
  });

  test('suspended, it takes nothing from a worker that has a task of it', async () => {
    const id = await ordered();
    const { id: external } = await fetched(id);
    await fixture.rest.manage('PUT', `/process-instance/${id}/suspended`, { suspended: true });
    const body = { workerId: 'w' };
    expect(await fixture.rest.call('POST', `/external-task/${external}/complete`, body)).toMatchObject({
      status: 500,
      body: {
        type: 'SuspendedEntityInteractionException',
        message: expect.stringContaining(`'${external}' is suspended`),
      },
    });
  });

  test('a timer can be executed by its job', async () => {
    const id = await ordered();
    const { id: external } = await fetched(id);
    await fixture.rest.call('POST', `/external-task/${external}/complete`, { workerId: 'w' });
    const [job] = await get<{ id: string }[]>(`/job?processInstanceId=${id}&timers=true`);
    expect((await post(`/job/${job?.id}/execute`)).status).toBe(204);
    expect(await fixture.tasks(id)).toMatchObject([{ taskDefinitionKey: 'ask' }]);
  });

  test('stands still while it is suspended', async () => {
    const id = await fixture.start();
    const [task] = await fixture.tasks(id);
    await fixture.rest.manage('PUT', `/process-instance/${id}/suspended`, { suspended: true });
    expect(await get(`/task?processInstanceId=${id}&suspended=true`)).toHaveLength(1);
    expect((await post(`/task/${task?.id}/complete`)).status).toBe(500);
    await fixture.rest.manage('PUT', `/process-instance/${id}/suspended`, { suspended: false });
    expect((await post(`/task/${task?.id}/complete`)).status).toBe(204);
  });

  test('is moved by a modification, and deleted', async () => {
    const id = await fixture.start();
    const answer = await post(`/process-instance/${id}/modification`, {
      instructions: [
        { type: 'startBeforeActivity', activityId: 'replace' },
        { type: 'cancel', activityId: 'approve' },
      ],
    });
    expect(answer.status).toBe(204);
    expect(await get(`/process-instance/${id}/activity-instances`)).toMatchObject({
      childActivityInstances: [{ activityId: 'replace', activityType: 'userTask' }],
    });
    expect((await fixture.rest.manage('DELETE', `/process-instance/${id}`)).status).toBe(204);
    expect(await get(`/history/process-instance/${id}`)).toMatchObject({ state: 'EXTERNALLY_TERMINATED' });
  });
});

describe('tasks', () => {
  test('are found by candidates, assignee, variables and business key, and counted', async () => {
    const id = await fixture.start({ level: { value: 7, type: 'Integer' } }, 'found-me');
    const found = (query: string) => get<RestTask[]>(`/task?processInstanceId=${id}&${query}`);
    expect(await found('candidateGroup=buyers')).toHaveLength(1);
    expect(await found('candidateGroup=sellers')).toHaveLength(0);
    expect(await found('processInstanceBusinessKey=found-me&nameLike=App%25&unassigned=true')).toHaveLength(
      1,
    );
    const above = (value: number) =>
      post('/task/count', {
        processInstanceId: id,
        processVariables: [{ name: 'level', operator: 'gt', value }],
      });
    expect((await above(6)).body).toEqual({ count: 1 });
    expect((await above(7)).body).toEqual({ count: 0 });
    const [task] = await fixture.tasks(id);
    await post(`/task/${task?.id}/assignee`, { userId: 'bob' });
    expect(await found('assigneeLike=b%25')).toHaveLength(1);
    expect(await get(`/task/${task?.id}/identity-links`)).toEqual([
      { userId: 'bob', groupId: null, type: 'assignee' },
      { userId: null, groupId: 'buyers', type: 'candidate' },
    ]);
    await post(`/task/${task?.id}/unclaim`);
    expect(await found('candidateGroups=buyers,others')).toHaveLength(1);
  });

  test('somebody else’s task is not claimed', async () => {
    const id = await fixture.start();
    const [task] = await fixture.tasks(id);
    await post(`/task/${task?.id}/claim`, { userId: 'bob' });
    expect(await post(`/task/${task?.id}/claim`, { userId: 'al' })).toMatchObject({
      status: 500,
      body: { type: 'TaskAlreadyClaimedException' },
    });
  });

  test.each([
    ['an unknown filter', '/task?foo=1', /Unsupported query parameter 'foo'/],
    ['an expression', '/task?assigneeExpression=x', /Expressions are not evaluated/],
    ['an unknown order', '/task?sortBy=id;DROP&sortOrder=asc', /'sortBy'/],
    ['half an order', '/task?sortBy=name', /sortBy and sortOrder required/],
    ['an unknown operator', '/task?processVariables=a_is_1', /comparator/],
  ])('%s is refused', async (_what, path, message) => {
    expect(await fixture.rest.manage('GET', path)).toMatchObject({
      status: 400,
      body: { type: 'InvalidRequestException', message: expect.stringMatching(message) },
    });
  });
});

test('a message for nobody is a mismatch', async () => {
  expect(await post('/message', { messageName: 'nobody' })).toMatchObject({
    status: 400,
    body: { type: 'RestException', message: expect.stringContaining("Cannot correlate message 'nobody'") },
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from '../../testing/test-server.ts';
import { type CamundaServer, openCamundaServer, operatonUrl } from './camunda-server.ts';
import { type FaultProxy, openFaultProxy } from './fault-proxy.ts';
import { type OpenReview, openElements, openTask, reviewsOf } from './open-review.ts';

let proxy: FaultProxy;
let server: CamundaServer;
let review: () => Promise<OpenReview>;

beforeAll(async () => {
  proxy = await openFaultProxy(operatonUrl(), 0);
  server = await openCamundaServer({ url: proxy.url });
  review = await reviewsOf(server);
}, 120_000);
afterAll(async () => {
  await server?.close();
  await proxy?.close();
});

const act = (client: Client, path: string, body: object) => client.send('POST', path, { body });
const complete = (client: Client, taskId: string, data: object, recordRevision = 1) =>
  act(client, `/api/tasks/${taskId}/complete`, { data, recordRevision });

/** A review that was returned once and corrected, so that there is a step before it. */
async function secondReview(): Promise<OpenReview> {
  const first = await review();
  await complete(first.teacher, first.task.id, { outcome: 'returned', remark: '请补充' });
  await server.settle();
  const revise = await openTask(first.pupil, first.record);
  const { body } = await first.pupil.get<{ form: { data: object } }>(`/api/tasks/${revise.id}`);
  const corrected = await complete(first.pupil, revise.id, body.form.data);
  expect(corrected).toMatchObject({ status: 200 });
  await server.settle();
  return { ...first, task: await openTask(first.teacher, first.record) };
}

/** The engine does what is asked next, and its answer is lost; later it is asked again. */
async function deliverWithLostAnswer(): Promise<void> {
  await proxy.set('reset');
  await server.deliver();
  await proxy.set('none');
  server.context.advance(60_000);
  await server.deliver();
}

// Before anything settles: the workers would go on with a decision at once.
describe('a decision', () => {
  test('is taken back (撤回) while nothing has happened since, as soon as the engine has it', async () => {
    const it = await review();
    await complete(it.teacher, it.task.id, { outcome: 'confirmed' });
    const back = () =>
      act(it.teacher, `/api/instances/${it.record.instanceId}/take-back`, { reason: '看错了' });
    expect(await back()).toMatchObject({ status: 409, body: { code: 'engine-waiting' } });
    await server.deliver();
    expect(await back()).toMatchObject({ status: 200 });
    await deliverWithLostAnswer();
    expect(await openElements(server, it)).toEqual({ here: ['review'], there: ['review'] });
    expect(await server.engine.all('/external-task', { processInstanceId: it.engineId })).toEqual([]);
  }, 60_000);

  test('that others sign after it (加签) reaches the engine with the last signature', async () => {
    const it = await review();
    const colleagues = await it.teacher.get<{ items: { id: string }[] }>(
      `/api/tasks/${it.task.id}/colleagues`,
    );
    const signer = colleagues.body.items[0];
    const username = await server.context.sql.one<{ username: string }>(
      'SELECT username FROM app_user WHERE id = ?',
      [signer?.id ?? ''],
    );
    const asked = await act(it.teacher, `/api/tasks/${it.task.id}/signers`, {
      people: [signer?.id],
      position: 'after',
      reason: '请年级组一并确认',
    });
    expect(asked).toMatchObject({ status: 200 });
    expect(await complete(it.teacher, it.task.id, { outcome: 'confirmed' })).toMatchObject({ status: 200 });
    await server.deliver();
    await server.follow();
    expect(await openElements(server, it)).toEqual({ here: ['review'], there: ['review'] });
    const client = await server.signIn(username?.username ?? '');
    const signature = await openTask(client, it.record);
    expect(signature.part).toBe('signer');
    expect(
      await act(client, `/api/tasks/${signature.id}/sign`, { agrees: true, opinion: '同意' }),
    ).toMatchObject({ status: 200 });
    await deliverWithLostAnswer();
    expect(await openElements(server, it)).toEqual({ here: [], there: [] });
    expect(
      await server.engine.get('/history/variable-instance', {
        processInstanceId: it.engineId,
        variableName: 'outcome',
      }),
    ).toMatchObject([{ value: 'confirmed' }]);
  }, 60_000);
});

describe('a return (退回)', () => {
  test('is a modification of the instance on the engine, once although its answer was lost', async () => {
    const it = await secondReview();
    const actions = await it.teacher.get<{ returnSteps: { elementId: string }[] }>(
      `/api/tasks/${it.task.id}/actions`,
    );
    expect(actions.body.returnSteps.map(({ elementId }) => elementId)).toEqual(['revise']);
    // when it is returned; the task is closed at once, before the engine knows
    const answer = await act(it.teacher, `/api/tasks/${it.task.id}/return`, {
      elementId: 'revise',
      reason: '日期不对',
    });
    expect(answer).toMatchObject({ status: 200 });
    expect(await openElements(server, it)).toEqual({ here: [], there: ['review'] });
    await deliverWithLostAnswer();
    // then there is one task at the earlier step, on both sides, and the record says so
    expect(await openElements(server, it)).toEqual({ here: ['revise'], there: ['revise'] });
    const started = await server.engine.all('/history/task', {
      processInstanceId: it.engineId,
      taskDefinitionKey: 'revise',
    });
    expect(started).toHaveLength(2);
    expect(await openTask(it.pupil, it.record)).toMatchObject({ elementId: 'revise' });
  }, 60_000);

  test('to a step that was not done is refused when it is asked for', async () => {
    const it = await review();
    const answer = await act(it.teacher, `/api/tasks/${it.task.id}/return`, {
      elementId: 'revise',
      reason: '日期不对',
    });
    expect(answer).toMatchObject({ status: 409, body: { code: 'return-not-possible' } });
  });
});

test('a withdrawal (撤销) ends the instance on the engine, and its tasks for everybody here', async () => {
  const it = await review();
  const answer = await act(it.pupil, `/api/instances/${it.record.instanceId}/withdraw`, {
    reason: '写错了',
  });
  expect(answer).toMatchObject({ status: 200 });
  await deliverWithLostAnswer();
  expect(await openElements(server, it)).toEqual({ here: [], there: [] });
  expect(await server.engine.get(`/history/process-instance/${it.engineId}`)).toMatchObject({
    state: 'EXTERNALLY_TERMINATED',
  });
});

describe('a correction by hand', () => {
  test('moves the instance on the engine', async () => {
    const it = await review();
    const admin = await server.signIn('city');
    const moved = await act(admin, `/api/instances/${it.record.instanceId}/modify`, {
      reason: '误退回',
      instructions: [
        { do: 'start-before', elementId: 'revise' },
        { do: 'cancel-all', elementId: 'review' },
      ],
    });
    expect(moved).toMatchObject({ status: 200 });
    await deliverWithLostAnswer();
    expect(await openElements(server, it)).toEqual({ here: ['revise'], there: ['revise'] });
  }, 60_000);

  test('that names what the process does not have, or leaves nothing, is refused when it is asked for', async () => {
    const it = await review();
    const admin = await server.signIn('city');
    const modify = (instructions: object[]) =>
      act(admin, `/api/instances/${it.record.instanceId}/modify`, { reason: '误退回', instructions });
    expect(await modify([{ do: 'start-before', elementId: 'nowhere' }])).toMatchObject({
      status: 409,
      body: { code: 'modification-not-possible', reason: 'UNKNOWN_ELEMENT' },
    });
    expect(await modify([{ do: 'cancel-all', elementId: 'review' }])).toMatchObject({
      status: 409,
      body: { code: 'modification-not-possible', reason: 'NOTHING_LEFT' },
    });
    await server.deliver();
    expect(await openElements(server, it)).toEqual({ here: ['review'], there: ['review'] });
  });
});

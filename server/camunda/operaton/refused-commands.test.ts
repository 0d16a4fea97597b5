import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { RecordSummary } from '@oneplan/runtime/contracts/api/records.ts';
import { transaction } from '../../persistence/transaction.ts';
import type { Client } from '../../testing/test-server.ts';
import { reconcile } from '../reconcile.ts';
import { type CamundaServer, openCamundaServer } from './camunda-server.ts';
import { type OpenReview, openElements, openTask, reviewsOf } from './open-review.ts';

let server: CamundaServer;
let review: () => Promise<OpenReview>;
let admin: Client;

beforeAll(async () => {
  server = await openCamundaServer();
  review = await reviewsOf(server);
  admin = await server.signIn('city');
}, 120_000);
afterAll(() => server?.close());

const confirm = ({ teacher, task }: OpenReview) =>
  teacher.send('POST', `/api/tasks/${task.id}/complete`, {
    body: { data: { outcome: 'confirmed' }, recordRevision: 1 },
  });
const commands = async () =>
  (
    await admin.get<{
      engine: string;
      waiting: number;
      refused: number;
      items: { id: string; kind: string; state: string; elementName: string | null; droppable: boolean }[];
    }>('/api/engine/commands?limit=10')
  ).body;
const transitOf = async ({ pupil, record }: OpenReview) =>
  (await pupil.get<{ record: RecordSummary }>(`/api/records/${record.id}`)).body.record.transit;

/** As if the engine had said no to what waits now. */
async function refuseWaiting(): Promise<void> {
  await transaction(server.context.database, () =>
    server.context.sql.run(
      "UPDATE engine_command SET state = 'refused', error_message = 'no' WHERE state = 'waiting'",
    ),
  );
}

test('a decision says that it is on its way until the engine has taken it and our rows show it', async () => {
  const it = await review();
  expect(await transitOf(it)).toBeNull();
  const answer = await confirm(it);
  expect(answer).toMatchObject({ status: 200, body: { record: { transit: { state: 'moving' } } } });
  expect(await commands()).toMatchObject({
    engine: 'camunda',
    waiting: 1,
    refused: 0,
    items: [{ kind: 'complete-task', state: 'waiting', elementName: '班主任确认', droppable: false }],
  });
  const [waiting] = (await commands()).items;
  expect(
    await admin.send('POST', `/api/engine/commands/${waiting?.id}/drop`, { body: { reason: '重复' } }),
  ).toMatchObject({ status: 409, body: { code: 'conflict' } });
  await server.deliver();
  expect(await transitOf(it)).toBeNull();
  expect(await commands()).toMatchObject({ waiting: 0, refused: 0, items: [] });
});

test('a refused decision is tried again by an administrator', async () => {
  const it = await review();
  await confirm(it);
  await refuseWaiting();
  expect(await transitOf(it)).toMatchObject({ state: 'stopped' });
  const [refused] = (await commands()).items;
  expect(refused).toMatchObject({ state: 'refused', droppable: true });
  expect(await it.teacher.send('POST', `/api/engine/commands/${refused?.id}/retry`, {})).toMatchObject({
    status: 403,
  });
  expect(await admin.send('POST', `/api/engine/commands/${refused?.id}/retry`, {})).toMatchObject({
    status: 200,
  });
  await server.deliver();
  expect(await openElements(server, it)).toEqual({ here: [], there: [] });
  expect(await transitOf(it)).toBeNull();
});

test('a refused decision that is given up is void: the task opens again and is decided anew', async () => {
  const it = await review();
  await confirm(it);
  await refuseWaiting();
  const [refused] = (await commands()).items;
  const drop = () =>
    admin.send('POST', `/api/engine/commands/${refused?.id}/drop`, { body: { reason: '引擎拒绝' } });
  expect(await drop()).toMatchObject({ status: 200 });
  expect(await drop()).toMatchObject({ status: 409 });
  server.context.advance(60_000);
  await reconcile(server.context, server.link);
  expect(await openElements(server, it)).toEqual({ here: ['review'], there: ['review'] });
  expect(
    await server.context.sql.all(
      "SELECT object_id, resolution FROM engine_mismatch WHERE kind = 'completion-dropped'",
    ),
  ).toEqual([{ object_id: it.task.id, resolution: 'repaired' }]);
  expect(await transitOf(it)).toBeNull();
  const again = await openTask(it.teacher, it.record);
  expect(again.id).toBe(it.task.id);
  expect(await confirm(it)).toMatchObject({ status: 200 });
  await server.deliver();
  expect(await openElements(server, it)).toEqual({ here: [], there: [] });
}, 60_000);

test('a correction that is given up leaves the instance where the engine has it', async () => {
  const it = await review();
  const moved = await admin.send('POST', `/api/instances/${it.record.instanceId}/modify`, {
    body: {
      reason: '误提交',
      instructions: [
        { do: 'start-before', elementId: 'revise' },
        { do: 'cancel-all', elementId: 'review' },
      ],
    },
  });
  expect(moved).toMatchObject({ status: 200 });
  await refuseWaiting();
  const [refused] = (await commands()).items;
  await admin.send('POST', `/api/engine/commands/${refused?.id}/drop`, { body: { reason: '不再需要' } });
  server.context.advance(60_000);
  await reconcile(server.context, server.link);
  expect(await openElements(server, it)).toEqual({ here: ['review'], there: ['review'] });
}, 60_000);

import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { EffectCall, PlatformEffects } from '@oneplan/runtime/workers/platform-effects.ts';
import { createWorkers, type Workers } from '@oneplan/runtime/workers/workers.ts';
import { pino } from 'pino';
import { transaction } from '../../persistence/transaction.ts';
import { createPlatformEffects } from '../../usecases/effects/platform-effects.ts';
import { openRecordFixture, type RecordFixture } from '../../usecases/effects/record-fixture.ts';
import { type EngineRestServer, listenEngineRest, workerPassword } from './engine-rest-fixture.ts';

/** The platform's workers on the official client, against this server over HTTP. */
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
beforeEach(() => {
  const { context } = fixture;
  return transaction(context.database, () => context.sql.run('DELETE FROM external_task'));
});

const log = pino({ level: 'silent' });

function startWorkers(
  effects: PlatformEffects,
  more: { workerId?: string; password?: string } = {},
): Workers {
  const workers = createWorkers({
    baseUrl: rest.baseUrl,
    password: workerPassword,
    effects,
    log,
    interval: 5,
    ...more,
  });
  workers.start();
  return workers;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 5));
}

const elementsOf = async (instanceId: string) => {
  const row = await fixture.context.sql.one<{ state: string }>(
    'SELECT state FROM process_instance WHERE id = ?',
    [instanceId],
  );
  return (JSON.parse(row?.state ?? '{"t":[]}') as { t: { e: string }[] }).t.map(({ e }) => e);
};

const nothing = () => Promise.resolve();

test('carry a confirmed record to the end of the tasks before its notice runs', async () => {
  // given
  const record = await fixture.submit();
  const workers = startWorkers(createPlatformEffects(fixture.context));
  // when
  await fixture.decide(record, 'confirmed');
  await until(async () => (await elementsOf(record.instanceId)).includes('noticePeriod'));
  await workers.stop();
  // then
  const { context } = fixture;
  expect(await context.tables.notices.find({ instanceId: record.instanceId })).toHaveLength(1);
  expect(
    await context.tables.notifications.find({ submissionId: record.id, kind: 'record-confirmed' }),
  ).toHaveLength(1);
}, 20_000);

test('report every failure with one retry less, until the task is an incident', async () => {
  // given
  const record = await fixture.submit();
  await fixture.decide(record, 'returned');
  let calls = 0;
  const workers = startWorkers({
    ...createPlatformEffects(fixture.context),
    notify: () => {
      calls += 1;
      return Promise.reject(new Error('the post office is closed'));
    },
  });
  // when, then
  for (const retries of [2, 1, 0]) {
    await until(async () => (await fixture.waitingAt(record, 'notify')).retries === retries);
    fixture.context.advance(30_000);
  }
  await workers.stop();
  expect(calls).toBe(3);
  expect(await fixture.waitingAt(record, 'notify')).toMatchObject({
    errorMessage: 'the post office is closed',
  });
}, 20_000);

test('a worker that is told to stop finishes what it has begun and takes nothing more', async () => {
  // given a worker in the middle of a task
  const record = await fixture.submit();
  await fixture.decide(record, 'returned');
  const finish = new AbortController();
  const begun: EffectCall[] = [];
  const workers = startWorkers({
    openNotice: nothing,
    closeNotice: nothing,
    appendArchive: nothing,
    notify: async (call) => {
      begun.push(call);
      await once(finish.signal, 'abort');
    },
  });
  await until(async () => begun.length === 1);
  // when
  let stopped = false;
  const stop = workers.stop().then(() => {
    stopped = true;
  });
  const later = await fixture.submit();
  await fixture.decide(later, 'returned');
  // then
  expect(stopped).toBe(false);
  expect(await elementsOf(record.instanceId)).toContain('notifyReturned');
  finish.abort();
  await stop;
  expect(await elementsOf(record.instanceId)).toContain('revise');
  expect(begun).toHaveLength(1);
  expect(await fixture.waitingAt(later, 'notify')).toMatchObject({ workerId: null });
}, 20_000);

test('the task of a worker that was killed is done by another one, and its effect once', async () => {
  // given a worker that died after the effect and before the completion
  const record = await fixture.submit();
  await fixture.decide(record, 'returned');
  const effects = createPlatformEffects(fixture.context);
  const [task] = (
    await rest.call<
      { id: string; processInstanceId: string; variables: Record<string, { value: unknown }> }[]
    >('POST', '/external-task/fetchAndLock', {
      workerId: 'killed',
      maxTasks: 1,
      topics: [{ topicName: 'notify', lockDuration: 30_000 }],
    })
  ).body;
  const variables = Object.fromEntries(
    Object.entries(task?.variables ?? {}).map(([name, { value }]) => [name, value]),
  );
  await effects.notify({ taskId: task?.id ?? '', instanceId: task?.processInstanceId ?? '', variables });
  // when
  const workers = startWorkers(effects);
  fixture.context.advance(30_000);
  await until(async () => (await elementsOf(record.instanceId)).includes('revise'));
  await workers.stop();
  // then
  expect(
    await fixture.context.tables.notifications.find({ submissionId: record.id, kind: 'record-returned' }),
  ).toHaveLength(1);
}, 20_000);

test('two workers have two names without being told', () => {
  const options = {
    baseUrl: rest.baseUrl,
    password: workerPassword,
    effects: createPlatformEffects(fixture.context),
    log,
  };
  expect(createWorkers(options).workerId).not.toBe(createWorkers(options).workerId);
});

test('an engine that does not answer is asked again until it does', async () => {
  // given a port where nobody listens
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  const warnings: string[] = [];
  const silent = () => undefined;
  const workers = createWorkers({
    baseUrl: `http://127.0.0.1:${port}/engine-rest`,
    password: workerPassword,
    effects: createPlatformEffects(fixture.context),
    interval: 5,
    log: { info: silent, error: silent, warn: (_fields, message) => warnings.push(message) },
  });
  // when
  workers.start();
  await until(async () => warnings.length === 2);
  await workers.stop();
  // then
  expect(warnings[0]).toBe('the engine gave no external tasks; asking again');
}, 20_000);

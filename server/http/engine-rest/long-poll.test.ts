import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { announceWork } from '../../jobs/work-announcements.ts';
import { transaction } from '../../persistence/transaction.ts';
import { openTestContext, type TestContext } from '../../testing/test-context.ts';
import type { FetchRequest } from '../../usecases/external-tasks/fetch-and-lock.ts';
import { LongPoll } from './long-poll.ts';

const minute = 60_000;
let context: TestContext;
const closing = new AbortController();

beforeAll(async () => {
  context = await openTestContext();
});
afterAll(() => context.close());
afterEach(() => transaction(context.database, () => context.sql.run('DELETE FROM external_task')));

const request = (workerId: string, topic = 'notify'): FetchRequest => ({
  workerId,
  maxTasks: 1,
  usePriority: false,
  newestFirst: false,
  topics: [
    {
      topic,
      lockMilliseconds: 10 * minute,
      variables: null,
      localVariables: false,
      businessKey: null,
      definitionIds: null,
      processKeys: null,
      processVariables: null,
      versionTag: null,
      tenantIds: null,
      extensionProperties: false,
    },
  ],
});

const newTask = (topic = 'notify') =>
  transaction(context.database, async () => {
    const id = context.newId();
    await context.sql.insert('external_task', [
      {
        id,
        instance_id: context.newId(),
        token: 1,
        element_id: 'e',
        definition_id: context.newId(),
        process_key: 'p',
        topic,
        priority: 0,
        created_at: context.now(),
      },
    ]);
    announceWork(context.database);
    return id;
  });

const stillThere = () => new AbortController().signal;

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 1));
}

test('a waiting worker gets a task as soon as it is committed', async () => {
  // given
  const poll = new LongPoll(context, { intervalMilliseconds: 10 * minute });
  const tasks = poll.fetch(request('w1'), minute, stillThere());
  await until(() => poll.waiting === 1);
  // when
  const id = await newTask();
  // then
  expect(await tasks).toMatchObject([{ id, workerId: 'w1' }]);
});

test('a task that another process made is found at the next look', async () => {
  const poll = new LongPoll(context, { intervalMilliseconds: 5 });
  const tasks = poll.fetch(request('w1'), minute, stillThere());
  await until(() => poll.waiting === 1);
  const id = context.newId();
  await transaction(context.database, () =>
    context.sql.run(
      "INSERT INTO external_task (id, instance_id, token, element_id, definition_id, process_key, topic, priority, created_at) VALUES (?, ?, 1, 'e', ?, 'p', 'notify', 0, 0)",
      [id, id, id],
    ),
  );
  expect(await tasks).toMatchObject([{ id }]);
});

test('nothing is answered when the time is over by the clock, and not before', async () => {
  // given
  const poll = new LongPoll(context, { intervalMilliseconds: 5 });
  let answered = false;
  const tasks = poll.fetch(request('w1'), minute, stillThere()).finally(() => {
    answered = true;
  });
  await until(() => poll.waiting === 1);
  // when, then
  context.advance(minute - 1);
  expect(answered).toBe(false);
  expect(poll.waiting).toBe(1);
  context.advance(1);
  expect(await tasks).toEqual([]);
});

test('one task goes to one of many who wait, the others go on waiting', async () => {
  // given
  const poll = new LongPoll(context, { intervalMilliseconds: 10 * minute });
  const waiting = Array.from({ length: 20 }, (_, index) =>
    poll.fetch(request(`w${index}`), minute, stillThere()),
  );
  await until(() => poll.waiting === 20);
  // when
  await newTask();
  await until(() => poll.waiting === 19);
  context.advance(minute);
  announceWork(context.database);
  // then
  expect(
    (await Promise.all(waiting))
      .map((tasks) => tasks.length)
      .sort()
      .slice(-2),
  ).toEqual([0, 1]);
});

test('a task of another topic wakes nobody', async () => {
  const poll = new LongPoll(context, { intervalMilliseconds: 5 });
  const tasks = poll.fetch(request('w1', 'archive.append'), minute, stillThere());
  await until(() => poll.waiting === 1);
  await newTask('notify');
  context.advance(minute);
  expect(await tasks).toEqual([]);
});

test('nothing is locked for a worker that has hung up', async () => {
  // given
  const poll = new LongPoll(context, { intervalMilliseconds: 5 });
  const gone = new AbortController();
  const tasks = poll.fetch(request('w1'), minute, gone.signal);
  await until(() => poll.waiting === 1);
  // when
  gone.abort();
  const id = await newTask();
  // then
  expect(await tasks).toEqual([]);
  expect(await poll.fetch(request('w2'), 0, stillThere())).toMatchObject([{ id }]);
});

test('what was just locked for a worker that hangs up meanwhile is free again', async () => {
  const poll = new LongPoll(context);
  const id = await newTask();
  const gone = new AbortController();
  const tasks = poll.fetch(request('w1'), minute, gone.signal);
  gone.abort();
  expect(await tasks).toEqual([]);
  expect(await poll.fetch(request('w2'), 0, stillThere())).toMatchObject([{ id }]);
});

test('a server that closes answers all who wait, and nobody waits any more', async () => {
  const poll = new LongPoll(context, { intervalMilliseconds: 10 * minute, closing: closing.signal });
  const tasks = poll.fetch(request('w1'), minute, stillThere());
  await until(() => poll.waiting === 1);
  closing.abort();
  expect(await tasks).toEqual([]);
  expect(await poll.fetch(request('w1'), minute, stillThere())).toEqual([]);
});

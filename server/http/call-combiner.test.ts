import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { createApp } from '../app.ts';
import { historyOf, openRaceWorld, openTask, type RaceWorld, submit } from '../crash/race-world.ts';
import type { Caller } from '../identity/caller.ts';
import { createSession } from '../identity/sessions.ts';
import { transaction } from '../persistence/transaction.ts';

jest.setTimeout(120_000);
let world: RaceWorld;
let server: Server;
let address: string;

beforeAll(async () => {
  world = await openRaceWorld();
  server = createApp(world.context, { secureCookies: false, trustProxy: 0, workerPassword: 'nobody' }).listen(
    0,
    '127.0.0.1',
  );
  await once(server, 'listening');
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await world.close();
});

async function confirmerOf(teacher: Caller) {
  const session = await transaction(world.context.database, () =>
    createSession(world.context, teacher.userId),
  );
  return async (taskId: string, key: string, recordRevision = 1) => {
    const response = await fetch(`${address}/api/tasks/${taskId}/complete`, {
      method: 'POST',
      headers: {
        cookie: `oneplan=${session.token}`,
        'x-csrf-token': session.csrfToken,
        'idempotency-key': key,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ data: { outcome: 'confirmed' }, recordRevision }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
}

async function waitingRecords(count: number) {
  const waiting = [];
  for (let index = 0; index < count; index++) {
    const { pupil, teachers } = await world.nextPupil();
    const record = await submit(world.context, pupil);
    waiting.push({
      record,
      taskId: await openTask(world.context, record),
      confirm: await confirmerOf(teachers[0]),
    });
  }
  return waiting;
}

describe('calls that arrive together', () => {
  test('are each answered for themselves, and each has happened once', async () => {
    // given
    const waiting = await waitingRecords(12);
    // when: all at once, and each of them a second time with the same key
    const answers = await Promise.all(
      waiting.flatMap(({ confirm, taskId }) => [
        confirm(taskId, `key-of-${taskId}`),
        confirm(taskId, `key-of-${taskId}`),
      ]),
    );
    // then
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    for (const [index, { taskId, record }] of waiting.entries()) {
      expect(answers[2 * index]?.body).toMatchObject({ taskId, record: { id: record.id } });
      expect(answers[2 * index + 1]?.body).toEqual(answers[2 * index]?.body);
      expect(await historyOf(world.context, record)).toMatchObject({ review: 1, notifyConfirmed: 1 });
    }
  });

  test('one that is refused says why and stops no other', async () => {
    const waiting = await waitingRecords(8);
    const answers = await Promise.all(
      waiting.map(({ confirm, taskId }, index) => confirm(taskId, `other-${taskId}`, index === 3 ? 7 : 1)),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map((_, index) => (index === 3 ? 412 : 200)));
    expect(answers[3]?.body).toMatchObject({ code: 'revision-stale' });
    const refused = waiting[3];
    if (refused) expect(await historyOf(world.context, refused.record)).not.toHaveProperty('notifyConfirmed');
  });

  test('a key that was used for another request is refused among the others', async () => {
    const waiting = await waitingRecords(6);
    const [first, ...others] = waiting;
    if (!first) throw new Error('nobody waits');
    await first.confirm(first.taskId, 'a-key-used-before');
    const answers = await Promise.all(
      others.map(({ confirm, taskId }, index) =>
        confirm(taskId, index === 0 ? 'a-key-used-before' : `fresh-${taskId}`),
      ),
    );
    // the key belongs to the caller: the same teacher may have used it, another one has not
    for (const [index, { status }] of answers.entries())
      expect(index === 0 ? [200, 409] : [200]).toContain(status);
  });
});

import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { createApp } from '../app.ts';
import type { Caller } from '../identity/caller.ts';
import { createSession } from '../identity/sessions.ts';
import { transaction } from '../persistence/transaction.ts';
import { openRaceWorld, openTask, type RaceWorld, submit } from './race-world.ts';
import { countRoundTrips, type RoundTrips } from './round-trips.ts';

jest.setTimeout(120_000);
/** SQLite opens a connection for each transaction and sets it up first; none of it is a round trip. */
const most = process.env.TEST_DATABASE === 'mysql' ? 8 : 34;
let world: RaceWorld;
let server: Server;
let trips: RoundTrips;

beforeAll(async () => {
  world = await openRaceWorld();
  const app = createApp(world.context, {
    secureCookies: false,
    trustProxy: 0,
    workerPassword: 'nobody works here',
  });
  server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  trips = await countRoundTrips(world.context);
});
afterAll(async () => {
  trips.stop();
  server.close();
  server.closeAllConnections();
  await world.close();
});

/** What a browser sends when the class teacher confirms. */
async function confirmer(teacher: Caller): Promise<(taskId: string) => Promise<number>> {
  const session = await transaction(world.context.database, () =>
    createSession(world.context, teacher.userId),
  );
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return async (taskId) => {
    const response = await fetch(`${address}/api/tasks/${taskId}/complete`, {
      method: 'POST',
      headers: {
        cookie: `oneplan=${session.token}`,
        'x-csrf-token': session.csrfToken,
        'idempotency-key': taskId,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ data: { outcome: 'confirmed' }, recordRevision: 1 }),
    });
    await response.arrayBuffer();
    return response.status;
  };
}

describe('completing a user task', () => {
  test(`asks the database at most ${most} times, with everything that belongs to it`, async () => {
    // given a server that has done so before: connections are open, statements prepared, the plan is loaded
    const { pupil, teachers } = await world.nextPupil();
    const confirm = await confirmer(teachers[0]);
    const counts: number[] = [];
    // when
    for (let round = 0; round < 5; round++) {
      const taskId = await openTask(world.context, await submit(world.context, pupil));
      trips.take();
      expect(await confirm(taskId)).toBe(200);
      counts.push(trips.take());
    }
    // then
    const last = counts.at(-1) ?? Number.NaN;
    process.stderr.write(
      `completing a user task on ${world.context.database.dialect}: ${counts.join(', ')} round trips\n`,
    );
    expect(last).toBeLessThanOrEqual(most);
    expect(last).toBeGreaterThan(5);
  });
});

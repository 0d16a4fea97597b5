import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestDatabase, type TestDatabase } from '../../scripts/testing/mariadb.mjs';
import { loadDemo } from '../demo/load-demo.ts';
import { loadDemoPlan } from '../demo/load-demo-plan.ts';
import { openTestContext, type TestContext, testSecret } from '../testing/test-context.ts';
import { readShippedPlan } from '../usecases/plans/read-shipped-plan.ts';
import { describeFigures } from './crash-figures.ts';
import { runCrashes } from './crash-run.ts';
import type { DatabaseProcess } from './database-process.ts';
import { flushesAtCommit } from './database-process.ts';
import { demoPupils } from './demo-people.ts';
import { openServerPark, type ServerPark } from './server-park.ts';

const seed = Number(process.env.CRASH_SEED ?? Math.floor(Math.random() * 2 ** 31));
const root = fileURLToPath(new URL('../..', import.meta.url));
const onMysql = process.env.TEST_DATABASE === 'mysql';
const say = (line: string) => process.stderr.write(`${line}\n`);

let context: TestContext;
let park: ServerPark;
/** The one that other tests use at the same time must live on. */
let own: TestDatabase | null = null;

beforeAll(async () => {
  own = onMysql ? await startTestDatabase({ own: true }) : null;
  if (own) process.env.TEST_DATABASE_URL = own.url;
  context = await openTestContext();
  await loadDemo(context);
  await loadDemoPlan(context, await readShippedPlan(root, 'shenzhen-junior-high'));
  park = await openServerPark(
    { databaseUrl: context.databaseUrl, dataFolder: dirname(context.filesFolder), secret: testSecret },
    context.now(),
  );
}, 120_000);
afterAll(async () => {
  await park.close();
  await context.close();
  await own?.stop();
}, 60_000);

describe('a server that is killed at any moment, and a database that is', () => {
  test('lose nothing that was acknowledged, double nothing and leave nothing behind', async () => {
    // given 125 pupils of five classes with four records each, and what will become of these
    expect(await flushesAtCommit(context)).toBe(true);
    const database: DatabaseProcess | null = own?.kill && own.restart ? (own as DatabaseProcess) : null;
    // when one is killed while all of them work, and while timers fire, notices close and records are archived
    const figures = await runCrashes({
      context,
      park,
      database,
      seed,
      pupils: await demoPupils(context, 5, 25),
      recordsEach: 4,
      parts: 2,
      // On MySQL any number of servers may share the database; SQLite is for one.
      servers: onMysql ? 2 : 1,
      whileWorking: { server: 14, database: 4 },
      whileSettling: { server: 6, database: 2 },
      lookEvery: 1,
      say: () => undefined,
    });
    // then
    say(describeFigures(`crash test on ${context.database.dialect}, seed ${seed}`, figures));
    expect(figures.left).toBe(0);
    expect(figures.wrong).toEqual({
      lost: [],
      doubled: [],
      stuck: [],
      inconsistent: [],
      surprises: [],
      serverErrors: [],
    });
    expect(figures).toMatchObject({
      serverKills: 20,
      databaseKills: database ? 6 : 0,
      submissions: 500,
      completions: figures.commands - 500,
    });
  }, 900_000);

  test('a server that is asked to stop instead ends with exit code 0', async () => {
    expect(await park.shrink()).toBe(0);
  });
});

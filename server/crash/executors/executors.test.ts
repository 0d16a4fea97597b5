import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createRandom } from '../../demo/random.ts';
import { openTestContext, type TestContext } from '../../testing/test-context.ts';
import { deployForTest } from '../../usecases/engine/deployment-fixture.ts';
import { type ExecutorCrew, openCrew } from './executor-crew.ts';
import { runExecutors } from './executor-run.ts';
import { runTimers } from './timer-run.ts';

const seed = Number(process.env.CRASH_SEED ?? Math.floor(Math.random() * 2 ** 31));
const onMysql = process.env.TEST_DATABASE === 'mysql';
const lockMilliseconds = 3_000;
/** A busy machine may be late by so much. */
const grace = 10_000;
const say = (line: string) => process.stderr.write(`${line}\n`);

let context: TestContext;
let crew: ExecutorCrew;
let definitions: ReadonlyMap<string, string>;

beforeEach(async () => {
  context = await openTestContext();
  definitions = await deployForTest(
    context,
    await readFile(new URL('executors.bpmn', import.meta.url), 'utf8'),
  );
  // On MySQL any number of processes may share the database; SQLite is for one.
  crew = openCrew(context, { size: onMysql ? 3 : 1, lockMilliseconds });
}, 60_000);
afterEach(async () => {
  await crew.close();
  await context.close();
}, 60_000);

describe('executors that are killed at any moment', () => {
  test('do every job once; a job that fails is tried three times and then is one incident', async () => {
    // given 600 jobs and 12 that fail, when executors are killed 8 times
    const { wrong, ...figures } = await runExecutors({
      context,
      crew,
      definitions,
      random: createRandom(seed),
      jobs: 600,
      failing: 12,
      kills: 8,
      say: () => undefined,
    });
    // then
    say(`executors on ${context.database.dialect}, seed ${seed}: ${JSON.stringify(figures)}`);
    expect(wrong).toEqual({ never: [], doubled: [], incidents: [], inconsistent: [] });
    expect(figures.kills).toBe(8);
    expect(figures.longestOverLock).toBeLessThan(grace);
  }, 180_000);
});

describe('timers over an outage, and clocks that jump by an hour', () => {
  test('fire once, never before they are due by the clock of who fires them', async () => {
    // given 300 timers of four hours, when all executors are away for half an hour and clocks jump
    const { wrong, ...figures } = await runTimers({
      context,
      crew,
      definitions,
      random: createRandom(seed),
      timers: 300,
    });
    // then
    say(`timers on ${context.database.dialect}, seed ${seed}: ${JSON.stringify(figures)}`);
    expect(wrong).toEqual({ never: [], doubled: [], early: [], inconsistent: [] });
    expect(figures.dueInOutage).toBeGreaterThan(10);
    expect(figures.firedAhead).toBeGreaterThan(10);
  }, 180_000);
});

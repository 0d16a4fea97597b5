import { readFile } from 'node:fs/promises';
import { atLeast, atMost } from '../../bench/report.ts';
import { createRandom } from '../../demo/random.ts';
import { openTestContext, type TestContext } from '../../testing/test-context.ts';
import { deployForTest } from '../../usecases/engine/deployment-fixture.ts';
import { type ExecutorCrew, openCrew } from '../executors/executor-crew.ts';
import { runExecutors } from '../executors/executor-run.ts';
import { runTimers } from '../executors/timer-run.ts';
import { findingsOf, type LongPart, type Say, seconds } from './long-part.ts';

export interface ExecutorsRun {
  readonly entry: string;
  readonly seed: number;
  readonly jobs: number;
  readonly kills: number;
  readonly timers: number;
  readonly say: Say;
}

const lockMilliseconds = 5_000;
/** How much longer than its lock a job may stay locked. */
const longestOverLock = 10_000;

/** Three executors that are killed while they do jobs. */
export function jobsPart(run: ExecutorsRun): Promise<LongPart> {
  return withCrew(run.entry, async (context, crew, definitions) => {
    const figures = await runExecutors({
      ...run,
      context,
      crew,
      definitions,
      random: createRandom(run.seed),
      failing: Math.ceil(run.jobs / 100),
    });
    const { wrong } = figures;
    return {
      title: 'Kills of job executors',
      rows: [
        ['jobs; jobs that always fail', `${figures.jobs}; ${figures.failing}`],
        ['executors; kills', `3; ${figures.kills}`],
        ['jobs that a killed executor had claimed', `${figures.interrupted}`],
        ['jobs never done, done twice', `${wrong.never.length}, ${wrong.doubled.length}`],
        ['failing jobs without exactly three tries and one incident', `${wrong.incidents.length}`],
        ['longest that a job was locked beyond its lock, ms', `${Math.round(figures.longestOverLock)}`],
        ['time, s', seconds(figures.milliseconds)],
      ],
      goals: [
        atLeast('kills of executors', figures.kills, run.kills),
        atMost('jobs never done', wrong.never.length, 0),
        atMost('jobs done twice', wrong.doubled.length, 0),
        atMost('failing jobs without one incident', wrong.incidents.length, 0),
        atMost('states and rows that disagree', wrong.inconsistent.length, 0),
        atMost('locked beyond the lock, ms', figures.longestOverLock, longestOverLock),
      ],
      findings: findingsOf(wrong),
    };
  });
}

/** Timers over an outage of all executors, and clocks that jump by an hour. */
export function timersPart(run: ExecutorsRun): Promise<LongPart> {
  return withCrew(run.entry, async (context, crew, definitions) => {
    const random = createRandom(run.seed);
    const figures = await runTimers({ context, crew, definitions, random, timers: run.timers });
    const { wrong } = figures;
    return {
      title: 'Timers over an outage',
      rows: [
        ['timers', `${figures.timers}`],
        ['came due while nobody worked', `${figures.dueInOutage}`],
        ['fired by an executor an hour ahead of the others', `${figures.firedAhead}`],
        ['never fired, fired twice', `${wrong.never.length}, ${wrong.doubled.length}`],
        ['fired early by the clock of who fired it', `${wrong.early.length}`],
        ['longest late, of half an hour of outage, s', seconds(figures.longestLate)],
        ['start of the first executor until all overdue ones were fired, s', seconds(figures.catchUp)],
      ],
      goals: [
        atMost('timers never fired', wrong.never.length, 0),
        atMost('timers fired twice', wrong.doubled.length, 0),
        atMost('timers fired early', wrong.early.length, 0),
        atMost('states and rows that disagree', wrong.inconsistent.length, 0),
      ],
      findings: findingsOf(wrong),
    };
  });
}

async function withCrew(
  entry: string,
  body: (
    context: TestContext,
    crew: ExecutorCrew,
    definitions: ReadonlyMap<string, string>,
  ) => Promise<LongPart>,
): Promise<LongPart> {
  const context = await openTestContext();
  const xml = await readFile(new URL('../executors/executors.bpmn', import.meta.url), 'utf8');
  const definitions = await deployForTest(context, xml);
  const crew = openCrew(context, { size: 3, lockMilliseconds, entry });
  try {
    return await body(context, crew, definitions);
  } finally {
    await crew.close();
    await context.close();
  }
}

import type { Random } from '../../demo/random.ts';
import type { TestContext } from '../../testing/test-context.ts';
import { countOf, doneOnce } from '../done-once.ts';
import { findInconsistencies } from '../findings.ts';
import { startMany } from '../start-many.ts';
import type { ExecutorCrew } from './executor-crew.ts';

export interface TimerRunOptions {
  readonly context: TestContext;
  readonly crew: ExecutorCrew;
  readonly definitions: ReadonlyMap<string, string>;
  readonly random: Random;
  readonly timers: number;
}

export interface TimerFigures {
  readonly timers: number;
  /** Timers that came due while nobody worked. */
  readonly dueInOutage: number;
  /** Timers that one executor fired while its clock was an hour ahead of the others'. */
  readonly firedAhead: number;
  /** The longest that one of the outage was late by the clock of who fired it, in milliseconds. */
  readonly longestLate: number;
  /** Milliseconds from the start of the first executor after the outage until all of them had been fired. */
  readonly catchUp: number;
  readonly wrong: {
    readonly never: readonly string[];
    readonly doubled: readonly string[];
    /** Fired before it was due by the clock of who fired it. */
    readonly early: readonly string[];
    readonly inconsistent: readonly string[];
  };
}

const minute = 60_000;
const hour = 60 * minute;
const pause = 20;
const patience = 30_000;

/**
 * Timers of four hours. The first quarter of an hour passes as usual; then all executors are killed and the clock goes on for half an
 * hour; then one clock jumps an hour ahead and another an hour back, and both come back; then the rest of the time passes.
 */
export async function runTimers(options: TimerRunOptions): Promise<TimerFigures> {
  const { context, crew, random, timers } = options;
  const began = context.now();
  const minutes = Array.from({ length: timers }, () => random.integer(1, 239));
  const ids = await startMany(
    context,
    options.definitions.get('timed') ?? '',
    minutes.map((each) => ({ wait: `PT${each}M` })),
  );
  const dueAt = new Map(
    (
      await context.sql.all<{ instance_id: string; due_at: number }>('SELECT instance_id, due_at FROM job')
    ).map((row) => [row.instance_id, Number(row.due_at)]),
  );
  const passTo = async (ahead: number) => {
    crew.setClock(ahead);
    await nothingDue(context, began + ahead);
  };

  await crew.fill();
  for (let ahead = 5 * minute; ahead <= 15 * minute; ahead += 5 * minute) await passTo(ahead);

  await crew.killAll();
  const afterOutage = 45 * minute;
  crew.setClock(afterOutage);
  const dueInOutage = await countOf(context, 'job WHERE due_at <= ?', [began + afterOutage]);
  const back = performance.now();
  await crew.fill();
  await nothingDue(context, began + afterOutage);
  const catchUp = performance.now() - back;

  const before = await countOf(context, 'job');
  const last = crew.owners.length - 1;
  if (last > 0) crew.setClock(afterOutage - hour, last);
  crew.setClock(afterOutage + hour, 0);
  await nothingDue(context, began + afterOutage + hour);
  const firedAhead = before - (await countOf(context, 'job'));
  crew.setClock(afterOutage);

  for (let ahead = afterOutage; ahead <= 4 * hour; ahead += 30 * minute) await passTo(ahead);
  await passTo(4 * hour);

  const fired = await context.sql.all<{ instance_id: string; ended_at: number }>(
    "SELECT instance_id, ended_at FROM activity WHERE element_id = 'wait' AND ended_at IS NOT NULL",
  );
  const lateness = fired.map(({ instance_id, ended_at }) => {
    const due = dueAt.get(instance_id) ?? Number.NaN;
    return { instance_id, due, late: Number(ended_at) - due };
  });
  const ofOutage = lateness.filter(({ due }) => due > began + 15 * minute && due <= began + afterOutage);
  return {
    timers,
    dueInOutage,
    firedAhead,
    longestLate: Math.max(0, ...ofOutage.map(({ late }) => late)),
    catchUp,
    wrong: {
      ...(await doneOnce(context, ids, ['wait', 'fired'])),
      early: lateness
        .filter(({ late }) => late < 0)
        .map(({ instance_id, late }) => `${instance_id}: ${late} ms`),
      inconsistent: await findInconsistencies(context),
    },
  };
}

/** Waits until what is due at this time has been fired; gives up after a while, which then shows in the figures. */
async function nothingDue(context: TestContext, time: number): Promise<void> {
  const began = performance.now();
  while ((await countOf(context, 'job WHERE due_at <= ?', [time])) > 0) {
    if (performance.now() - began > patience) return;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { EngineError } from '@oneplan/runtime/engine/engine-error.ts';
import { pino } from 'pino';
import type { Context } from '../context.ts';
import { createContext } from '../create-context.ts';
import { audit } from '../identity/audit.ts';
import { openDatabase } from '../persistence/database.ts';
import { transaction } from '../persistence/transaction.ts';
import { openTestContext, type TestContext, testSecret } from '../testing/test-context.ts';
import { claimDueRows } from './claim-due-rows.ts';
import { takeJob } from './job.ts';
import { runDueJobs, startJobExecutor } from './job-executor.ts';
import type { PerformJob } from './perform-job.ts';
import { jobs as jobTable } from './run-jobs.ts';
import { announceWork } from './work-announcements.ts';

const minute = 60_000;
let context: TestContext;

beforeAll(async () => {
  context = await openTestContext();
});
afterAll(() => context.close());
afterEach(() =>
  transaction(context.database, async () => {
    for (const table of ['job', 'audit']) await context.sql.run(`DELETE FROM ${table}`);
  }),
);

async function givenJobs(count: number, dueAt = context.now()): Promise<string[]> {
  const ids = Array.from({ length: count }, () => context.newId());
  await transaction(context.database, () =>
    context.sql.insert(
      'job',
      ids.map((id) => ({
        id,
        kind: 'timer',
        instance_id: randomUUID(),
        token: 1,
        element_id: 'noticePeriod',
        due_at: dueAt,
        retries: 3,
      })),
    ),
  );
  return ids;
}

/** What a timer did is a line of the audit log, written in the job's own transaction. */
const recordEffect: PerformJob = async (own, job) => {
  if (await takeJob(own, job))
    await audit(own, null, { action: 'timer.fired', objectKind: 'job', objectId: job.id });
};

const effects = () =>
  context.sql.all<{ object_id: string; times: number }>(
    'SELECT object_id, COUNT(*) AS times FROM audit GROUP BY object_id',
  );
const jobs = () =>
  context.sql.all<{
    id: string;
    retries: number;
    error_message: string | null;
    lock_owner: string | null;
    lock_expires_at: number | null;
  }>('SELECT * FROM job');

/** Something to wait for that the test opens. */
function gate(): { readonly opened: Promise<void>; open(): void } {
  const controller = new AbortController();
  const opened = new Promise<void>((resolve) => controller.signal.addEventListener('abort', () => resolve()));
  return { opened, open: () => controller.abort() };
}

/** Another server process on the same database: its own connections, its own queue of transactions. */
async function anotherProcess(): Promise<Context & { close(): Promise<void> }> {
  const database = await openDatabase(context.databaseUrl);
  return {
    ...createContext({
      database,
      secret: testSecret,
      filesFolder: context.filesFolder,
      timeZone: 'Asia/Shanghai',
      log: pino({ level: 'silent' }),
      now: context.now,
    }),
    close: () => database.close(),
  };
}

describe('due timers', () => {
  test('of several processes exactly one fires each of them', async () => {
    // given
    const ids = await givenJobs(300);
    const processes = await Promise.all([anotherProcess(), anotherProcess(), anotherProcess()]);
    // when
    const drain = async (own: Context, owner: string) => {
      while (Number((await own.sql.one<{ left: number }>('SELECT COUNT(*) AS `left` FROM job'))?.left) > 0)
        await runDueJobs(own, { owner, perform: recordEffect });
    };
    await Promise.all(processes.map((own, index) => drain(own, `process-${index}`)));
    // then
    const done = await effects();
    expect(done.map(({ times }) => Number(times)).every((times) => times === 1)).toBe(true);
    expect(new Set(done.map((row) => row.object_id))).toEqual(new Set(ids));
    await Promise.all(processes.map((own) => own.close()));
  }, 60_000);

  test('a timer fires when it is due and not before', async () => {
    // given
    await givenJobs(1, context.now() + minute);
    // when, then
    expect(await runDueJobs(context, { perform: recordEffect })).toEqual({ jobs: 0, outbox: 0 });
    context.advance(minute);
    expect(await runDueJobs(context, { perform: recordEffect })).toEqual({ jobs: 1, outbox: 0 });
    expect(await jobs()).toEqual([]);
  });

  test('what a killed process had claimed is taken over once its lock has run out', async () => {
    // given
    const [id] = await givenJobs(1);
    const claim = { owner: 'killed', limit: 10, lockMilliseconds: 5 * minute };
    expect(await claimDueRows(context, jobTable, claim)).toHaveLength(1);
    // when, then
    expect((await runDueJobs(context, { perform: recordEffect })).jobs).toBe(0);
    context.advance(5 * minute);
    expect((await runDueJobs(context, { perform: recordEffect })).jobs).toBe(1);
    expect(await effects()).toMatchObject([{ object_id: id }]);
  });

  test('a failing timer is tried three times, ever later, and then stays as an incident', async () => {
    // given
    await givenJobs(1);
    const tries: number[] = [];
    const perform: PerformJob = async (own) => {
      tries.push(own.now());
      await audit(own, null, { action: 'timer.fired', objectKind: 'job', objectId: 'half done' });
      throw new Error('the flow cannot go on');
    };
    // when
    for (let round = 0; round < 10; round++) {
      await runDueJobs(context, { perform });
      context.advance(minute);
    }
    // then
    const waits = tries.slice(1).map((at, index) => at - (tries[index] ?? 0));
    expect(waits).toEqual([minute, 2 * minute]);
    expect(await jobs()).toMatchObject([
      { retries: 0, error_message: 'the flow cannot go on', lock_owner: null },
    ]);
    expect(await effects()).toEqual([]);
  });

  test('a lost race costs no retry', async () => {
    // given
    await givenJobs(1);
    const deadlock = Object.assign(new Error('Deadlock found'), { errno: 1213 });
    // when
    await runDueJobs(context, { perform: () => Promise.reject(deadlock) });
    // then
    expect(await jobs()).toMatchObject([{ retries: 3, lock_owner: null }]);
    context.advance(minute);
    await runDueJobs(context, { perform: recordEffect });
    expect(await jobs()).toEqual([]);
  });

  test('a timer whose activity is over goes without a trace', async () => {
    // given
    await givenJobs(1);
    const gone = new EngineError('TOKEN_GONE', 'the timer is not waiting any more');
    // when
    await runDueJobs(context, { perform: () => Promise.reject(gone) });
    // then
    expect(await jobs()).toEqual([]);
  });
});

describe('the running executor', () => {
  test('starts on work that is announced, and stops only after what it has begun', async () => {
    // given an executor at rest
    const begun = gate();
    const finish = gate();
    const executor = startJobExecutor(context, {
      perform: async (own, job) => {
        begun.open();
        await finish.opened;
        await recordEffect(own, job);
      },
    });
    const [id] = await givenJobs(1);
    announceWork(context.database);
    await begun.opened;
    // when
    let stopped = false;
    const stop = executor.stop().then(() => {
      stopped = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    // then
    expect(stopped).toBe(false);
    finish.open();
    await stop;
    expect(await effects()).toMatchObject([{ object_id: id }]);
  });

  test('claims nothing more once it was told to stop', async () => {
    // given
    const executor = startJobExecutor(context, { perform: recordEffect });
    await executor.stop();
    await givenJobs(1);
    // when
    executor.wake();
    await new Promise((resolve) => setImmediate(resolve));
    // then
    expect(await jobs()).toMatchObject([{ lock_owner: null }]);
  });
});

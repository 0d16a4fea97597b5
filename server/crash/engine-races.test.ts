import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Context } from '../context.ts';
import { claimDueRows } from '../jobs/claim-due-rows.ts';
import { runDueJobs } from '../jobs/job-executor.ts';
import { jobs } from '../jobs/run-jobs.ts';
import { transaction } from '../persistence/transaction.ts';
import { correlateMessage } from '../usecases/engine/correlate-message.ts';
import { throwSignal } from '../usecases/engine/throw-signal.ts';
import { deployProcesses } from '../usecases/engine-definitions/deploy-processes.ts';
import { completeExternalTask } from '../usecases/external-tasks/complete-external-task.ts';
import { fetchAndLock } from '../usecases/external-tasks/fetch-and-lock.ts';
import { throwErrorAtExternalTask } from '../usecases/external-tasks/throw-error-at-external-task.ts';
import { cancelInstance } from '../usecases/instances/cancel-instance.ts';
import { resolveIncident } from '../usecases/jobs/resolve-incident.ts';
import { retryJob } from '../usecases/jobs/retry-job.ts';
import {
  completeToken,
  type EngineRaceWorld,
  openEngineRaceWorld,
  openTasks,
  waitsIn,
} from './engine-race-world.ts';
import { findInconsistencies } from './findings.ts';
import type { Matches } from './pause-point.ts';
import { race } from './race.ts';
import { count, instanceLock, statement, times } from './race-world.ts';

const rounds = 5;
jest.setTimeout(120_000);
let world: EngineRaceWorld;

beforeAll(async () => {
  world = await openEngineRaceWorld();
});
afterEach(async () => {
  expect(await findInconsistencies(world.context)).toEqual([]);
});
afterAll(() => world.close());

const byBoth = <A, B>(
  lock: Matches,
  first: (context: Context) => Promise<A>,
  second: (context: Context) => Promise<B>,
) => race(world.servers, lock, first, second);
const done = { value: undefined };
const tokensOf = async (id: string) => (await waitsIn(world.context, 'task', id)).map(({ token }) => token);
const finish = async (id: string) => {
  for (const token of await tokensOf(id)) await completeToken(world.context, id, token);
};
/** Ended for good, so that nothing of it comes due in another test. */
const end = (id: string) => cancelInstance(world.context, null, { id, reason: 'done' });
/**
 * What the later of two is told about a wait that is over. Who runs beside the first has found the wait before; on
 * SQLite all of it comes after the first, and finds none.
 */
const tooLate = (asked: string) => ({
  refused: world.context.database.dialect === 'mysql' ? 'TOKEN_GONE' : asked,
});

describe('branches that reach their join at the same moment', () => {
  test('two: both count, and the flow goes on once', () =>
    times(rounds, async (round) => {
      const { instanceId } = await world.start('joining');
      const tokens = await tokensOf(instanceId);
      const [first = 0, second = 0] = round % 2 === 0 ? tokens : [...tokens].reverse();
      expect(
        await byBoth(
          instanceLock({ instanceId }),
          (context) => completeToken(context, instanceId, first),
          (context) => completeToken(context, instanceId, second),
        ),
      ).toEqual([done, done]);
      expect(await openTasks(world.context, instanceId)).toEqual(['after']);
      await end(instanceId);
    }));

  test('eight at once: the flow goes on once', () =>
    times(rounds, async () => {
      const { instanceId } = await world.start('voting');
      const tokens = await tokensOf(instanceId);
      await Promise.all(
        tokens.map((token, index) =>
          completeToken(index % 2 === 0 ? world.servers.one : world.servers.two, instanceId, token),
        ),
      );
      expect([tokens.length, await openTasks(world.context, instanceId)]).toEqual([8, ['counted']]);
      await end(instanceId);
    }));

  test('one of them completed twice: once it counts, and the join waits for the other', () =>
    times(rounds, async () => {
      const { instanceId } = await world.start('joining');
      const [left = 0] = await tokensOf(instanceId);
      const twice = (context: Context) => completeToken(context, instanceId, left);
      const [won, lost] = await byBoth(instanceLock({ instanceId }), twice, twice);
      expect([won, lost]).toMatchObject([
        done,
        { refused: 'TOKEN_GONE', detail: { message: expect.stringContaining(`${left}`) } },
      ]);
      expect(await openTasks(world.context, instanceId)).toEqual(['right']);
      await end(instanceId);
    }));
});

describe('a message and the time-out of its wait', () => {
  const givenWait = async () => {
    const { instanceId } = await world.start('paying');
    await transaction(world.context.database, () =>
      world.context.sql.run('UPDATE job SET due_at = ? WHERE instance_id = ?', [
        world.context.now(),
        instanceId,
      ]),
    );
    const pay = (context: Context) =>
      transaction(context.database, () =>
        correlateMessage(context, { name: 'paid', instanceId, variables: {}, actor: null }),
      );
    return { instanceId, pay, lock: instanceLock({ instanceId }) };
  };

  test('the message first: the time-out does nothing', () =>
    times(rounds, async () => {
      const { instanceId, pay, lock } = await givenWait();
      const [paid] = await byBoth(lock, pay, (context) => runDueJobs(context));
      expect(paid).toMatchObject({ value: { to: 'execution', instanceId } });
      expect(await openTasks(world.context, instanceId)).toEqual(['pack']);
      expect(await count(world.context, 'job', 'instance_id', instanceId)).toBe(0);
      await finish(instanceId);
    }));

  test('the time-out first: the message finds nobody', () =>
    times(rounds, async () => {
      const { instanceId, pay, lock } = await givenWait();
      const [, paid] = await byBoth(lock, (context) => runDueJobs(context), pay);
      expect(paid).toMatchObject(tooLate('conflict'));
      expect(await openTasks(world.context, instanceId)).toEqual(['remind']);
      expect(await count(world.context, 'subscription', 'instance_id', instanceId)).toBe(0);
      await finish(instanceId);
    }));

  test('the message twice: one arrives, the other finds nobody', () =>
    times(rounds, async () => {
      const { instanceId, pay, lock } = await givenWait();
      const [first, second] = await byBoth(lock, pay, pay);
      expect([first, second]).toMatchObject([{ value: { instanceId } }, tooLate('conflict')]);
      expect(await openTasks(world.context, instanceId)).toEqual(['pack']);
      await finish(instanceId);
    }));
});

describe('a signal', () => {
  const givenListener = async () => {
    const { instanceId } = await world.start('listening');
    await transaction(world.context.database, () =>
      throwSignal(world.context, { name: 'closing', variables: {}, tenantId: null }),
    );
    const [token = 0] = await tokensOf(instanceId);
    const hear = (context: Context) => runDueJobs(context);
    return { instanceId, token, hear, lock: instanceLock({ instanceId }) };
  };
  const undelivered = async () =>
    Number(
      (
        await world.context.sql.one<{ n: number }>(
          'SELECT COUNT(*) AS n FROM outbox WHERE delivered_at IS NULL',
        )
      )?.n,
    );
  const statusOf = async (id: string) =>
    (
      await world.context.sql.one<{ status: string }>('SELECT status FROM process_instance WHERE id = ?', [
        id,
      ])
    )?.status;

  test('that comes after the instance was ended is heard by nobody', () =>
    times(rounds, async () => {
      const { instanceId, hear, lock } = await givenListener();
      const cancel = (context: Context) => cancelInstance(context, null, { id: instanceId, reason: 'x' });
      const [ended, heard] = await byBoth(lock, cancel, hear);
      expect([ended, heard]).toMatchObject([{ value: {} }, { value: expect.anything() }]);
      await runDueJobs(world.context);
      expect([
        await statusOf(instanceId),
        await openTasks(world.context, instanceId),
        await undelivered(),
      ]).toEqual(['cancelled', [], 0]);
    }));

  test('that comes before the instance is ended has moved it once', () =>
    times(rounds, async () => {
      const { instanceId, hear, lock } = await givenListener();
      const cancel = (context: Context) => cancelInstance(context, null, { id: instanceId, reason: 'x' });
      const [heard, ended] = await byBoth(lock, hear, cancel);
      expect([heard, ended]).toMatchObject([{ value: expect.anything() }, { value: {} }]);
      const entered = await world.context.sql.all(
        "SELECT activity FROM activity WHERE element_id = 'tidyUp' AND instance_id = ?",
        [instanceId],
      );
      expect([await statusOf(instanceId), entered.length]).toEqual(['cancelled', 1]);
    }));

  test('and a completion: the task is done, or taken away, never both', () =>
    times(rounds * 2, async (round) => {
      const { instanceId, token, hear, lock } = await givenListener();
      const complete = (context: Context) => completeToken(context, instanceId, token);
      if (round % 2 === 0) {
        const [completed] = await byBoth(lock, complete, hear);
        expect([completed, await statusOf(instanceId)]).toEqual([done, 'completed']);
      } else {
        const [, completed] = await byBoth(lock, hear, complete);
        expect(completed).toMatchObject({ refused: 'TOKEN_GONE' });
        expect(await openTasks(world.context, instanceId)).toEqual(['tidyUp']);
        await end(instanceId);
      }
      await runDueJobs(world.context);
      expect(await undelivered()).toBe(0);
    }));
});

describe('workers at one external task', () => {
  const fetchAs = (workerId: string) => (context: Context) =>
    fetchAndLock(context, {
      workerId,
      maxTasks: 1,
      usePriority: false,
      newestFirst: false,
      topics: [
        {
          topic: 'check',
          lockMilliseconds: 1_000,
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
  const givenTask = async (holder: string | null) => {
    const { instanceId } = await world.start('checking');
    const [task] = await waitsIn(world.context, 'external_task', instanceId);
    const id = task?.id ?? '';
    if (holder !== null) expect((await fetchAs(holder)(world.context)).map((each) => each.id)).toEqual([id]);
    return {
      instanceId,
      id,
      complete: (workerId: string) => (context: Context) =>
        completeExternalTask(context, { id, workerId, variables: {} }),
      fail: (workerId: string) => (context: Context) =>
        throwErrorAtExternalTask(context, {
          id,
          workerId,
          errorCode: 'broken',
          errorMessage: null,
          variables: {},
        }),
    };
  };
  const taskLock = statement('FROM external_task WHERE id');

  test('two that fetch: one gets it', () =>
    times(rounds, async () => {
      const { instanceId, id } = await givenTask(null);
      const [first, second] = await byBoth(
        statement('FROM external_task WHERE id IN'),
        fetchAs('a'),
        fetchAs('b'),
      );
      expect([first, second]).toMatchObject([{ value: [{ id, workerId: 'a' }] }, { value: [] }]);
      await end(instanceId);
    }));

  test('completed after the lock ran out, before another fetches it: it counts, nobody gets it again', () =>
    times(rounds, async () => {
      const { instanceId, complete } = await givenTask('a');
      world.context.advance(2_000);
      const taskRow = statement(`FROM external_task WHERE id = ? ${world.context.sql.forUpdate}`);
      const [completed, fetched] = await byBoth(taskRow, complete('a'), fetchAs('b'));
      expect([completed, fetched]).toEqual([done, { value: [] }]);
      expect(await openTasks(world.context, instanceId)).toEqual(['checked']);
      await end(instanceId);
    }));

  test('fetched by another after the lock ran out: who had it before can no longer complete it', () =>
    times(rounds, async () => {
      const { instanceId, id, complete } = await givenTask('a');
      world.context.advance(2_000);
      const [fetched, completed] = await byBoth(taskLock, fetchAs('b'), complete('a'));
      expect(fetched).toMatchObject({ value: [{ id, workerId: 'b' }] });
      expect(completed).toMatchObject({ refused: 'external-task-not-locked', detail: { id, workerId: 'a' } });
      await complete('b')(world.context);
      expect(await openTasks(world.context, instanceId)).toEqual(['checked']);
      await end(instanceId);
    }));

  test('completed and failed with a BPMN error by the same worker: the first counts', () =>
    times(rounds * 2, async (round) => {
      const { instanceId, id, complete, fail } = await givenTask('a');
      const completedFirst = round % 2 === 0;
      const [first, second] = completedFirst
        ? await byBoth(instanceLock({ instanceId }), complete('a'), fail('a'))
        : await byBoth(instanceLock({ instanceId }), fail('a'), complete('a'));
      expect([first, second]).toMatchObject([done, { refused: 'not-found', detail: { id } }]);
      expect(await openTasks(world.context, instanceId)).toEqual([completedFirst ? 'checked' : 'repair']);
      await end(instanceId);
    }));

  test('completed when the instance is ended: it counts before, and is refused after', () =>
    times(rounds * 2, async (round) => {
      const { instanceId, id, complete } = await givenTask('a');
      const cancel = (context: Context) => cancelInstance(context, null, { id: instanceId, reason: 'x' });
      const [first, second] =
        round % 2 === 0
          ? await byBoth(instanceLock({ instanceId }), complete('a'), cancel)
          : await byBoth(instanceLock({ instanceId }), cancel, complete('a'));
      expect(first).toHaveProperty('value');
      if (round % 2 === 0) expect(second).toHaveProperty('value');
      else expect(second).toMatchObject({ refused: 'not-found', detail: { id } });
    }));
});

describe('a job', () => {
  const givenJob = async () => {
    const { instanceId } = await world.start('later');
    const [job] = await waitsIn(world.context, 'job', instanceId);
    return { instanceId, id: job?.id ?? '', lock: instanceLock({ instanceId }) };
  };
  const breaks = (context: Context) =>
    runDueJobs(context, {
      perform: async () => {
        throw new Error('no');
      },
    });
  const givenIncident = async () => {
    const given = await givenJob();
    for (let tried = 0; tried < 3; tried++) {
      await breaks(world.context);
      world.context.advance(3_600_000);
    }
    const incident = await world.context.sql.one<{ id: string }>(
      'SELECT id FROM incident WHERE configuration = ?',
      [given.id],
    );
    return { ...given, incidentId: incident?.id ?? '' };
  };

  test('is claimed by one of two executors', () =>
    times(rounds, async () => {
      const { instanceId, id } = await givenJob();
      const claim = (owner: string) => (context: Context) =>
        claimDueRows(context, jobs, { owner, limit: 10, lockMilliseconds: 1_000 });
      const [first, second] = await byBoth(
        statement('SELECT * FROM job WHERE id IN'),
        claim('a'),
        claim('b'),
      );
      expect([first, second]).toMatchObject([{ value: [{ id }] }, { value: [] }]);
      await end(instanceId);
    }));

  test('that runs while somebody retries it runs once', () =>
    times(rounds * 2, async (round) => {
      const { instanceId, id, lock } = await givenJob();
      const retry = (context: Context) => retryJob(context, null, { id, retries: 3 });
      const run = (context: Context) => runDueJobs(context);
      const [, retried] =
        round % 2 === 0
          ? await byBoth(lock, run, retry)
          : await byBoth(statement('suspended_left FROM job'), retry, run);
      expect(retried).toBeDefined();
      await runDueJobs(world.context);
      expect(await openTasks(world.context, instanceId)).toEqual(['begin']);
      expect(await count(world.context, 'job', 'instance_id', instanceId)).toBe(0);
      await end(instanceId);
    }));

  test('whose incident two people resolve gets its tries once, and runs once', () =>
    times(rounds, async () => {
      const { instanceId, id, incidentId } = await givenIncident();
      expect(incidentId).not.toBe('');
      const resolve = (context: Context) => resolveIncident(context, null, { id: incidentId, retries: 1 });
      const [first] = await byBoth(statement('FROM incident WHERE id'), resolve, resolve);
      expect(first).toEqual({ value: {} });
      const job = await world.context.sql.one<{ retries: number }>('SELECT retries FROM job WHERE id = ?', [
        id,
      ]);
      expect([Number(job?.retries), await count(world.context, 'incident', 'configuration', id)]).toEqual([
        1, 0,
      ]);
      await runDueJobs(world.context);
      expect(await openTasks(world.context, instanceId)).toEqual(['begin']);
      await end(instanceId);
    }));

  test('that fails for the last time while somebody retries it has an incident, or tries, never neither', () =>
    times(rounds * 2, async (round) => {
      const { instanceId, id } = await givenIncident();
      await retryJob(world.context, null, { id, retries: 1 });
      const retry = (context: Context) => retryJob(context, null, { id, retries: 3 });
      const failing = statement('UPDATE job SET retries = ?');
      await (round % 2 === 0 ? byBoth(failing, breaks, retry) : byBoth(failing, retry, breaks));
      const job = await world.context.sql.one<{ retries: number }>('SELECT retries FROM job WHERE id = ?', [
        id,
      ]);
      const incidents = await count(world.context, 'incident', 'configuration', id);
      expect(Number(job?.retries) > 0).toBe(incidents === 0);
      await end(instanceId);
    }));
});

describe('a process that starts at a message', () => {
  const deploy = (note: string) => async (context: Context) => {
    const xml = await readFile(new URL('races.bpmn', import.meta.url), 'utf8');
    return deployProcesses(context, {
      name: 'races',
      source: null,
      tenantId: '',
      files: [{ name: 'races.bpmn', content: xml.replace('name="Deliver"', `name="Deliver ${note}"`) }],
      filterDuplicates: false,
      changedOnly: false,
    });
  };
  const order = (context: Context) =>
    transaction(context.database, () =>
      correlateMessage(context, { name: 'order', variables: {}, actor: null }),
    );
  const versionOf = async (instanceId: string) =>
    (
      await world.context.sql.one<{ bundle_id: string }>(
        'SELECT bundle_id FROM process_instance WHERE id = ?',
        [instanceId],
      )
    )?.bundle_id;

  test('starts once, in the version it was found in, while another is deployed; the next one in that', () =>
    times(rounds, async (round) => {
      const before = await versionOf((await order(world.context)).instanceId);
      const [ordered, deployed] = await byBoth(
        statement('FROM subscription s JOIN process_definition'),
        order,
        deploy(`${round}`),
      );
      if (!('value' in ordered) || !('value' in deployed)) throw new Error('both go through');
      expect(await versionOf(ordered.value.instanceId)).toBe(before);
      expect(await versionOf((await order(world.context)).instanceId)).toBe(deployed.value.id);
    }));
});

import { describe, expect, test } from '@jest/globals';
import type { Context } from '../context.ts';
import { claimDueRows } from '../jobs/claim-due-rows.ts';
import { runDueJobs } from '../jobs/job-executor.ts';
import { jobs } from '../jobs/run-jobs.ts';
import { resolveIncident } from '../usecases/jobs/resolve-incident.ts';
import { retryJob } from '../usecases/jobs/retry-job.ts';
import { type EngineRaceWorld, openEngineRaceWorld, openTasks, waitsIn } from './engine-race-world.ts';
import { setUpRaces } from './race-set-up.ts';
import { count, instanceLock, statement, times } from './race-world.ts';

const rounds = 5;
let world: EngineRaceWorld;
setUpRaces(openEngineRaceWorld, (opened) => {
  world = opened;
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
      const [first, second] = await world.race(
        statement('SELECT * FROM job WHERE id IN'),
        claim('a'),
        claim('b'),
      );
      expect([first, second]).toMatchObject([{ value: [{ id }] }, { value: [] }]);
      await world.end(instanceId);
    }));

  test('that runs while somebody retries it runs once', () =>
    times(rounds * 2, async (round) => {
      const { instanceId, id, lock } = await givenJob();
      const retry = (context: Context) => retryJob(context, null, { id, retries: 3 });
      const run = (context: Context) => runDueJobs(context);
      const [, retried] =
        round % 2 === 0
          ? await world.race(lock, run, retry)
          : await world.race(statement('suspended_left FROM job'), retry, run);
      expect(retried).toBeDefined();
      await runDueJobs(world.context);
      expect(await openTasks(world.context, instanceId)).toEqual(['begin']);
      expect(await count(world.context, 'job', 'instance_id', instanceId)).toBe(0);
      await world.end(instanceId);
    }));

  test('whose incident two people resolve gets its tries once, and runs once', () =>
    times(rounds, async () => {
      const { instanceId, id, incidentId } = await givenIncident();
      expect(incidentId).not.toBe('');
      const resolve = (context: Context) => resolveIncident(context, null, { id: incidentId, retries: 1 });
      const [first] = await world.race(statement('FROM incident WHERE id'), resolve, resolve);
      expect(first).toEqual({ value: {} });
      const job = await world.context.sql.one<{ retries: number }>('SELECT retries FROM job WHERE id = ?', [
        id,
      ]);
      expect([Number(job?.retries), await count(world.context, 'incident', 'configuration', id)]).toEqual([
        1, 0,
      ]);
      await runDueJobs(world.context);
      expect(await openTasks(world.context, instanceId)).toEqual(['begin']);
      await world.end(instanceId);
    }));

  test('that fails for the last time while somebody retries it has an incident, or tries, never neither', () =>
    times(rounds * 2, async (round) => {
      const { instanceId, id } = await givenIncident();
      await retryJob(world.context, null, { id, retries: 1 });
      const retry = (context: Context) => retryJob(context, null, { id, retries: 3 });
      const failing = statement('UPDATE job SET retries = ?');
      await (round % 2 === 0 ? world.race(failing, breaks, retry) : world.race(failing, retry, breaks));
      const job = await world.context.sql.one<{ retries: number }>('SELECT retries FROM job WHERE id = ?', [
        id,
      ]);
      const incidents = await count(world.context, 'incident', 'configuration', id);
      expect(Number(job?.retries) > 0).toBe(incidents === 0);
      await world.end(instanceId);
    }));
});

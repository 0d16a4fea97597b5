import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import type { Context } from '../context.ts';
import { runDueJobs } from '../jobs/job-executor.ts';
import { transaction } from '../persistence/transaction.ts';
import { correlateMessage } from '../usecases/engine/correlate-message.ts';
import { throwSignal } from '../usecases/engine/throw-signal.ts';
import { deployProcesses } from '../usecases/engine-definitions/deploy-processes.ts';
import { cancelInstance } from '../usecases/instances/cancel-instance.ts';
import { completeToken, type EngineRaceWorld, openEngineRaceWorld, openTasks } from './engine-race-world.ts';
import { setUpRaces } from './race-set-up.ts';
import { count, instanceLock, statement, times } from './race-world.ts';

const rounds = 5;
let world: EngineRaceWorld;
setUpRaces(openEngineRaceWorld, (opened) => {
  world = opened;
});

const done = { value: undefined };

describe('branches that reach their join at the same moment', () => {
  test('two: both count, and the flow goes on once', () =>
    times(rounds, async (round) => {
      const { instanceId } = await world.start('joining');
      const tokens = await world.tokensOf(instanceId);
      const [first = 0, second = 0] = round % 2 === 0 ? tokens : [...tokens].reverse();
      expect(
        await world.race(
          instanceLock({ instanceId }),
          (context) => completeToken(context, instanceId, first),
          (context) => completeToken(context, instanceId, second),
        ),
      ).toEqual([done, done]);
      expect(await openTasks(world.context, instanceId)).toEqual(['after']);
      await world.end(instanceId);
    }));

  test('eight at once: the flow goes on once', () =>
    times(rounds, async () => {
      const { instanceId } = await world.start('voting');
      const tokens = await world.tokensOf(instanceId);
      await Promise.all(
        tokens.map((token, index) =>
          completeToken(index % 2 === 0 ? world.servers.one : world.servers.two, instanceId, token),
        ),
      );
      expect([tokens.length, await openTasks(world.context, instanceId)]).toEqual([8, ['counted']]);
      await world.end(instanceId);
    }));

  test('one of them completed twice: once it counts, and the join waits for the other', () =>
    times(rounds, async () => {
      const { instanceId } = await world.start('joining');
      const [left = 0] = await world.tokensOf(instanceId);
      const twice = (context: Context) => completeToken(context, instanceId, left);
      const [won, lost] = await world.race(instanceLock({ instanceId }), twice, twice);
      expect([won, lost]).toMatchObject([
        done,
        { refused: 'TOKEN_GONE', detail: { message: expect.stringContaining(`${left}`) } },
      ]);
      expect(await openTasks(world.context, instanceId)).toEqual(['right']);
      await world.end(instanceId);
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
      const [paid] = await world.race(lock, pay, (context) => runDueJobs(context));
      expect(paid).toMatchObject({ value: { to: 'execution', instanceId } });
      expect(await openTasks(world.context, instanceId)).toEqual(['pack']);
      expect(await count(world.context, 'job', 'instance_id', instanceId)).toBe(0);
      await world.finish(instanceId);
    }));

  test('the time-out first: the message finds nobody', () =>
    times(rounds, async () => {
      const { instanceId, pay, lock } = await givenWait();
      const [, paid] = await world.race(lock, (context) => runDueJobs(context), pay);
      expect(paid).toMatchObject(world.tooLate('conflict'));
      expect(await openTasks(world.context, instanceId)).toEqual(['remind']);
      expect(await count(world.context, 'subscription', 'instance_id', instanceId)).toBe(0);
      await world.finish(instanceId);
    }));

  test('the message twice: one arrives, the other finds nobody', () =>
    times(rounds, async () => {
      const { instanceId, pay, lock } = await givenWait();
      const [first, second] = await world.race(lock, pay, pay);
      expect([first, second]).toMatchObject([{ value: { instanceId } }, world.tooLate('conflict')]);
      expect(await openTasks(world.context, instanceId)).toEqual(['pack']);
      await world.finish(instanceId);
    }));
});

describe('a signal', () => {
  const givenListener = async () => {
    const { instanceId } = await world.start('listening');
    await transaction(world.context.database, () =>
      throwSignal(world.context, { name: 'closing', variables: {}, tenantId: null }),
    );
    const [token = 0] = await world.tokensOf(instanceId);
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
      const [ended, heard] = await world.race(lock, cancel, hear);
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
      const [heard, ended] = await world.race(lock, hear, cancel);
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
        const [completed] = await world.race(lock, complete, hear);
        expect([completed, await statusOf(instanceId)]).toEqual([done, 'completed']);
      } else {
        const [, completed] = await world.race(lock, hear, complete);
        expect(completed).toMatchObject({ refused: 'TOKEN_GONE' });
        expect(await openTasks(world.context, instanceId)).toEqual(['tidyUp']);
        await world.end(instanceId);
      }
      await runDueJobs(world.context);
      expect(await undelivered()).toBe(0);
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
      const [ordered, deployed] = await world.race(
        statement('FROM subscription s JOIN process_definition'),
        order,
        deploy(`${round}`),
      );
      if (!('value' in ordered) || !('value' in deployed)) throw new Error('both go through');
      expect(await versionOf(ordered.value.instanceId)).toBe(before);
      expect(await versionOf((await order(world.context)).instanceId)).toBe(deployed.value.id);
    }));
});

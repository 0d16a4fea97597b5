import { describe, expect, test } from '@jest/globals';
import type { RecordSummary } from '@oneplan/runtime/contracts/api/records.ts';
import type { Context } from '../context.ts';
import { archiveInstances } from '../history/archive-instances.ts';
import { readHistory } from '../history/read-history.ts';
import type { Caller } from '../identity/caller.ts';
import { transaction } from '../persistence/transaction.ts';
import { withdrawInstance } from '../usecases/approval/withdraw-instance.ts';
import { modifyInstance } from '../usecases/engine/modify-instance.ts';
import { cancelInstance } from '../usecases/instances/cancel-instance.ts';
import { activateInstance, suspendInstance } from '../usecases/instances/suspend-instance.ts';
import { pauseAt } from './pause-point.ts';
import { race, within } from './race.ts';
import { setUpRaces } from './race-set-up.ts';
import {
  complete,
  count,
  historyOf,
  instanceLock,
  openRaceWorld,
  openTask,
  type RaceWorld,
  statement,
  times,
} from './race-world.ts';

const rounds = 5;
let world: RaceWorld;
setUpRaces(openRaceWorld, (opened) => {
  world = opened;
});

const statusOf = async (record: RecordSummary) =>
  (
    await world.context.sql.one<{ status: string }>('SELECT status FROM process_instance WHERE id = ?', [
      record.instanceId,
    ])
  )?.status;
const decide =
  (teacher: Caller, taskId: string, outcome: 'confirmed' | 'returned' = 'confirmed') =>
  (context: Context) =>
    complete(context, teacher, taskId, outcome);
const taskGone = (taskId: string) => ({
  refused: 'task-not-open',
  detail: { taskId, name: '班主任确认' },
});

describe('an administrator who stops an instance and a teacher who decides', () => {
  const suspend =
    ({ instanceId: id }: RecordSummary) =>
    (context: Context) =>
      suspendInstance(context, null, { id, reason: '核查' });

  test('stopped first: the decision is refused, and counts once the instance goes on', () =>
    times(rounds, async () => {
      const { teachers, record, taskId } = await world.givenRecord();
      const [won, lost] = await race(
        world.servers,
        instanceLock(record),
        suspend(record),
        decide(teachers[0], taskId),
      );
      expect(won).toEqual({ value: { suspended: true } });
      expect(lost).toMatchObject({ refused: 'instance-suspended' });
      await activateInstance(world.context, null, { id: record.instanceId, reason: '完毕' });
      await decide(teachers[0], taskId)(world.context);
    }));

  test('decided first: the instance stands still where the decision has led', () =>
    times(rounds, async () => {
      const { teachers, record, taskId } = await world.givenRecord();
      const [decided, stopped] = await race(
        world.servers,
        instanceLock(record),
        decide(teachers[0], taskId),
        suspend(record),
      );
      expect([decided, stopped]).toMatchObject([{ value: { taskId } }, { value: { suspended: true } }]);
      expect(
        await world.context.sql.all(
          'SELECT topic FROM external_task WHERE instance_id = ? AND suspended = 1',
          [record.instanceId],
        ),
      ).toEqual([{ topic: 'notify' }]);
    }));
});

describe('an administrator who ends an instance and a teacher who decides', () => {
  const cancel =
    ({ instanceId: id }: RecordSummary) =>
    (context: Context) =>
      cancelInstance(context, null, { id, reason: '重复' });

  test('ended first: the decision is refused by the name of the task', () =>
    times(rounds, async () => {
      const { teachers, record, taskId } = await world.givenRecord();
      const [won, lost] = await race(
        world.servers,
        instanceLock(record),
        cancel(record),
        decide(teachers[0], taskId),
      );
      expect(won).toHaveProperty('value');
      expect(lost).toMatchObject(taskGone(taskId));
      expect(await statusOf(record)).toBe('cancelled');
    }));

  test('decided first: the decision stays in the history of what was ended', () =>
    times(rounds, async () => {
      const { teachers, record, taskId } = await world.givenRecord();
      const outcomes = await race(
        world.servers,
        instanceLock(record),
        decide(teachers[0], taskId),
        cancel(record),
      );
      for (const outcome of outcomes) expect(outcome).toHaveProperty('value');
      expect([
        await statusOf(record),
        await count(world.context, 'task_submission', 'task_id', taskId),
      ]).toEqual(['cancelled', 1]);
    }));
});

describe('an administrator who moves an instance by hand and a teacher who decides', () => {
  const modify = ({ instanceId }: RecordSummary, token: number) =>
    within((context) =>
      modifyInstance(context, null, instanceId, [
        { do: 'cancel', token },
        { do: 'start-before', elementId: 'review' },
      ]),
    );
  const tokenOf = async (taskId: string) =>
    Number(
      (await world.context.sql.one<{ token: number }>('SELECT token FROM task WHERE id = ?', [taskId]))
        ?.token,
    );

  test('moved first: the decision on the old task is refused, the new one is open', () =>
    times(rounds, async () => {
      const { teachers, record, taskId } = await world.givenRecord();
      const [won, lost] = await race(
        world.servers,
        instanceLock(record),
        modify(record, await tokenOf(taskId)),
        decide(teachers[0], taskId),
      );
      expect(won).toHaveProperty('value');
      expect(lost).toMatchObject(taskGone(taskId));
      expect(await openTask(world.context, record)).not.toBe(taskId);
    }));

  test('decided first: what was to be moved is gone, and nothing else was moved', () =>
    times(rounds, async () => {
      const { teachers, record, taskId } = await world.givenRecord();
      const [won, lost] = await race(
        world.servers,
        instanceLock(record),
        decide(teachers[0], taskId),
        modify(record, await tokenOf(taskId)),
      );
      expect(won).toHaveProperty('value');
      expect(lost).toHaveProperty('refused');
      expect(await historyOf(world.context, record)).toMatchObject({ review: 1, notifyConfirmed: 1 });
    }));
});

describe('an instance that is archived', () => {
  const archive = (context: Context) => archiveInstances(context, { endedBefore: context.now() + 1 });
  const givenEnded = async () => {
    const given = await world.givenRecord();
    const { instanceId } = given.record;
    await transaction(world.context.database, () =>
      withdrawInstance(world.context, given.pupil, { instanceId, reason: '写错了' }),
    );
    return given;
  };

  test('is read whole while it is moved', () =>
    times(rounds, async () => {
      const { record } = await givenEnded();
      const before = await readHistory(world.context, record.instanceId);
      const reader = pauseAt(
        world.servers.one,
        'before',
        statement('SELECT * FROM process_instance WHERE id'),
      );
      const reading = readHistory(reader.context, record.instanceId);
      await reader.reached;
      expect(await archive(world.servers.two)).toBeGreaterThan(0);
      reader.resume();
      const during = await reading;
      expect(during?.tables.activity.length).toBe(before?.tables.activity.length);
      expect(during?.tables.task.length).toBe(1);
    }));

  test('is moved by one of two servers', () =>
    times(rounds, async () => {
      const { record } = await givenEnded();
      const moved = await race(
        world.servers,
        statement('SELECT * FROM process_instance WHERE ended_at'),
        archive,
        archive,
      );
      expect(moved).toEqual([{ value: 1 }, { value: 0 }]);
      expect(await count(world.context, 'history_instance', 'id', record.instanceId)).toBe(1);
    }));

  test('takes no decision of a page that was left open', () =>
    times(rounds, async () => {
      const { teachers, record, taskId } = await givenEnded();
      const ahead = pauseAt(
        world.servers.one,
        'after',
        statement('SELECT * FROM process_instance WHERE ended_at'),
      );
      const archiving = archive(ahead.context);
      await ahead.reached;
      const deciding = decide(
        teachers[0],
        taskId,
      )(world.servers.two).then(
        () => 'decided',
        (error: { code?: string }) => error.code,
      );
      ahead.resume();
      expect(await archiving).toBeGreaterThan(0);
      expect(await deciding).toBe('task-not-open');
      expect(await count(world.context, 'task_submission', 'task_id', taskId)).toBe(0);
      expect(await statusOf(record)).toBeUndefined();
    }));
});

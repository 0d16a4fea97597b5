import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { RecordSummary } from '@oneplan/runtime/contracts/api/records.ts';
import type { Context } from '../context.ts';
import { archiveInstances } from '../history/archive-instances.ts';
import { readHistory } from '../history/read-history.ts';
import type { Caller } from '../identity/caller.ts';
import { transaction } from '../persistence/transaction.ts';
import { addSigners } from '../usecases/approval/add-signers.ts';
import { claimTask } from '../usecases/approval/hand-on-task.ts';
import { returnTask } from '../usecases/approval/return-task.ts';
import { removeSigner, signTask } from '../usecases/approval/sign-task.ts';
import { withdrawInstance } from '../usecases/approval/withdraw-instance.ts';
import { modifyInstance } from '../usecases/engine/modify-instance.ts';
import { cancelInstance } from '../usecases/instances/cancel-instance.ts';
import { activateInstance, suspendInstance } from '../usecases/instances/suspend-instance.ts';
import { findInconsistencies } from './findings.ts';
import { pauseAt } from './pause-point.ts';
import { race } from './race.ts';
import {
  complete,
  count,
  historyOf,
  instanceLock,
  openRaceWorld,
  openTask,
  pass,
  type RaceWorld,
  statement,
  submit,
  times,
} from './race-world.ts';

const rounds = 5;
jest.setTimeout(120_000);
let world: RaceWorld;

beforeAll(async () => {
  world = await openRaceWorld();
});
afterEach(async () => {
  expect(await findInconsistencies(world.context)).toEqual([]);
});
afterAll(() => world.close());

/** A fresh record, in front of two class teachers. */
const givenRecord = async () => {
  const { pupil, teachers } = await world.nextPupil();
  const record = await submit(world.context, pupil);
  return { pupil, teachers, record, taskId: await openTask(world.context, record) };
};
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
const within =
  (body: (context: Context) => Promise<unknown>) =>
  (context: Context): Promise<unknown> =>
    transaction(context.database, () => body(context));
const taskGone = (taskId: string) => ({
  refused: 'task-not-open',
  detail: { taskId, name: '班主任确认' },
});

describe('two who take one task (领取)', () => {
  test('the first has it; the other is told that it was taken', () =>
    times(rounds, async (round) => {
      const { teachers, record, taskId } = await givenRecord();
      const [first, second] = round % 2 === 0 ? teachers : ([...teachers].reverse() as [never, never]);
      const claim = (who: Caller) => within((context) => claimTask(context, who, { taskId }));
      const [won, lost] = await race(world.servers, instanceLock(record), claim(first), claim(second));
      expect(won).toHaveProperty('value');
      expect(lost).toMatchObject({ refused: 'task-taken', detail: { taskId } });
      const row = await world.context.sql.one('SELECT assignee_id FROM task WHERE id = ?', [taskId]);
      expect(row).toEqual({ assignee_id: first.userId });
      expect(await count(world.context, 'task_candidate', 'task_id', taskId)).toBe(1);
    }));

  test('who takes what was decided at that moment is told so by the name of the task', () =>
    times(rounds, async () => {
      const { teachers, record, taskId } = await givenRecord();
      const [won, lost] = await race(
        world.servers,
        instanceLock(record),
        decide(teachers[0], taskId),
        within((context) => claimTask(context, teachers[1], { taskId })),
      );
      expect(won).toHaveProperty('value');
      expect(lost).toMatchObject(taskGone(taskId));
    }));
});

describe('a pupil who withdraws (撤销) and a teacher who decides', () => {
  const withdraw = (pupil: Caller, { instanceId }: RecordSummary) =>
    within((context) => withdrawInstance(context, pupil, { instanceId, reason: '写错了' }));

  test('withdrawn first: the decision is refused by the name of the task', () =>
    times(rounds, async () => {
      const { pupil, teachers, record, taskId } = await givenRecord();
      const [won, lost] = await race(
        world.servers,
        instanceLock(record),
        withdraw(pupil, record),
        decide(teachers[0], taskId),
      );
      expect(won).toHaveProperty('value');
      expect(lost).toMatchObject(taskGone(taskId));
      expect([
        await statusOf(record),
        await count(world.context, 'task_submission', 'task_id', taskId),
      ]).toEqual(['cancelled', 0]);
    }));

  test('decided first: it can no longer be withdrawn', () =>
    times(rounds, async () => {
      const { pupil, teachers, record, taskId } = await givenRecord();
      const [won, lost] = await race(
        world.servers,
        instanceLock(record),
        decide(teachers[0], taskId),
        withdraw(pupil, record),
      );
      expect(won).toHaveProperty('value');
      expect(lost).toMatchObject({ refused: 'withdraw-not-possible', detail: { reason: 'decided' } });
      expect(await statusOf(record)).toBe('active');
    }));
});

describe('a signer who signs (加签) and who is taken back (减签)', () => {
  const givenSigner = async () => {
    const given = await givenRecord();
    const [asking, signer] = given.teachers;
    const people = {
      taskId: given.taskId,
      people: [signer.userId],
      position: 'before' as const,
      reason: '请过目',
    };
    await within((context) => addSigners(context, asking, people))(world.context);
    const row = await world.context.sql.one<{ id: string }>('SELECT id FROM task WHERE signs_for = ?', [
      given.taskId,
    ]);
    const signTaskId = row?.id ?? '';
    return {
      ...given,
      signTaskId,
      sign: within((context) => signTask(context, signer, { taskId: signTaskId, agrees: true, opinion: '' })),
      remove: within((context) =>
        removeSigner(context, asking, { taskId: given.taskId, person: signer.userId, reason: '不必了' }),
      ),
    };
  };
  const openAgain = async (record: RecordSummary, taskId: string) =>
    expect(await openTask(world.context, record)).toBe(taskId);

  test('signed first: nobody is left to be taken back, and the task is open', () =>
    times(rounds, async () => {
      const { record, taskId, sign, remove } = await givenSigner();
      const [won, lost] = await race(world.servers, instanceLock(record), sign, remove);
      expect(won).toHaveProperty('value');
      expect(lost).toMatchObject({ refused: 'signer-not-asked', detail: { taskId } });
      await openAgain(record, taskId);
    }));

  test('taken back first: the signature is refused by the name of the task, and the task is open', () =>
    times(rounds, async () => {
      const { record, taskId, signTaskId, sign, remove } = await givenSigner();
      const [won, lost] = await race(world.servers, instanceLock(record), remove, sign);
      expect(won).toHaveProperty('value');
      expect(lost).toMatchObject(taskGone(signTaskId));
      await openAgain(record, taskId);
    }));
});

describe('an administrator who stops an instance and a teacher who decides', () => {
  const suspend =
    ({ instanceId: id }: RecordSummary) =>
    (context: Context) =>
      suspendInstance(context, null, { id, reason: '核查' });

  test('stopped first: the decision is refused, and counts once the instance goes on', () =>
    times(rounds, async () => {
      const { teachers, record, taskId } = await givenRecord();
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
      const { teachers, record, taskId } = await givenRecord();
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
      const { teachers, record, taskId } = await givenRecord();
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
      const { teachers, record, taskId } = await givenRecord();
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
      const { teachers, record, taskId } = await givenRecord();
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
      const { teachers, record, taskId } = await givenRecord();
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

describe('a teacher who returns (退回) what another one decides', () => {
  const givenSecondRound = async () => {
    const given = await givenRecord();
    await complete(world.context, given.teachers[0], given.taskId, 'returned');
    await pass(world.context, given.record, 'notify');
    await complete(world.context, given.pupil, await openTask(world.context, given.record), 'revise');
    return { ...given, taskId: await openTask(world.context, given.record) };
  };
  const giveBack = (who: Caller, taskId: string) =>
    within((context) => returnTask(context, who, { taskId, elementId: 'revise', reason: '请再改' }));
  const confirm = (who: Caller, taskId: string) => (context: Context) =>
    complete(context, who, taskId, 'confirmed', 2);

  test('returned first: the decision is refused, the pupil has the work again', () =>
    times(rounds, async () => {
      const { teachers, record, taskId } = await givenSecondRound();
      const [won, lost] = await race(
        world.servers,
        instanceLock(record),
        giveBack(teachers[0], taskId),
        confirm(teachers[1], taskId),
      );
      expect(won).toHaveProperty('value');
      expect(lost).toMatchObject(taskGone(taskId));
      expect(await historyOf(world.context, record)).toMatchObject({ revise: 2, review: 2 });
    }));

  test('decided first: it can no longer be returned', () =>
    times(rounds, async () => {
      const { teachers, record, taskId } = await givenSecondRound();
      const [won, lost] = await race(
        world.servers,
        instanceLock(record),
        confirm(teachers[1], taskId),
        giveBack(teachers[0], taskId),
      );
      expect(won).toHaveProperty('value');
      expect(lost).toMatchObject(taskGone(taskId));
      expect(await historyOf(world.context, record)).toMatchObject({ revise: 1, review: 2 });
    }));
});

describe('an instance that is archived', () => {
  const archive = (context: Context) => archiveInstances(context, { endedBefore: context.now() + 1 });
  const givenEnded = async () => {
    const given = await givenRecord();
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

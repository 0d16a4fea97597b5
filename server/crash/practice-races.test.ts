import { describe, expect, test } from '@jest/globals';
import type { RecordSummary } from '@oneplan/runtime/contracts/api/records.ts';
import type { Context } from '../context.ts';
import type { Caller } from '../identity/caller.ts';
import { addSigners } from '../usecases/approval/add-signers.ts';
import { claimTask } from '../usecases/approval/hand-on-task.ts';
import { returnTask } from '../usecases/approval/return-task.ts';
import { removeSigner, signTask } from '../usecases/approval/sign-task.ts';
import { withdrawInstance } from '../usecases/approval/withdraw-instance.ts';
import { race, within } from './race.ts';
import { setUpRaces } from './race-set-up.ts';
import {
  complete,
  count,
  historyOf,
  instanceLock,
  openRaceWorld,
  openTask,
  pass,
  type RaceWorld,
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

describe('two who take one task (领取)', () => {
  test('the first has it; the other is told that it was taken', () =>
    times(rounds, async (round) => {
      const { teachers, record, taskId } = await world.givenRecord();
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
      const { teachers, record, taskId } = await world.givenRecord();
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
      const { pupil, teachers, record, taskId } = await world.givenRecord();
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
      const { pupil, teachers, record, taskId } = await world.givenRecord();
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
    const given = await world.givenRecord();
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

describe('a teacher who returns (退回) what another one decides', () => {
  const givenSecondRound = async () => {
    const given = await world.givenRecord();
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

import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { RecordSummary } from '@oneplan/runtime/contracts/api/records.ts';
import {
  complete,
  historyOf,
  openRaceWorld,
  openTask,
  type RaceWorld,
  submit,
} from '../../crash/race-world.ts';
import { isAllowed } from '../../identity/access.ts';
import type { Caller } from '../../identity/caller.ts';
import { targetLoaders } from '../../identity/targets.ts';
import { runDueJobs } from '../../jobs/job-executor.ts';
import { transaction } from '../../persistence/transaction.ts';
import { getInstance } from '../instances/get-instance.ts';
import { listTasks } from '../tasks/list-tasks.ts';
import { addSigners } from './add-signers.ts';
import { completeTasks } from './complete-tasks.ts';
import { copyTask } from './copy-task.ts';
import { claimTask, delegateTask, reassignTask, resolveTask, unclaimTask } from './hand-on-task.ts';
import { remindInstance } from './remind-instance.ts';
import { returnTask } from './return-task.ts';
import { removeSigner, signTask } from './sign-task.ts';
import { takeBack } from './take-back.ts';
import { withdrawInstance } from './withdraw-instance.ts';

jest.setTimeout(120_000);
let world: RaceWorld;

beforeAll(async () => {
  world = await openRaceWorld();
});
afterAll(() => world.close());

const inTransaction = <T>(body: () => Promise<T>) => transaction(world.context.database, body);

/** A record that waits for its class teacher; two teachers of the class, and nobody's earlier work. */
async function waiting() {
  const { pupil, teachers } = await world.nextPupil();
  const record = await submit(world.context, pupil);
  return { pupil, record, taskId: await openTask(world.context, record), teachers };
}

/** Whether a task about the record stands in somebody's inbox. */
async function sees(person: Caller, record: RecordSummary): Promise<boolean> {
  const { items } = await listTasks(world.context, person, { limit: 100 } as never);
  return items.some((task) => task.instanceId === record.instanceId);
}

const storyOf = async (record: RecordSummary) =>
  (await getInstance(world.context, record.instanceId)).timeline.map(({ kind }) => kind);
const statusOf = async (taskId: string) =>
  (await world.context.sql.one<{ status: string }>('SELECT status FROM task WHERE id = ?', [taskId]))?.status;
const taskOf = async (person: Caller, record: RecordSummary) => {
  const { items } = await listTasks(world.context, person, { limit: 100 } as never);
  return items.find((task) => task.instanceId === record.instanceId)?.id ?? '';
};

describe('领取 and 放回', () => {
  test('a task that one takes leaves the inbox of the others, and comes back when it is put back', async () => {
    const { record, taskId, teachers } = await waiting();
    const [one, other] = teachers;
    // when
    await inTransaction(() => claimTask(world.context, one, { taskId }));
    // then
    expect([await sees(one, record), await sees(other, record)]).toEqual([true, false]);
    await expect(inTransaction(() => claimTask(world.context, other, { taskId }))).rejects.toMatchObject({
      code: 'task-taken',
    });
    // when
    await inTransaction(() => unclaimTask(world.context, one, { taskId }));
    // then
    expect([await sees(one, record), await sees(other, record)]).toEqual([true, true]);
  });
});

describe('转办 and 委派', () => {
  test('a task that is handed on is the other person’s, and the history says why', async () => {
    const { record, taskId, teachers } = await waiting();
    const [one, other] = teachers;
    await inTransaction(() => reassignTask(world.context, one, { taskId, to: other.userId, reason: '出差' }));
    expect([await sees(one, record), await sees(other, record)]).toEqual([false, true]);
    expect((await getInstance(world.context, record.instanceId)).timeline.at(-1)).toMatchObject({
      kind: 'reassigned',
      people: [other.name],
      remark: '出差',
    });
  });

  test('a task is never handed on to somebody outside the pupil’s school', async () => {
    const { taskId, teachers, pupil } = await waiting();
    await expect(
      inTransaction(() =>
        reassignTask(world.context, teachers[0], { taskId, to: pupil.userId, reason: 'x' }),
      ),
    ).rejects.toMatchObject({ code: 'person-not-eligible' });
  });

  test('a delegated task comes back with an opinion; only its owner completes it', async () => {
    const { record, taskId, teachers } = await waiting();
    const [owner, helper] = teachers;
    await inTransaction(() =>
      delegateTask(world.context, owner, { taskId, to: helper.userId, reason: '请核实' }),
    );
    await expect(complete(world.context, helper, taskId, 'confirmed')).rejects.toMatchObject({
      code: 'task-delegated',
    });
    // when
    await inTransaction(() => resolveTask(world.context, helper, { taskId, opinion: '属实' }));
    // then
    expect([await sees(owner, record), await sees(helper, record)]).toEqual([true, false]);
    world.context.advance(1_000);
    await complete(world.context, owner, taskId, 'confirmed');
    expect(await storyOf(record)).toEqual([
      'submitted',
      'delegated',
      'delegation-resolved',
      'task-completed',
    ]);
  });
});

describe('加签 and 减签', () => {
  const ask = (person: Caller, taskId: string, by: Caller, position: 'before' | 'parallel' | 'after') =>
    inTransaction(() =>
      addSigners(world.context, by, { taskId, people: [person.userId], position, reason: '会商' }),
    );
  const sign = async (person: Caller, record: RecordSummary, agrees: boolean) => {
    const taskId = await taskOf(person, record);
    await inTransaction(() => signTask(world.context, person, { taskId, agrees, opinion: '意见' }));
  };

  test('before: the task waits for the signer, then for its own decision', async () => {
    const { record, taskId, teachers } = await waiting();
    const [decider, signer] = teachers;
    await inTransaction(() => claimTask(world.context, decider, { taskId }));
    await ask(signer, taskId, decider, 'before');
    expect([await sees(decider, record), await sees(signer, record)]).toEqual([false, true]);
    await expect(complete(world.context, decider, taskId, 'confirmed')).rejects.toMatchObject({
      code: 'task-not-open',
    });
    // when
    await sign(signer, record, true);
    // then
    expect([await sees(decider, record), await sees(signer, record)]).toEqual([true, false]);
    await complete(world.context, decider, taskId, 'confirmed');
    expect(await statusOf(taskId)).toBe('completed');
  });

  test('parallel: the process goes on when the last has signed, with what was decided, in the name of who decided', async () => {
    const { record, taskId, teachers } = await waiting();
    const [decider, signer] = teachers;
    await inTransaction(() => claimTask(world.context, decider, { taskId }));
    await ask(signer, taskId, decider, 'parallel');
    await complete(world.context, decider, taskId, 'confirmed');
    expect(await statusOf(taskId)).toBe('held');
    expect(await historyOf(world.context, record)).not.toHaveProperty('notice');
    // when
    await sign(signer, record, true);
    // then
    expect(await historyOf(world.context, record)).toHaveProperty('notifyConfirmed');
    const timeline = (await getInstance(world.context, record.instanceId)).timeline;
    expect(timeline.find(({ kind }) => kind === 'task-completed')).toMatchObject({
      actor: decider.name,
      outcome: 'confirmed',
    });
  });

  test('after: an objection gives the decision back, and the signer is asked again after the new one', async () => {
    const { record, taskId, teachers } = await waiting();
    const [decider, signer] = teachers;
    await inTransaction(() => claimTask(world.context, decider, { taskId }));
    await ask(signer, taskId, decider, 'after');
    expect(await sees(signer, record)).toBe(false);
    await complete(world.context, decider, taskId, 'confirmed');
    expect(await sees(signer, record)).toBe(true);
    // when
    await sign(signer, record, false);
    // then
    expect([await sees(decider, record), await statusOf(taskId)]).toEqual([true, 'open']);
    await complete(world.context, decider, taskId, 'returned');
    expect(await statusOf(taskId)).toBe('completed');
    expect(await storyOf(record)).toEqual(
      expect.arrayContaining(['signer-added', 'objected', 'task-completed']),
    );
  });

  test('an objection says why', async () => {
    const { record, taskId, teachers } = await waiting();
    const [decider, signer] = teachers;
    await inTransaction(() => claimTask(world.context, decider, { taskId }));
    await ask(signer, taskId, decider, 'parallel');
    const signTaskId = await taskOf(signer, record);
    await expect(
      inTransaction(() =>
        signTask(world.context, signer, { taskId: signTaskId, agrees: false, opinion: '' }),
      ),
    ).rejects.toMatchObject({ code: 'opinion-missing' });
  });

  test('a request that is taken back is waited for no longer', async () => {
    const { record, taskId, teachers } = await waiting();
    const [decider, signer] = teachers;
    await inTransaction(() => claimTask(world.context, decider, { taskId }));
    await ask(signer, taskId, decider, 'parallel');
    await complete(world.context, decider, taskId, 'confirmed');
    // when
    await inTransaction(() =>
      removeSigner(world.context, decider, { taskId, person: signer.userId, reason: '不需要' }),
    );
    // then
    expect([await sees(signer, record), await statusOf(taskId)]).toEqual([false, 'completed']);
  });

  test('a request ends with the task it is for', async () => {
    const { pupil, record, taskId, teachers } = await waiting();
    const [decider, signer] = teachers;
    await inTransaction(() => claimTask(world.context, decider, { taskId }));
    await ask(signer, taskId, decider, 'parallel');
    await inTransaction(() =>
      withdrawInstance(world.context, pupil, { instanceId: record.instanceId, reason: '填错了' }),
    );
    expect(await sees(signer, record)).toBe(false);
  });
});

describe('撤销, 撤回 and 退回', () => {
  test('who submitted it withdraws it while nobody has decided, and not afterwards', async () => {
    const { pupil, record } = await waiting();
    const withdraw = () =>
      inTransaction(() =>
        withdrawInstance(world.context, pupil, { instanceId: record.instanceId, reason: '填错了' }),
      );
    await withdraw();
    expect((await getInstance(world.context, record.instanceId)).state).toBe('cancelled');
    await expect(withdraw()).rejects.toMatchObject({ code: 'instance-ended' });
    const decided = await waiting();
    await complete(world.context, decided.teachers[0], decided.taskId, 'confirmed');
    await expect(
      inTransaction(() =>
        withdrawInstance(world.context, decided.pupil, {
          instanceId: decided.record.instanceId,
          reason: 'x',
        }),
      ),
    ).rejects.toMatchObject({ code: 'withdraw-not-possible', detail: { reason: 'decided' } });
  });

  test('a decision is taken back while nothing has happened since, and decided anew', async () => {
    const { record, taskId, teachers } = await waiting();
    await complete(world.context, teachers[0], taskId, 'returned');
    // when
    await inTransaction(() =>
      takeBack(world.context, teachers[0], { instanceId: record.instanceId, reason: '看错了' }),
    );
    // then
    const again = await openTask(world.context, record);
    await complete(world.context, teachers[0], again, 'confirmed');
    expect(await historyOf(world.context, record)).toMatchObject({ review: 2, notifyConfirmed: 1 });
  });

  test('somebody else’s decision cannot be taken back', async () => {
    const { record, taskId, teachers } = await waiting();
    await complete(world.context, teachers[0], taskId, 'returned');
    await expect(
      inTransaction(() =>
        takeBack(world.context, teachers[1], { instanceId: record.instanceId, reason: 'x' }),
      ),
    ).rejects.toMatchObject({ code: 'take-back-not-possible', detail: { reason: 'nothing-decided' } });
  });

  test('work is returned only to a step that was done before', async () => {
    const { taskId, teachers } = await waiting();
    await expect(
      inTransaction(() =>
        returnTask(world.context, teachers[0], { taskId, elementId: 'revise', reason: 'x' }),
      ),
    ).rejects.toMatchObject({ code: 'return-not-possible', detail: { possible: [] } });
  });
});

describe('抄送 and 催办', () => {
  test('a copy lets a colleague read the record, and nobody else', async () => {
    const { record, taskId, teachers } = await waiting();
    const staff = await world.context.sql.one<{ user_id: string }>(
      `SELECT m.user_id FROM membership m JOIN task t ON t.school_id = m.org_unit_id WHERE t.id = ? AND m.role = 'principal'`,
      [taskId],
    );
    const principal: Caller = {
      ...teachers[0],
      userId: staff?.user_id ?? '',
      holders: [],
      standings: [{ role: 'principal', orgUnitId: '', path: '' }],
    };
    const mayRead = async () => {
      const target = await targetLoaders.record(world.context, record.id);
      return isAllowed(world.context, principal, 'record.read', target);
    };
    expect(await mayRead()).toBe(false);
    await inTransaction(() =>
      copyTask(world.context, teachers[0], { taskId, people: [principal.userId], note: '' }),
    );
    expect(await mayRead()).toBe(true);
  });

  test('everybody who is waited for is reminded, once a day', async () => {
    const { pupil, record } = await waiting();
    const remind = () => inTransaction(() => remindInstance(world.context, pupil, record.instanceId));
    expect(await remind()).toBeGreaterThanOrEqual(2);
    await expect(remind()).rejects.toMatchObject({ code: 'reminded-already' });
    world.context.advance(24 * 3_600_000);
    expect(await remind()).toBeGreaterThanOrEqual(2);
  });
});

describe('completing many', () => {
  test('each row has its own result; a refused one changes nothing and stops no other', async () => {
    const first = await waiting();
    const second = await waiting();
    const third = await waiting();
    await complete(world.context, first.teachers[0], second.taskId, 'confirmed').catch(() => undefined);
    const row = (taskId: string) => ({ taskId, data: { outcome: 'confirmed' }, recordRevision: 1 });
    const { teachers } = first;
    // when
    const answer = await inTransaction(() =>
      completeTasks(world.context, teachers[0], [
        row(first.taskId),
        { ...row(first.taskId), recordRevision: 7 },
        row(third.taskId),
      ]),
    );
    // then
    expect(answer.items[0]).toEqual({ taskId: first.taskId, problem: null });
    expect(answer.items[1]?.problem).toMatchObject({ code: 'task-already-completed' });
    expect(answer.completed).toBe(answer.items.filter(({ problem }) => problem === null).length);
    expect(await statusOf(first.taskId)).toBe('completed');
  });
});

describe('空审批人', () => {
  test('a task that nobody can do waits, and the administrators are told', async () => {
    const { record, teachers } = await waiting();
    const taskId = await openTask(world.context, record);
    await inTransaction(() =>
      world.context.sql.run(
        "UPDATE outbox SET payload = REPLACE(payload, ?, ?) WHERE kind = 'task-created' AND payload LIKE ?",
        ['role:class-teacher@', 'role:class-teacher@nowhere-', `%${taskId}%`],
      ),
    );
    await runDueJobs(world.context);
    expect(await storyOf(record)).toContain('nobody-found');
    expect(await sees(teachers[0], record)).toBe(true);
  });
});

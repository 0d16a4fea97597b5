import { describe, expect, test } from '@jest/globals';
import type { Context } from '../context.ts';
import { authorise } from '../identity/access.ts';
import type { Caller } from '../identity/caller.ts';
import { addSigners } from '../usecases/approval/add-signers.ts';
import { copyTask } from '../usecases/approval/copy-task.ts';
import {
  claimTask,
  delegateTask,
  reassignTask,
  resolveTask,
  unclaimTask,
} from '../usecases/approval/hand-on-task.ts';
import { returnTask } from '../usecases/approval/return-task.ts';
import { removeSigner, signTask } from '../usecases/approval/sign-task.ts';
import { completeTasksTogether } from '../usecases/tasks/complete-task.ts';
import type { Matches } from './pause-point.ts';
import { outcomeOf, race, within } from './race.ts';
import { setUpRaces } from './race-set-up.ts';
import {
  complete,
  count,
  historyOf,
  instanceLock,
  openRaceWorld,
  type RaceWorld,
  times,
} from './race-world.ts';

const rounds = 5;
let world: RaceWorld;
setUpRaces(openRaceWorld, (opened) => {
  world = opened;
});

const claim = (who: Caller, taskId: string) => within((context) => claimTask(context, who, { taskId }));
const taken = (taskId: string) => ({ refused: 'task-taken', detail: { taskId, name: '班主任确认' } });
/** The lock of one instance, taken by itself or with others. */
const eitherLock =
  (instanceId: string): Matches =>
  (text, values) =>
    text.includes('FROM process_instance WHERE id') && values.includes(instanceId);
const decision = (taskId: string) => ({
  taskId,
  data: { outcome: 'confirmed', remark: '' },
  recordRevision: 1,
});

describe('a colleague takes (领取) or hands on (转办) a task just before somebody who was authorised decides', () => {
  test('taken first: the decision is refused as that of anybody who comes late, and leaves nothing', () =>
    times(rounds, async () => {
      const { teachers, record, taskId } = await world.givenRecord();
      const [won, lost] = await race(
        world.servers,
        instanceLock(record),
        claim(teachers[0], taskId),
        (context) => complete(context, teachers[1], taskId, 'confirmed'),
      );
      expect(won).toHaveProperty('value');
      expect(lost).toMatchObject(taken(taskId));
      expect(await outcomeOf(authorised(teachers[1], taskId))).toEqual(lost);
      expect(await count(world.context, 'task_submission', 'task_id', taskId)).toBe(0);
      expect(await historyOf(world.context, record)).not.toHaveProperty('outcome');
      expect(await outcomeOf(complete(world.context, teachers[0], taskId, 'confirmed'))).toHaveProperty(
        'value',
      );
    }));

  test('handed on first: whoever handed it on cannot decide any more', () =>
    times(rounds, async () => {
      const { teachers, record, taskId } = await world.givenRecord();
      await claim(teachers[0], taskId)(world.context);
      const [won, lost] = await race(
        world.servers,
        instanceLock(record),
        within((context) =>
          reassignTask(context, teachers[0], { taskId, to: teachers[1].userId, reason: '出差' }),
        ),
        (context) => complete(context, teachers[0], taskId, 'confirmed'),
      );
      expect(won).toHaveProperty('value');
      expect(lost).toMatchObject(taken(taskId));
    }));

  test('in a bundle of decisions only the one that was overtaken has to be asked for by itself', () =>
    times(rounds, async () => {
      const overtaken = await world.givenRecord();
      const untouched = await world.givenRecord();
      const [, together] = await race(
        world.servers,
        eitherLock(overtaken.record.instanceId),
        claim(overtaken.teachers[0], overtaken.taskId),
        within((context) =>
          completeTasksTogether(
            context,
            [overtaken, untouched].map(({ teachers, record, taskId }) => ({
              caller: teachers[1],
              input: { ...decision(taskId), instanceId: record.instanceId },
            })),
          ),
        ),
      );
      expect(together).toMatchObject({ value: [null, { taskId: untouched.taskId }] });
      expect(await count(world.context, 'task_submission', 'task_id', overtaken.taskId)).toBe(0);
    }));
});

describe('what else somebody who was overtaken cannot do with a task that a colleague took', () => {
  const deeds: Readonly<
    Record<string, (context: Context, who: Caller, to: Caller, taskId: string) => Promise<unknown>>
  > = {
    'put back': (context, who, _to, taskId) => unclaimTask(context, who, { taskId }),
    'hand on': (context, who, to, taskId) =>
      reassignTask(context, who, { taskId, to: to.userId, reason: '出差' }),
    delegate: (context, who, to, taskId) =>
      delegateTask(context, who, { taskId, to: to.userId, reason: '请核实' }),
    resolve: (context, who, _to, taskId) => resolveTask(context, who, { taskId, opinion: '属实' }),
    return: (context, who, _to, taskId) =>
      returnTask(context, who, { taskId, elementId: 'revise', reason: '请改' }),
    'add signers': (context, who, to, taskId) =>
      addSigners(context, who, { taskId, people: [to.userId], position: 'before', reason: '请签' }),
    'remove signer': (context, who, to, taskId) =>
      removeSigner(context, who, { taskId, person: to.userId, reason: '不必' }),
    sign: (context, who, _to, taskId) => signTask(context, who, { taskId, agrees: true, opinion: '' }),
    copy: (context, who, to, taskId) => copyTask(context, who, { taskId, people: [to.userId], note: '' }),
  };

  test.each(Object.entries(deeds))('%s', async (_name, deed) => {
    const { teachers, record, taskId } = await world.givenRecord();
    const [won, lost] = await race(
      world.servers,
      instanceLock(record),
      claim(teachers[0], taskId),
      within((context) => deed(context, teachers[1], teachers[0], taskId)),
    );
    expect(won).toHaveProperty('value');
    expect(lost).toMatchObject(taken(taskId));
    const row = await world.context.sql.one('SELECT assignee_id, status FROM task WHERE id = ?', [taskId]);
    expect(row).toEqual({ assignee_id: teachers[0].userId, status: 'open' });
  });
});

const authorised = (who: Caller, taskId: string) =>
  authorise(world.context, who, 'task.complete', { kind: 'task', id: taskId });

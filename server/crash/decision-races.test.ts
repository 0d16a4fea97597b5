import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Context } from '../context.ts';
import { runDueJobs } from '../jobs/job-executor.ts';
import { findInconsistencies } from './findings.ts';
import { outcomeOf, race } from './race.ts';
import { setUpRaces } from './race-set-up.ts';
import {
  complete,
  count,
  historyOf,
  instanceLock,
  makeTimersDue,
  openRaceWorld,
  openTask,
  pass,
  type RaceWorld,
  times,
} from './race-world.ts';

const rounds = 20;
let world: RaceWorld;
setUpRaces(openRaceWorld, (opened) => {
  world = opened;
});

const fire = (context: Context) => runDueJobs(context);

describe('two class teachers on one task', () => {
  test('the first to get at it decides; the other is told who did, and nothing of theirs stays', () =>
    times(rounds, async (round) => {
      const { teachers, record, taskId } = await world.givenRecord();
      const [first, second] = round % 2 === 0 ? teachers : ([...teachers].reverse() as [never, never]);
      const [won, lost] = await race(
        world.servers,
        instanceLock(record),
        (context) => complete(context, first, taskId, 'returned'),
        (context) => complete(context, second, taskId, 'confirmed'),
      );
      expect(won).toMatchObject({ value: { taskId, record: { state: 'returned' } } });
      expect(lost).toMatchObject({
        refused: 'task-already-completed',
        detail: { taskId, name: '班主任确认', endedBy: first.name },
      });
      expect(await count(world.context, 'task_submission', 'task_id', taskId)).toBe(1);
      expect(await historyOf(world.context, record)).toMatchObject({ review: 1, notifyReturned: 1 });
    }));

  test('of twelve decisions at once exactly one counts', () =>
    times(rounds, async () => {
      const { teachers, record, taskId } = await world.givenRecord();
      const outcomes = await Promise.all(
        Array.from({ length: 12 }, (_, index) =>
          outcomeOf(
            complete(
              index % 3 === 0 ? world.servers.two : world.servers.one,
              teachers[index % 2] ?? teachers[0],
              taskId,
              'confirmed',
            ),
          ),
        ),
      );
      expect(outcomes.filter((outcome) => 'value' in outcome).length).toBe(1);
      expect(
        outcomes.filter((outcome) => 'refused' in outcome && outcome.refused === 'task-already-completed')
          .length,
      ).toBe(11);
      expect(await count(world.context, 'task_submission', 'task_id', taskId)).toBe(1);
      expect(await historyOf(world.context, record)).toMatchObject({ review: 1, notifyConfirmed: 1 });
    }));

  test('who decides on a revision that was replaced is told so, and the task stays open', () =>
    times(rounds, async () => {
      // given a teacher's page that shows revision 1 of a record that is revision 2 by now
      const { pupil, teachers, record, taskId } = await world.givenRecord();
      await complete(world.context, teachers[0], taskId, 'returned');
      await pass(world.context, record, 'notify');
      await complete(world.context, pupil, await openTask(world.context, record), 'revise');
      const again = await openTask(world.context, record);
      // when, then
      const stale = await outcomeOf(complete(world.servers.two, teachers[1], again, 'confirmed', 1));
      expect(stale).toMatchObject({ refused: 'revision-stale', detail: { taskId: again, revision: 2 } });
      expect(await openTask(world.context, record)).toBe(again);
      expect(await outcomeOf(complete(world.context, teachers[1], again, 'confirmed', 2))).toHaveProperty(
        'value',
      );
    }));
});

describe('a decision and the timer that reminds of it', () => {
  test('decided first: nobody is reminded, the timer is gone', () =>
    times(rounds, async () => {
      const { teachers, record, taskId } = await world.givenRecord();
      await makeTimersDue(world.context, record);
      const [decided, fired] = await race(
        world.servers,
        instanceLock(record),
        (context) => complete(context, teachers[0], taskId, 'confirmed'),
        fire,
      );
      expect([decided, fired]).toEqual([
        expect.objectContaining({ value: expect.anything() }),
        expect.anything(),
      ]);
      const history = await historyOf(world.context, record);
      expect(history).toMatchObject({ review: 1, notifyConfirmed: 1 });
      expect(history).not.toHaveProperty('remindReviewer');
      expect(await count(world.context, 'job', 'instance_id', record.instanceId)).toBe(0);
    }));

  test('fired first: the reminder goes out once and the decision counts all the same', () =>
    times(rounds, async () => {
      const { teachers, record, taskId } = await world.givenRecord();
      await makeTimersDue(world.context, record);
      const [, decided] = await race(world.servers, instanceLock(record), fire, (context) =>
        complete(context, teachers[0], taskId, 'confirmed'),
      );
      expect(decided).toHaveProperty('value');
      expect(await historyOf(world.context, record)).toMatchObject({
        review: 1,
        reviewOverdue: 1,
        remindReviewer: 1,
        notifyConfirmed: 1,
      });
    }));

  test('two servers that hold one timer fire it once', () =>
    times(rounds, async () => {
      const { record } = await world.givenRecord();
      await makeTimersDue(world.context, record);
      // A lock that runs out at once: both may claim the job.
      const claimed = (context: Context) => runDueJobs(context, { lockMilliseconds: 0 });
      await race(world.servers, instanceLock(record), claimed, claimed);
      expect(await historyOf(world.context, record)).toMatchObject({ reviewOverdue: 1, remindReviewer: 1 });
      expect(await count(world.context, 'external_task', 'instance_id', record.instanceId)).toBe(1);
      expect(await count(world.context, 'job', 'instance_id', record.instanceId)).toBe(0);
    }));
});

describe('a decision and a timer that takes the task away', () => {
  let strict: RaceWorld;
  beforeAll(async () => {
    strict = await openRaceWorld((text) => text.replace('cancelActivity="false"', 'cancelActivity="true"'));
  });
  afterAll(async () => {
    expect(await findInconsistencies(strict.context)).toEqual([]);
    await strict.close();
  });

  test('decided first: the timer does nothing', () =>
    times(rounds, async () => {
      const { teachers, record, taskId } = await strict.givenRecord();
      await makeTimersDue(strict.context, record);
      const [decided] = await race(
        strict.servers,
        instanceLock(record),
        (context) => complete(context, teachers[0], taskId, 'confirmed'),
        fire,
      );
      expect(decided).toHaveProperty('value');
      const history = await historyOf(strict.context, record);
      expect(history).toMatchObject({ review: 1, notifyConfirmed: 1 });
      expect(history).not.toHaveProperty('reviewOverdue');
    }));

  test('fired first: the decision is refused by the name of the task and leaves nothing', () =>
    times(rounds, async () => {
      const { teachers, record, taskId } = await strict.givenRecord();
      await makeTimersDue(strict.context, record);
      const [, decided] = await race(strict.servers, instanceLock(record), fire, (context) =>
        complete(context, teachers[0], taskId, 'confirmed'),
      );
      expect(decided).toMatchObject({ refused: 'task-not-open', detail: { taskId, name: '班主任确认' } });
      const history = await historyOf(strict.context, record);
      expect(history).toMatchObject({ review: 1, reviewOverdue: 1, remindReviewer: 1 });
      expect(history).not.toHaveProperty('outcome');
    }));
});

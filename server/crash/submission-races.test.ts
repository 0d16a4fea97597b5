import { describe, expect, test } from '@jest/globals';
import type { Request } from 'express';
import type { Context } from '../context.ts';
import { idempotently } from '../http/idempotency.ts';
import { requireSession } from '../http/session-cookie.ts';
import { createSession } from '../identity/sessions.ts';
import { runDueJobs } from '../jobs/job-executor.ts';
import { transaction } from '../persistence/transaction.ts';
import { appendArchive } from '../usecases/effects/append-archive.ts';
import { openNotice } from '../usecases/effects/open-notice.ts';
import { outcomeOf, race } from './race.ts';
import { setUpRaces } from './race-set-up.ts';
import {
  complete,
  count,
  externalTask,
  instanceLock,
  makeTimersDue,
  openRaceWorld,
  openTask,
  pass,
  type RaceWorld,
  statement,
  submit,
  times,
} from './race-world.ts';

const rounds = 20;
const studentLock = statement('SELECT id FROM student WHERE id = ?');
let world: RaceWorld;
setUpRaces(openRaceWorld, (opened) => {
  world = opened;
});

describe('one Idempotency-Key on several connections', () => {
  const send = (
    context: Context,
    pupil: Parameters<typeof submit>[1],
    key: string,
    content = 'the request',
  ) =>
    idempotently(context, { userId: pupil.userId, key, endpoint: 'submissions.create', content }, () =>
      submit(context, pupil),
    );
  const keyInsert = statement('INSERT INTO idempotency_key');
  const recordsOf = (studentId: string) => count(world.context, 'submission', 'student_id', studentId);

  test('eight times at once: one record, one answer', () =>
    times(rounds, async (round) => {
      const { pupil, studentId } = await world.nextPupil();
      const outcomes = await Promise.all(
        Array.from({ length: 8 }, (_, index) =>
          send(index % 2 === 0 ? world.servers.one : world.servers.two, pupil, `at-once-${round}`),
        ),
      );
      expect(new Set(outcomes.map(({ body }) => body)).size).toBe(1);
      expect(outcomes.filter(({ repeated }) => !repeated).length).toBe(1);
      expect(await recordsOf(studentId)).toBe(1);
    }));

  test('while the first is at work, another request under its key is refused', () =>
    times(rounds, async (round) => {
      const { pupil, studentId } = await world.nextPupil();
      const [first, second] = await race(
        world.servers,
        keyInsert,
        (context) => send(context, pupil, `reused-${round}`),
        (context) => send(context, pupil, `reused-${round}`, 'another request'),
      );
      expect(first).toMatchObject({ value: { repeated: false } });
      expect(second).toMatchObject({ refused: 'idempotency-key-reused' });
      expect(await recordsOf(studentId)).toBe(1);
    }));

  test('when the first fails, the one that waited for it does the work', () =>
    times(rounds, async (round) => {
      const { pupil, studentId } = await world.nextPupil();
      const [first, second] = await race(
        world.servers,
        keyInsert,
        (context) =>
          idempotently(
            context,
            {
              userId: pupil.userId,
              key: `failed-${round}`,
              endpoint: 'submissions.create',
              content: 'the request',
            },
            async () => {
              await submit(context, pupil);
              throw new Error('the power of this server failed');
            },
          ).catch(() => 'failed'),
        (context) => send(context, pupil, `failed-${round}`),
      );
      expect(first).toEqual({ value: 'failed' });
      expect(second).toMatchObject({ value: { repeated: false } });
      expect(await recordsOf(studentId)).toBe(1);
    }));
});

describe('the last free place of the cap', () => {
  test('goes to one of two submissions; the other is refused', () =>
    times(rounds, async () => {
      const { pupil, studentId } = await world.nextPupil();
      await times(4, async () => {
        await submit(world.context, pupil);
      });
      const [first, second] = await race(
        world.servers,
        studentLock,
        (context) => submit(context, pupil),
        (context) => submit(context, pupil),
      );
      expect(first).toHaveProperty('value');
      expect(second).toMatchObject({ refused: 'record-cap-reached', detail: { cap: 5 } });
      expect(await count(world.context, 'submission', 'student_id', studentId)).toBe(5);
    }));
});

describe('effects of one pupil’s records', () => {
  test('two that are archived at once get positions one after the other', () =>
    times(rounds, async () => {
      // given two records of a pupil at the end of their flow
      const { pupil, studentId, teachers } = await world.nextPupil();
      // One after the other: of two passes over the timers one would leave what the other has just claimed.
      const calls = [await toArchive(pupil, teachers[0]), await toArchive(pupil, teachers[0])] as const;
      // when
      await race(
        world.servers,
        studentLock,
        (context) => appendArchive(context, calls[0]),
        (context) => appendArchive(context, calls[1]),
      );
      // then
      const entries = await world.context.sql.all<{ position: number; appended_by_task: string }>(
        'SELECT position, appended_by_task FROM archive_entry WHERE student_id = ? ORDER BY position',
        [studentId],
      );
      expect(entries.map((entry) => [Number(entry.position), entry.appended_by_task])).toEqual([
        [1, calls[0].taskId],
        [2, calls[1].taskId],
      ]);
    }));

  test('two workers that do one task open one notice', () =>
    times(rounds, async () => {
      const { teachers, record, taskId } = await world.givenRecord();
      await complete(world.context, teachers[0], taskId, 'confirmed');
      await pass(world.context, record, 'notify');
      const task = await externalTask(world.context, record, 'notice.open');
      const call = {
        taskId: task.id,
        instanceId: record.instanceId,
        variables: { notice: 'highlight-record' },
      };
      await race(
        world.servers,
        instanceLock(record),
        (context) => openNotice(context, call),
        (context) => openNotice(context, call),
      );
      expect(await count(world.context, 'notice', 'instance_id', record.instanceId)).toBe(1);
      const audited = "audit a JOIN notice n ON n.id = a.object_id AND a.action = 'notice.opened'";
      expect(await count(world.context, audited, 'n.instance_id', record.instanceId)).toBe(1);
    }));

  const toArchive = async (pupil: Parameters<typeof submit>[1], teacher: Parameters<typeof submit>[1]) => {
    const record = await submit(world.context, pupil);
    await complete(world.context, teacher, await openTask(world.context, record), 'confirmed');
    await pass(world.context, record, 'notify');
    await pass(world.context, record, 'notice.open');
    await makeTimersDue(world.context, record);
    await runDueJobs(world.context);
    await pass(world.context, record, 'notice.close');
    const { id } = await externalTask(world.context, record, 'archive.append');
    return { taskId: id, instanceId: record.instanceId, variables: { section: 'highlights' } };
  };
});

describe('an account that is disabled', () => {
  test('has no session any more, on any server, from the next request on', () =>
    times(rounds, async () => {
      const { context, servers } = world;
      const { pupil } = await world.nextPupil();
      const { token } = await transaction(context.database, () => createSession(context, pupil.userId));
      const request = { headers: { cookie: `oneplan=${token}` } } as Request;
      const disable = (disabled: boolean) =>
        transaction(context.database, () => context.tables.users.update({ id: pupil.userId }, { disabled }));
      expect(await requireSession(servers.two, request, false)).toMatchObject({
        caller: { userId: pupil.userId },
      });
      await disable(true);
      for (const server of [servers.one, servers.two])
        expect(await outcomeOf(requireSession(server, request, false))).toMatchObject({
          refused: 'not-signed-in',
        });
    }));
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runDueJobs } from '../../jobs/job-executor.ts';
import { openRecordFixture, type RecordFixture, type RecordInFlow } from '../effects/record-fixture.ts';
import { listJobs } from '../jobs/list-jobs.ts';
import { summariseTasks } from '../tasks/summarise-tasks.ts';
import { cancelInstance } from './cancel-instance.ts';
import { getInstance } from './get-instance.ts';
import { listSuspended } from './list-suspended.ts';
import { activateInstance, suspendInstance } from './suspend-instance.ts';
import { activateSubject, suspendSubject } from './suspend-subject.ts';

const day = 86_400_000;
const admin = { userId: '', name: '教务处' };
let fixture: RecordFixture;
beforeAll(async () => {
  fixture = await openRecordFixture();
  admin.userId = fixture.context.newId();
}, 120_000);
afterAll(() => fixture.close());

const openTask = async ({ instanceId }: RecordInFlow) => {
  const task = await fixture.context.sql.one<{ id: string; due_at: number | null }>(
    "SELECT id, due_at FROM task WHERE instance_id = ? AND status = 'open'",
    [instanceId],
  );
  if (!task) throw new Error('no task is open');
  return { id: task.id, dueAt: task.due_at === null ? null : Number(task.due_at) };
};
const dueSorts = async (taskId: string) =>
  (
    await fixture.context.sql.all<{ due_sort: number }>(
      'SELECT due_sort FROM task_candidate WHERE task_id = ?',
      [taskId],
    )
  ).map((row) => Number(row.due_sort));
const onlyJob = async ({ instanceId }: RecordInFlow) =>
  (await listJobs(fixture.context, instanceId)).items[0];
const told = async ({ instanceId }: RecordInFlow) =>
  (await getInstance(fixture.context, instanceId)).timeline.map(({ kind }) => kind);

describe('an instance that is suspended', () => {
  let record: RecordInFlow;
  let before: { readonly dueAt: number | null; readonly jobAt: number; readonly stoppedAt: number };

  beforeAll(async () => {
    const { context } = fixture;
    record = await fixture.submit();
    context.advance(2 * day);
    before = {
      dueAt: (await openTask(record)).dueAt,
      jobAt: Date.parse((await onlyJob(record))?.dueAt ?? ''),
      stoppedAt: context.now(),
    };
    await suspendInstance(context, admin, { id: record.instanceId, reason: '休学' });
    context.advance(30 * day);
  });

  test('stands still: its timers show what is left and do not fire', async () => {
    expect(await onlyJob(record)).toMatchObject({ dueAt: null, left: before.jobAt - before.stoppedAt });
    expect((await runDueJobs(fixture.context)).jobs).toBe(0);
  });

  test('refuses to go on, and says why', async () => {
    await expect(fixture.decide(record, 'confirmed')).rejects.toMatchObject({
      code: 'instance-suspended',
      status: 409,
      detail: { instanceId: record.instanceId },
    });
  });

  test('shows its tasks as suspended, never as overdue', async () => {
    const { id } = await openTask(record);
    expect(await summariseTasks(fixture.context, [id])).toMatchObject([{ suspended: true, overdue: false }]);
    expect((await getInstance(fixture.context, record.instanceId)).suspended).toBe(true);
  });

  test('stays as it is when it is suspended again', async () => {
    const { context } = fixture;
    await suspendInstance(context, admin, { id: record.instanceId, reason: '再次' });
    expect(await onlyJob(record)).toMatchObject({ left: before.jobAt - before.stoppedAt });
    expect(await told(record)).toEqual(['submitted', 'suspended']);
  });

  test('is listed for the school, and for no other', async () => {
    const { context } = fixture;
    const place = await context.sql.one<{ school_id: string }>(
      'SELECT school_id FROM task WHERE instance_id = ?',
      [record.instanceId],
    );
    const other = await context.sql.one<{ id: string }>(
      "SELECT id FROM org_unit WHERE kind = 'school' AND id <> ? LIMIT 1",
      [place?.school_id ?? ''],
    );
    const listed = async (unit: string) =>
      (await listSuspended(context, unit, { limit: 10 })).items.map(({ id, active }) => [id, active]);
    expect(await listed(place?.school_id ?? '')).toEqual([[record.instanceId, ['班主任确认']]]);
    expect(await listed(other?.id ?? '')).toEqual([]);
  });

  test('goes on with what was left, and everything with a date has it later', async () => {
    const { context } = fixture;
    // when
    await activateInstance(context, admin, { id: record.instanceId, reason: '复学' });
    // then
    const job = await onlyJob(record);
    expect(Date.parse(job?.dueAt ?? '')).toBe(before.jobAt + 30 * day);
    const task = await openTask(record);
    expect(task.dueAt).toBe(before.dueAt === null ? null : before.dueAt + 30 * day);
    expect(await dueSorts(task.id)).toEqual([task.dueAt ?? 9_999_999_999_999]);
    expect(await told(record)).toEqual(['submitted', 'suspended', 'activated']);
    context.advance(before.jobAt - before.stoppedAt - 1);
    expect((await runDueJobs(context)).jobs).toBe(0);
    context.advance(1);
    expect((await runDueJobs(context)).jobs).toBe(1);
    await fixture.decide(record, 'confirmed');
  });

  test('leaves who did it and why in the audit log', async () => {
    const lines = await fixture.context.tables.audit.find({ objectId: record.instanceId });
    expect(
      lines.map(({ action, actorName, detail }) => [action, actorName, JSON.parse(detail).reason]).sort(),
    ).toEqual(
      expect.arrayContaining([
        ['instance.activate', '教务处', '复学'],
        ['instance.suspend', '教务处', '休学'],
      ]),
    );
  });
});

test('an external task of a suspended instance belongs to nobody until it goes on', async () => {
  // given
  const record = await fixture.submit();
  await fixture.decide(record, 'confirmed');
  // when
  await suspendInstance(fixture.context, admin, { id: record.instanceId, reason: '休学' });
  // then
  expect((await fixture.waitingAt(record, 'notify')).suspended).toBe(true);
  await activateInstance(fixture.context, admin, { id: record.instanceId, reason: '复学' });
  expect((await fixture.waitingAt(record, 'notify')).suspended).toBe(false);
});

test('freezing a pupil stops all that runs about the pupil, and nothing about others', async () => {
  // given
  const { context } = fixture;
  const [record, other] = [await fixture.submit(), await fixture.submit()];
  // when
  const frozen = await suspendSubject(context, admin, {
    kind: 'student',
    id: record.studentId,
    reason: '休学',
  });
  // then
  expect(frozen).toEqual({ count: 1 });
  expect(await told(record)).toEqual(['submitted', 'suspended']);
  expect(await told(other)).toEqual(['submitted']);
  const again = { kind: 'student', id: record.studentId, reason: '复学' };
  expect(await activateSubject(context, admin, again)).toEqual({ count: 1 });
  expect(await activateSubject(context, admin, again)).toEqual({ count: 0 });
});

test('an instance is cancelled also while it stands still; its record is withdrawn and nothing of it is left waiting', async () => {
  // given
  const { context } = fixture;
  const record = await fixture.submit();
  await suspendInstance(context, admin, { id: record.instanceId, reason: '休学' });
  // when
  await cancelInstance(context, admin, { id: record.instanceId, reason: '误录' });
  // then
  expect(await told(record)).toEqual(['submitted', 'task-cancelled', 'suspended', 'cancelled']);
  expect((await listJobs(context, record.instanceId)).items).toEqual([]);
  const state = await context.sql.one('SELECT state FROM submission WHERE id = ?', [record.id]);
  expect(state).toEqual({ state: 'withdrawn' });
  const ended = { code: 'conflict', detail: { state: 'cancelled' } };
  const command = { id: record.instanceId, reason: '再次' };
  await expect(cancelInstance(context, admin, command)).rejects.toMatchObject(ended);
  await expect(suspendInstance(context, admin, command)).rejects.toMatchObject(ended);
});

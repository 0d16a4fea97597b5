import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PlatformEffects } from '@oneplan/runtime/workers/platform-effects.ts';
import { transaction } from '../../persistence/transaction.ts';
import { executeCommand } from '../engine/execute-command.ts';
import type { ArchiveContent } from '../publicity/get-archive.ts';
import { archiveSeal } from './archive-seal.ts';
import { createPlatformEffects } from './platform-effects.ts';
import { openRecordFixture, type RecordFixture, type RecordInFlow, recordData } from './record-fixture.ts';

const day = 86_400_000;
let fixture: RecordFixture;
let effects: PlatformEffects;

beforeAll(async () => {
  fixture = await openRecordFixture();
  effects = createPlatformEffects(fixture.context);
}, 120_000);
afterAll(() => fixture.close());

const notices = ({ instanceId }: RecordInFlow) => fixture.context.tables.notices.find({ instanceId });
const entries = ({ studentId }: RecordInFlow) =>
  fixture.context.tables.archiveEntries.find({ studentId }, { order: [['position', 'ASC']] });
const messages = ({ id }: RecordInFlow, kind: string) =>
  fixture.context.tables.notifications.find({ submissionId: id, kind });
const auditOf = (action: string, objectId: string) => fixture.context.tables.audit.find({ action, objectId });

async function cancel({ instanceId }: RecordInFlow): Promise<void> {
  const { context } = fixture;
  await transaction(context.database, () =>
    executeCommand(context, instanceId, { type: 'cancel', reason: 'test' }, null),
  );
}

async function confirmedRecord(): Promise<RecordInFlow> {
  const record = await fixture.submit();
  await fixture.decide(record, 'confirmed');
  await fixture.pass(record, 'notify');
  return record;
}

describe('notice.open', () => {
  test('shows the pupil’s class the listed fields, for the plan’s period, and nothing else', async () => {
    // given
    const record = await confirmedRecord();
    const task = await fixture.waitingAt(record, 'notice.open');
    // when
    await effects.openNotice(fixture.call(task, { notice: 'highlight-record' }));
    // then
    const [notice] = await notices(record);
    expect(notice).toMatchObject({
      openedByTask: task.id,
      audienceId: record.classId,
      heading: '个性特长与突出表现公示',
      submissionId: record.id,
      closedAt: null,
    });
    expect(Number(notice?.closesAt) - Number(notice?.opensAt)).toBe(7 * day);
    expect(JSON.parse(notice?.fields ?? '')).toEqual([
      { label: '类别', value: '好人好事' },
      { label: '名称', value: recordData.title },
    ]);
    expect(await auditOf('notice.opened', notice?.id ?? '')).toMatchObject([{ actorId: null }]);
  });

  test('called again, also at the same moment, it changes nothing', async () => {
    // given
    const record = await confirmedRecord();
    const call = fixture.call(await fixture.waitingAt(record, 'notice.open'), { notice: 'highlight-record' });
    // when
    await Promise.all([effects.openNotice(call), effects.openNotice(call)]);
    await effects.openNotice(call);
    // then
    expect(await notices(record)).toHaveLength(1);
  });

  test('publishes nothing for a process that was cancelled meanwhile', async () => {
    // given
    const record = await confirmedRecord();
    const task = await fixture.waitingAt(record, 'notice.open');
    await cancel(record);
    // when
    await effects.openNotice(fixture.call(task, { notice: 'highlight-record' }));
    // then
    expect(await notices(record)).toEqual([]);
  });

  test('fails, and publishes nothing, when the plan has no such notice', async () => {
    const record = await confirmedRecord();
    const task = await fixture.waitingAt(record, 'notice.open');
    await expect(effects.openNotice(fixture.call(task, { notice: 'unknown' }))).rejects.toMatchObject({
      code: 'engine-failed',
      message: 'The plan has no "unknown" for the process "b-f2-highlight-record".',
    });
    expect(await notices(record)).toEqual([]);
  });
});

/** From the confirmed record to the end of its notice. */
async function recordAfterNotice(): Promise<RecordInFlow> {
  const { context } = fixture;
  const record = await confirmedRecord();
  const task = await fixture.waitingAt(record, 'notice.open');
  await effects.openNotice(fixture.call(task, { notice: 'highlight-record' }));
  await fixture.pass(record, 'notice.open');
  const job = await context.sql.one<{ token: number }>(
    "SELECT token FROM job WHERE instance_id = ? AND element_id = 'noticePeriod'",
    [record.instanceId],
  );
  await transaction(context.database, () =>
    executeCommand(context, record.instanceId, { type: 'fire-timer', token: Number(job?.token) }, null),
  );
  return record;
}

describe('notice.close', () => {
  test('closes the notice of its process once', async () => {
    // given
    const record = await recordAfterNotice();
    const other = await recordAfterNotice();
    const task = await fixture.waitingAt(record, 'notice.close');
    const call = fixture.call(task, { notice: 'highlight-record' });
    // when
    await effects.closeNotice(call);
    const [closed] = await notices(record);
    fixture.context.advance(1_000);
    await effects.closeNotice(call);
    // then
    expect(closed).toMatchObject({ closedByTask: task.id });
    expect(await notices(record)).toEqual([closed]);
    expect(await notices(other)).toMatchObject([{ closedByTask: null, closedAt: null }]);
  });
});

describe('archive.append', () => {
  async function archived(record: RecordInFlow): Promise<string> {
    await fixture.pass(record, 'notice.close');
    const task = await fixture.waitingAt(record, 'archive.append');
    const call = fixture.call(task, { section: 'highlights' });
    await Promise.all([effects.appendArchive(call), effects.appendArchive(call)]);
    await effects.appendArchive(call);
    return task.id;
  }

  test('seals what the plan lists, once, encrypted', async () => {
    // given
    const record = await recordAfterNotice();
    // when
    const taskId = await archived(record);
    // then
    const [entry, ...more] = await entries(record);
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ appendedByTask: taskId, position: 1, submissionId: record.id });
    expect(entry?.content).not.toContain(recordData.title);
    const content = JSON.parse(
      fixture.context.cipher.decrypt('archive.content', entry?.content ?? ''),
    ) as ArchiveContent;
    expect(content).toMatchObject({
      heading: '个性特长与突出表现',
      formKey: 'b-r01',
      formName: '思想品德突出表现',
      dimension: '思想品德',
      title: recordData.title,
      revision: 1,
      attachments: [],
    });
    expect(content.fields).toContainEqual({ label: '日期', value: '2026-11-01' });
    expect(entry?.seal).toBe(archiveSeal(content, ''));
  });

  test('keeps the files that the listed components hold, and no other upload', async () => {
    // given
    const { context } = fixture;
    const record = await recordAfterNotice();
    const upload = (name: string) => ({
      id: context.newId(),
      studentId: record.studentId,
      submissionId: record.id,
      name,
      mediaType: 'application/pdf',
      size: 1,
      sha256: '',
      createdBy: record.pupil.userId,
      createdAt: 0,
    });
    const kept = upload('证书.pdf');
    await context.tables.attachments.insert(kept, upload('removed.pdf'));
    const data = { ...recordData, evidence: [{ name: kept.id, url: `/api/attachments/${kept.id}` }] };
    await transaction(context.database, () =>
      context.sql.run('UPDATE submission SET data = ? WHERE id = ?', [
        context.cipher.encrypt('submission.data', JSON.stringify(data)),
        record.id,
      ]),
    );
    // when
    await archived(record);
    // then
    const [entry] = await entries(record);
    expect(JSON.parse(context.cipher.decrypt('archive.content', entry?.content ?? '')).attachments).toEqual([
      { id: kept.id, name: '证书.pdf', type: 'application/pdf' },
    ]);
  });

  test('chains each entry to the one before it', async () => {
    // given an archive with an entry
    const record = await recordAfterNotice();
    await transaction(fixture.context.database, () =>
      fixture.context.sql.insert('archive_entry', [
        {
          id: fixture.context.newId(),
          appended_by_task: fixture.context.newId(),
          student_id: record.studentId,
          position: 1,
          term_slot: 1,
          submission_id: fixture.context.newId(),
          content: '',
          seal: 'f'.repeat(64),
          archived_at: 0,
        },
      ]),
    );
    // when
    await archived(record);
    // then
    const [, entry] = await entries(record);
    expect(entry?.position).toBe(2);
    const content = JSON.parse(fixture.context.cipher.decrypt('archive.content', entry?.content ?? ''));
    expect(entry?.seal).toBe(archiveSeal(content, 'f'.repeat(64)));
    expect(archiveSeal({ ...content, title: 'changed' }, 'f'.repeat(64))).not.toBe(entry?.seal);
  });
});

describe('notify', () => {
  test('tells the user that the flow names, once', async () => {
    // given
    const record = await fixture.submit();
    await fixture.decide(record, 'returned');
    const task = await fixture.waitingAt(record, 'notify');
    const call = fixture.call(task, {
      kind: 'record-returned',
      recipient: `user:${record.pupil.userId}`,
    });
    // when
    await Promise.all([effects.notify(call), effects.notify(call)]);
    await effects.notify(call);
    // then
    expect(await messages(record, 'record-returned')).toMatchObject([
      {
        userId: record.pupil.userId,
        title: recordData.title,
        dedupeKey: `${task.id}:${record.pupil.userId}`,
      },
    ]);
  });

  test('tells the class teachers of the pupil’s class, and brings them to the task', async () => {
    // given a record that waits for its class teacher
    const record = await fixture.submit();
    const taskId = fixture.context.newId();
    // when
    await effects.notify({
      taskId,
      instanceId: record.instanceId,
      variables: { kind: 'review-reminder', recipient: 'role:class-teacher' },
    });
    // then
    const teachers = await fixture.context.tables.memberships.find({
      role: 'class-teacher',
      orgUnitId: record.classId,
    });
    const [task] = await fixture.context.sql.all<{ id: string }>(
      'SELECT id FROM task WHERE instance_id = ?',
      [record.instanceId],
    );
    const told = await messages(record, 'review-reminder');
    expect(told.map(({ userId }) => userId).sort()).toEqual(teachers.map(({ userId }) => userId).sort());
    expect(told[0]?.taskId).toBe(task?.id);
  });

  test('tells guardians when the plan’s role is that of a child’s guardian', async () => {
    // given
    const record = await fixture.submit();
    const links = await fixture.context.tables.guardianLinks.find({ studentId: record.studentId });
    // when
    await effects.notify({
      taskId: fixture.context.newId(),
      instanceId: record.instanceId,
      variables: { kind: 'to-guardian', recipient: 'role:guardian' },
    });
    // then
    const told = await messages(record, 'to-guardian');
    expect(told.map(({ userId }) => userId).sort()).toEqual(links.map(({ guardianId }) => guardianId).sort());
    expect(links.length).toBeGreaterThan(0);
  });

  test('refuses a recipient that is nobody', async () => {
    const record = await fixture.submit();
    await expect(
      effects.notify({
        taskId: fixture.context.newId(),
        instanceId: record.instanceId,
        variables: { kind: 'x', recipient: 'role:emperor' },
      }),
    ).rejects.toMatchObject({ code: 'engine-failed' });
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { RecordSummary } from '@oneplan/runtime/contracts/api/records.ts';
import type { TaskDetail, TaskSummary } from '@oneplan/runtime/contracts/api/tasks.ts';
import { type Client, openTestServer, type TestServer } from './testing/test-server.ts';

const day = 86_400_000;
const goodDeed = {
  kind: 'good-deed',
  title: '在社区帮老人买菜送药',
  date: '2026-11-01T00:00:00+08:00',
  place: '梅林社区',
  organiser: '梅林社区居委会',
  organisedBy: 'school',
  description: '连续三个周末和同学一起为社区里行动不便的老人买菜、送药，陪他们聊天。',
  pledge: true,
};

let server: TestServer;
let pupil: Client;
let teacher: Client;

beforeAll(async () => {
  server = await openTestServer();
  await signInAgain();
}, 120_000);
afterAll(() => server.close());

/** Sessions end within hours; the tests jump over days. */
const signInAgain = async () => {
  [pupil, teacher] = await Promise.all([server.signIn('pupil'), server.signIn('teacher')]);
};
const studentId = () => pupil.me.student?.id ?? '';
const submit = async (title = goodDeed.title) => {
  const answer = await pupil.send<{ record: RecordSummary }>('POST', '/api/submissions', {
    body: { studentId: studentId(), formKey: 'b-r01', data: { ...goodDeed, title } },
  });
  expect(answer).toMatchObject({ status: 200 });
  return answer.body.record;
};
const taskOf = async (client: Client, title: string) => {
  const { body } = await client.get<{ items: TaskSummary[] }>('/api/tasks?limit=100');
  const task = body.items.find((item) => item.title === title);
  if (!task) throw new Error(`no task for ${title}`);
  return task;
};

describe('a record runs through its flow', () => {
  test('submit, return with a reason, correct, confirm, notice by timer, archive', async () => {
    // given a submitted record
    const record = await submit();
    expect(record).toMatchObject({ state: 'submitted', revision: 1, title: goodDeed.title });
    // when the class teacher returns it
    const first = await taskOf(teacher, record.title);
    const detail = await teacher.get<TaskDetail>(`/api/tasks/${first.id}`);
    expect(detail.body.outcome?.values.map((value) => value.kind)).toEqual(['confirm', 'return']);
    const returned = await teacher.send('POST', `/api/tasks/${first.id}/complete`, {
      body: { data: { outcome: 'returned', remark: '请写明是哪几个周末' }, recordRevision: 1 },
    });
    expect(returned).toMatchObject({ status: 200, body: { record: { state: 'returned' } } });
    await server.settle();
    // then the pupil sees why and can correct it
    const records = await pupil.get<{ items: RecordSummary[] }>(`/api/students/${studentId()}/records`);
    expect(records.body.items[0]).toMatchObject({ state: 'returned', returnReason: '请写明是哪几个周末' });
    const revise = await taskOf(pupil, record.title);
    const corrected = `${goodDeed.description}时间是 10 月 17 日、18 日和 24 日。`;
    const again = await pupil.send('POST', `/api/tasks/${revise.id}/complete`, {
      body: { data: { ...goodDeed, description: corrected }, recordRevision: 1 },
    });
    expect(again).toMatchObject({ status: 200, body: { record: { state: 'submitted', revision: 2 } } });
    // and the teacher sees what changed, and confirms
    const second = await taskOf(teacher, record.title);
    const secondDetail = await teacher.get<TaskDetail>(`/api/tasks/${second.id}`);
    expect(secondDetail.body.record?.changed).toEqual(['description']);
    const confirmed = await teacher.send('POST', `/api/tasks/${second.id}/complete`, {
      body: { data: { outcome: 'confirmed' }, recordRevision: 2 },
    });
    expect(confirmed).toMatchObject({ status: 200 });
    await server.settle();
    const notices = await pupil.get<{ items: { fields: { label: string }[] }[] }>('/api/notices');
    expect(notices.body.items[0]?.fields.map((field) => field.label)).toEqual(['类别', '名称']);
    // and after the notice period it is archived
    server.context.advance(7 * day + 1000);
    await server.settle();
    await signInAgain();
    const archive = await pupil.get<{ entries: { title: string; seal: string }[] }>(
      `/api/students/${studentId()}/archive`,
    );
    expect(archive.body.entries).toMatchObject([
      { title: goodDeed.title, seal: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
    const instance = await pupil.get<{ state: string; timeline: { kind: string }[] }>(
      `/api/instances/${record.instanceId}`,
    );
    expect(instance.body.state).toBe('completed');
    expect(instance.body.timeline.map((entry) => entry.kind)).toEqual([
      'submitted',
      'task-completed',
      'resubmitted',
      'task-completed',
      'notice-opened',
      'notice-closed',
      'archived',
    ]);
  }, 60_000);

  test('reminds the teacher after seven days and keeps the task open', async () => {
    // given
    const record = await submit('参加校运会志愿服务');
    await server.settle();
    // when
    server.context.advance(7 * day + 1000);
    await server.settle();
    await signInAgain();
    // then
    const inbox = await teacher.get<{ items: { kind: string; title: string }[] }>('/api/notifications');
    expect(inbox.body.items.map((item) => item.kind)).toContain('review-reminder');
    expect((await taskOf(teacher, record.title)).overdue).toBe(true);
  }, 60_000);
});

describe('completing a task', () => {
  test('a second completion is a 409 that names the task and who did it, and changes nothing', async () => {
    const record = await submit('主持主题班会');
    const task = await taskOf(teacher, record.title);
    const body = { data: { outcome: 'confirmed' }, recordRevision: 1 };
    await teacher.send('POST', `/api/tasks/${task.id}/complete`, { body });
    const second = await teacher.send('POST', `/api/tasks/${task.id}/complete`, { body });
    expect(second).toMatchObject({
      status: 409,
      body: {
        code: 'task-already-completed',
        taskId: task.id,
        name: '班主任确认',
        endedBy: teacher.me.user.name,
      },
    });
  });

  test('of many completions at once exactly one wins', async () => {
    const record = await submit('担任升旗手');
    const task = await taskOf(teacher, record.title);
    const answers = await Promise.all(
      Array.from({ length: 12 }, () =>
        teacher.send('POST', `/api/tasks/${task.id}/complete`, {
          body: { data: { outcome: 'confirmed' }, recordRevision: 1 },
        }),
      ),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([
      200,
      ...Array.from({ length: 11 }, () => 409),
    ]);
  }, 30_000);

  test('a repeated key gets the stored answer; with another body it is a 409', async () => {
    const record = await pupil.get<{ items: RecordSummary[] }>(`/api/students/${studentId()}/records`);
    expect(record.body.items.length).toBe(4);
    const key = 'the-same-intention-1';
    const body = { studentId: studentId(), formKey: 'b-r01', data: { ...goodDeed, title: '校园文明监督岗' } };
    const sent = await Promise.all(
      Array.from({ length: 5 }, () =>
        pupil.send<{ record: RecordSummary }>('POST', '/api/submissions', { body, key }),
      ),
    );
    const done = sent.filter((answer) => answer.status === 200);
    expect(new Set(done.map((answer) => answer.body.record.id)).size).toBe(1);
    const again = await pupil.send<{ record: RecordSummary }>('POST', '/api/submissions', { body, key });
    expect(again.body.record.id).toBe(done[0]?.body.record.id);
    expect(again.headers.get('idempotent-replay')).toBe('true');
    const other = await pupil.send('POST', '/api/submissions', { body: { ...body, formKey: 'b-r02' }, key });
    expect(other).toMatchObject({ status: 409, body: { code: 'idempotency-key-reused' } });
  });

  test('the plan’s cap of five records a term holds', async () => {
    const answer = await pupil.send('POST', '/api/submissions', {
      body: { studentId: studentId(), formKey: 'b-r01', data: { ...goodDeed, title: '第六条' } },
    });
    expect(answer).toMatchObject({ status: 409, body: { code: 'record-cap-reached', cap: 5 } });
  });

  test('a command without an Idempotency-Key is refused', async () => {
    const answer = await pupil.send('POST', '/api/submissions', {
      body: { studentId: studentId(), formKey: 'b-r01', data: goodDeed },
      headers: { 'idempotency-key': '' },
    });
    expect(answer).toMatchObject({ status: 400, body: { code: 'idempotency-key-missing' } });
  });

  test('what does not pass the form is a 422 with every path, and nothing is written', async () => {
    const other = await server.signIn('pupil2');
    const answer = await other.send<{ errors: { path: string }[] }>('POST', '/api/submissions', {
      body: {
        studentId: other.me.student?.id,
        formKey: 'b-r01',
        data: { ...goodDeed, title: '', description: { $ne: 1 } },
      },
    });
    expect(answer).toMatchObject({ status: 422, body: { code: 'validation-failed' } });
    expect(answer.body.errors.map((error) => error.path)).toEqual(
      expect.arrayContaining(['title', 'description']),
    );
    const records = await other.get<{ items: unknown[] }>(`/api/students/${other.me.student?.id}/records`);
    expect(records.body.items).toEqual([]);
  });
});

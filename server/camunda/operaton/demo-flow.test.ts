import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { RecordSummary } from '@oneplan/runtime/contracts/api/records.ts';
import type { TaskSummary } from '@oneplan/runtime/contracts/api/tasks.ts';
import type { Client } from '../../testing/test-server.ts';
import { type CamundaServer, openCamundaServer } from './camunda-server.ts';

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

let server: CamundaServer;
let pupil: Client;
let teacher: Client;

beforeAll(async () => {
  server = await openCamundaServer();
  pupil = await server.signIn('pupil');
  teacher = await server.signIn('teacher');
}, 120_000);
afterAll(() => server?.close());

const studentId = () => pupil.me.student?.id ?? '';
const submit = async (title = goodDeed.title) => {
  const answer = await pupil.send<{ record: RecordSummary }>('POST', '/api/submissions', {
    body: { studentId: studentId(), formKey: 'b-r01', data: { ...goodDeed, title } },
  });
  expect(answer).toMatchObject({ status: 200 });
  return answer.body.record;
};
const tasksOf = async (client: Client, title: string) => {
  const { body } = await client.get<{ items: TaskSummary[] }>('/api/tasks?limit=100');
  return body.items.filter((item) => item.title === title);
};
const taskOf = async (client: Client, title: string) => {
  const [task] = await tasksOf(client, title);
  if (!task) throw new Error(`no task for ${title}`);
  return task;
};
const complete = (client: Client, task: TaskSummary, data: object, recordRevision: number) =>
  client.send<{ record: RecordSummary }>('POST', `/api/tasks/${task.id}/complete`, {
    body: { data, recordRevision },
  });

test('a record runs through the shipped flow with the outcome that it has on the embedded engine', async () => {
  // given a record; its task is there once the engine has answered
  const record = await submit();
  expect(record).toMatchObject({ state: 'submitted', revision: 1 });
  expect(await tasksOf(teacher, record.title)).toEqual([]);
  await server.deliver();
  // when the class teacher returns it, the pupil corrects it and the teacher confirms
  const first = await taskOf(teacher, record.title);
  expect(first.dueAt).not.toBeNull();
  const returned = await complete(teacher, first, { outcome: 'returned', remark: '请写明是哪几个周末' }, 1);
  expect(returned).toMatchObject({ status: 200 });
  await server.settle();
  const records = await pupil.get<{ items: RecordSummary[] }>(`/api/students/${studentId()}/records`);
  expect(records.body.items[0]).toMatchObject({ state: 'returned', returnReason: '请写明是哪几个周末' });
  const corrected = { ...goodDeed, description: `${goodDeed.description}时间是 10 月 17 日和 18 日。` };
  const again = await complete(pupil, await taskOf(pupil, record.title), corrected, 1);
  expect(again).toMatchObject({ status: 200, body: { record: { revision: 2 } } });
  await server.settle();
  await complete(teacher, await taskOf(teacher, record.title), { outcome: 'confirmed' }, 2);
  await server.settle();
  // then the notice is open, and after its period the record is archived
  const notices = await pupil.get<{ items: { fields: { label: string }[] }[] }>('/api/notices');
  expect(notices.body.items[0]?.fields.map((field) => field.label)).toEqual(['类别', '名称']);
  await server.fireTimers(record.instanceId);
  await server.settle();
  const archive = await pupil.get<{ entries: { title: string }[] }>(`/api/students/${studentId()}/archive`);
  expect(archive.body.entries).toMatchObject([{ title: goodDeed.title }]);
  const instance = await pupil.get<{
    state: string;
    timeline: { kind: string; actor: string | null }[];
    diagram: { flows: string[] };
  }>(`/api/instances/${record.instanceId}`);
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
  expect(instance.body.timeline[1]?.actor).toBe(teacher.me.user.name);
  expect([...instance.body.diagram.flows].sort()).toEqual(
    [
      'toReviewFirst',
      'toReview',
      'toOutcome',
      'whenReturned',
      'toRevise',
      'toReviewAgain',
      'whenConfirmed',
      'toNotice',
      'toOpenNotice',
      'toNoticePeriod',
      'toCloseNotice',
      'toNoticeEnded',
      'toArchive',
      'toArchived',
    ].sort(),
  );
}, 120_000);

test('the engine’s timer reminds the teacher and keeps the task open', async () => {
  const record = await submit('参加校运会志愿服务');
  await server.deliver();
  await server.fireTimers(record.instanceId);
  await server.settle();
  const inbox = await teacher.get<{ items: { kind: string }[] }>('/api/notifications');
  expect(inbox.body.items.map((item) => item.kind)).toContain('review-reminder');
  expect(await tasksOf(teacher, record.title)).toHaveLength(1);
}, 60_000);

test('a task that was completed here is not open any more, and a second completion is a 409, before the engine knows', async () => {
  const record = await submit('主持主题班会');
  await server.deliver();
  const task = await taskOf(teacher, record.title);
  expect(await complete(teacher, task, { outcome: 'confirmed' }, 1)).toMatchObject({ status: 200 });
  expect(await tasksOf(teacher, record.title)).toEqual([]);
  const second = await complete(teacher, task, { outcome: 'confirmed' }, 1);
  expect(second).toMatchObject({ status: 409, body: { code: 'task-already-completed' } });
  await server.settle();
});

test('an instance is started by the definition of its own bundle', async () => {
  const record = await submit('校园文明监督岗');
  await server.deliver();
  const row = await server.context.sql.one<{ engine_id: string; bundle_id: string }>(
    'SELECT e.engine_id, i.bundle_id FROM engine_instance e JOIN process_instance i ON i.id = e.instance_id WHERE i.id = ?',
    [record.instanceId],
  );
  const instance = await server.engine.get<{ definitionId: string; businessKey: string }>(
    `/process-instance/${row?.engine_id}`,
  );
  expect(instance.businessKey).toBe(record.id);
  const definition = await server.engine.get<{ deploymentId: string }>(
    `/process-definition/${instance.definitionId}`,
  );
  expect(await server.engine.get(`/deployment/${definition.deploymentId}`)).toMatchObject({
    name: row?.bundle_id,
    source: 'OnePlan',
  });
});

import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { RecordSummary } from '@oneplan/runtime/contracts/api/records.ts';
import type { TaskDetail, TaskSummary } from '@oneplan/runtime/contracts/api/tasks.ts';
import sharp from 'sharp';
import { type Client, openTestServer, type TestServer } from '../testing/test-server.ts';
import { goodDeed } from './good-deed.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
jest.setTimeout(120_000);

/** Every statement that Sequelize sent; `Executing (default): …` is one outside of all transactions. */
const statements: string[] = [];
let server: TestServer;
let pupil: Client;
let teacher: Client;

beforeAll(async () => {
  server = await openTestServer();
  const { options } = server.context.database.sequelize as unknown as {
    options: { logging: (statement: string) => void };
  };
  options.logging = (statement) => statements.push(statement);
});
afterAll(() => server.close());

const signInAll = async () => {
  pupil = await server.signIn('pupil');
  teacher = await server.signIn('teacher');
};
const done = async (client: Client, ...call: Parameters<Client['send']>) => {
  // Between two requests so much time passes that each is a session's first for a while.
  server.context.advance(2 * minute);
  const answer = await client.send(...call);
  expect(answer).toMatchObject({ status: 200 });
  return answer.body;
};
const read = async <T>(client: Client, path: string) => {
  server.context.advance(2 * minute);
  const answer = await client.get<T>(path);
  expect(answer).toMatchObject({ status: 200 });
  return answer.body;
};
const taskOf = async (client: Client) => {
  const [task] = (await read<{ items: TaskSummary[] }>(client, '/api/tasks')).items;
  if (!task) throw new Error('nothing waits');
  await read<TaskDetail>(client, `/api/tasks/${task.id}`);
  return `/api/tasks/${task.id}/complete`;
};

describe('statements', () => {
  test('that write are never sent outside a transaction, all the way from sign-in to archive and publishing', async () => {
    // when people do all that there is to do
    await signInAll();
    const studentId = pupil.me.student?.id ?? '';
    await done(pupil, 'PUT', `/api/students/${studentId}/drafts/b-r01`, { body: { data: goodDeed } });
    const image = await sharp({ create: { width: 4, height: 4, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    await done(pupil, 'POST', `/api/students/${studentId}/attachments?name=photo.png`, { body: image });
    const submission = { studentId, formKey: 'b-r01', data: goodDeed };
    const { record } = (await done(pupil, 'POST', '/api/submissions', { body: submission })) as {
      record: RecordSummary;
    };
    const returned = { data: { outcome: 'returned', remark: '请写明时间' }, recordRevision: 1 };
    await done(teacher, 'POST', await taskOf(teacher), { body: returned });
    await server.settle();
    await done(pupil, 'POST', await taskOf(pupil), { body: { data: goodDeed, recordRevision: 1 } });
    const confirmed = { data: { outcome: 'confirmed' }, recordRevision: 2 };
    await done(teacher, 'POST', await taskOf(teacher), { body: confirmed });
    await server.settle();
    await read(pupil, '/api/notices');
    await done(pupil, 'PUT', '/api/notifications/read', { body: {} });
    server.context.advance(8 * day);
    await server.settle();
    await signInAll();
    await read(pupil, `/api/records/${record.id}`);
    await read(pupil, `/api/students/${studentId}/archive`);
    const city = await server.signIn('city');
    const { items } = await read<{ items: { id: string }[] }>(city, '/api/layers');
    await read(city, `/api/layers/${items[0]?.id}/findings`);
    await done(city, 'POST', `/api/layers/${items[0]?.id}/publish`, {
      body: { note: '再次发布', cohorts: [2027] },
    });
    await done(pupil, 'DELETE', '/api/session');
    // then
    const outside = statements.filter((statement) =>
      /^Executing \(default\): (INSERT|UPDATE|DELETE|REPLACE)/i.test(statement),
    );
    expect(outside).toEqual([]);
    // and the log would have shown them
    expect(statements.some((statement) => /^Executing \(default\): SELECT/i.test(statement))).toBe(true);
    for (const table of ['session', 'attachment', 'bundle'])
      expect(
        statements.some(
          (statement) =>
            !statement.startsWith('Executing (default)') && statement.includes(`INTO \`${table}\``),
        ),
      ).toBe(true);
    expect(
      statements.some((statement) => /^Executing \([0-9a-f-]{36}\): UPDATE `session`/.test(statement)),
    ).toBe(true);
  });
});

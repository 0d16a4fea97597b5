import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { roleHolder, userHolder } from '../identity/caller.ts';
import { transaction } from '../persistence/transaction.ts';
import { openTestContext, type TestContext } from '../testing/test-context.ts';
import { runDueJobs } from './job-executor.ts';

let context: TestContext;
let classId: string;

beforeAll(async () => {
  context = await openTestContext();
  classId = context.newId();
});
afterAll(() => context.close());

async function givenTeacher(name: string, validFrom: string, validTo: string | null = null): Promise<string> {
  const id = context.newId();
  await transaction(context.database, async () => {
    await context.sql.insert('app_user', [
      { id, username: name, name, password_hash: '', locale: 'zh-CN', disabled: false, created_at: 0 },
    ]);
    await context.sql.insert('membership', [
      {
        id: context.newId(),
        user_id: id,
        role: 'class-teacher',
        org_unit_id: classId,
        valid_from: validFrom,
        valid_to: validTo,
      },
    ]);
  });
  return id;
}

async function givenMessage(kind: string, holders: readonly string[]): Promise<string> {
  const id = context.newId();
  await transaction(context.database, () =>
    context.sql.insert('outbox', [
      {
        id,
        kind,
        payload: JSON.stringify({
          taskId: context.newId(),
          submissionId: context.newId(),
          title: '在社区帮老人买菜',
          name: '班主任确认',
          holders,
        }),
        created_at: context.now(),
        due_at: context.now(),
      },
    ]),
  );
  return id;
}

const toldBy = async (outboxId: string) =>
  (await context.tables.notifications.find({}))
    .filter(({ dedupeKey }) => dedupeKey.startsWith(outboxId))
    .map(({ userId }) => userId);
const outboxRow = (id: string) =>
  context.sql.one<{ attempts: number; delivered_at: number | null; error_message: string | null }>(
    'SELECT * FROM outbox WHERE id = ?',
    [id],
  );

test('a new task is told to those who hold its role today, each once', async () => {
  // given
  const present = await givenTeacher('present', '2026-09-01');
  await givenTeacher('former', '2025-09-01', '2026-09-01');
  await givenTeacher('future', '2027-02-01');
  // when
  const id = await givenMessage('task-created', [roleHolder('class-teacher', classId), userHolder(present)]);
  await runDueJobs(context);
  // then
  expect(await toldBy(id)).toEqual([present]);
});

test('delivering a message again changes nothing', async () => {
  // given
  const teacher = await givenTeacher('once', '2026-09-01');
  const id = await givenMessage('task-created', [userHolder(teacher)]);
  await runDueJobs(context);
  // when a process died after the delivery and before it could say so
  await transaction(context.database, () =>
    context.sql.run('UPDATE outbox SET delivered_at = NULL WHERE id = ?', [id]),
  );
  expect((await runDueJobs(context)).outbox).toBe(1);
  // then
  expect(await toldBy(id)).toEqual([teacher]);
});

test('a message that nobody can deliver stays, with its reason, and is tried again later', async () => {
  // given
  const id = await givenMessage('unheard-of', []);
  // when
  await runDueJobs(context);
  expect((await runDueJobs(context)).outbox).toBe(0);
  context.advance(60_000);
  await runDueJobs(context);
  // then
  expect(await outboxRow(id)).toMatchObject({
    attempts: 2,
    delivered_at: null,
    error_message: 'nobody delivers outbox rows of the kind "unheard-of"',
  });
});

test('many new tasks are told together, each to its own people', async () => {
  // given
  const first = await givenTeacher('first', '2026-09-01');
  const second = await givenTeacher('second', '2026-09-01');
  const forFirst = await givenMessage('task-created', [userHolder(first)]);
  const forSecond = await givenMessage('task-created', [userHolder(second)]);
  const forBoth = await givenMessage('task-created', [userHolder(first), userHolder(second)]);
  // when
  const { outbox } = await runDueJobs(context);
  // then
  expect(outbox).toBe(3);
  expect(await toldBy(forFirst)).toEqual([first]);
  expect(await toldBy(forSecond)).toEqual([second]);
  expect((await toldBy(forBoth)).sort()).toEqual([first, second].sort());
});

test('a message that can not be read stops none that came with it', async () => {
  // given
  const teacher = await givenTeacher('reader', '2026-09-01');
  const bad = await givenMessage('task-created', ['nobody at all']);
  const good = await givenMessage('task-created', [userHolder(teacher)]);
  const alsoGood = await givenMessage('task-created', [userHolder(teacher)]);
  // when
  await runDueJobs(context);
  // then
  expect(await toldBy(good)).toEqual([teacher]);
  expect(await toldBy(alsoGood)).toEqual([teacher]);
  expect(await toldBy(bad)).toEqual([]);
  expect(await outboxRow(bad)).toMatchObject({ attempts: 1, delivered_at: null });
  expect(await outboxRow(good)).toMatchObject({ delivered_at: context.now() });
});

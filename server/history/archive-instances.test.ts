import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isAllowed } from '../identity/access.ts';
import { loadCaller } from '../identity/caller.ts';
import { targetLoaders } from '../identity/targets.ts';
import { dropOldRows } from '../jobs/retention.ts';
import { transaction } from '../persistence/transaction.ts';
import {
  openRecordFixture,
  type RecordFixture,
  type RecordInFlow,
} from '../usecases/effects/record-fixture.ts';
import { cancelInstance } from '../usecases/instances/cancel-instance.ts';
import { getInstance } from '../usecases/instances/get-instance.ts';
import { taskAtStep } from '../usecases/tasks/task-row.ts';
import { archiveInstances } from './archive-instances.ts';
import { historyTables } from './packed-history.ts';
import { readHistory } from './read-history.ts';

const day = 86_400_000;
let fixture: RecordFixture;
beforeAll(async () => {
  fixture = await openRecordFixture();
}, 120_000);
afterAll(() => fixture.close());

async function givenEnded(): Promise<RecordInFlow> {
  const record = await fixture.submit();
  await fixture.decide(record, 'returned');
  await cancelInstance(fixture.context, null, { id: record.instanceId, reason: '误录' });
  return record;
}

const archive = () => archiveInstances(fixture.context, { endedBefore: fixture.context.now() - day });
const rowsOf = async (table: string, instanceId: string) =>
  (await fixture.context.sql.all(`SELECT instance_id FROM ${table} WHERE instance_id = ?`, [instanceId]))
    .length;
const isArchived = async ({ instanceId }: RecordInFlow) =>
  (await fixture.context.sql.all('SELECT id FROM history_instance WHERE id = ?', [instanceId])).length === 1;

describe('a finished instance that is archived', () => {
  let record: RecordInFlow;
  let running: RecordInFlow;
  let young: RecordInFlow;
  let before: Awaited<ReturnType<typeof getInstance>>;
  let decided: { id: string; ended_by: string | null };

  beforeAll(async () => {
    const { context } = fixture;
    record = await givenEnded();
    running = await fixture.submit();
    before = await getInstance(context, record.instanceId);
    const task = await context.sql.one<{ id: string; ended_by: string | null }>(
      "SELECT id, ended_by FROM task WHERE instance_id = ? AND status = 'completed' ORDER BY id LIMIT 1",
      [record.instanceId],
    );
    decided = task ?? { id: '', ended_by: null };
    context.advance(2 * day);
    young = await givenEnded();
    await archive();
  });

  test('has left the tables of the engine; what runs and what has just ended has not', async () => {
    expect(await isArchived(record)).toBe(true);
    expect(await Promise.all(historyTables.map((table) => rowsOf(table, record.instanceId)))).toEqual([
      0, 0, 0, 0,
    ]);
    expect(await isArchived(running)).toBe(false);
    expect(await isArchived(young)).toBe(false);
  });

  test('tells the same story', async () => {
    expect(await getInstance(fixture.context, record.instanceId)).toEqual(before);
  });

  test('is readable by those who could read it, and by nobody else', async () => {
    const { context } = fixture;
    const target = await targetLoaders.instance(context, record.instanceId);
    const other = await loadCaller(context, running.pupil.userId);
    expect(await isAllowed(context, record.pupil, 'instance.read', target)).toBe(true);
    expect(other && (await isAllowed(context, other, 'instance.read', target))).toBe(false);
  });

  test('keeps its tasks findable: one is closed, not unknown', async () => {
    const { context } = fixture;
    expect(await targetLoaders.task(context, decided.id)).toMatchObject({
      instanceId: record.instanceId,
      studentId: record.studentId,
      holders: [expect.stringMatching(/^role:class-teacher@/)],
    });
    await expect(taskAtStep(context, decided.id)).rejects.toMatchObject({ code: 'task-not-open' });
  });

  test('is encrypted: neither variables nor names can be read from the database', async () => {
    const row = await fixture.context.sql.one<{ content: string }>(
      'SELECT content FROM history_instance WHERE id = ?',
      [record.instanceId],
    );
    expect(row?.content).toMatch(/^[A-Za-z0-9+/]+=*$/);
    const archived = await readHistory(fixture.context, record.instanceId);
    expect(String(archived?.instance.state)).toContain('在社区帮老人买菜送药');
    expect(archived?.tables.variable_change.length).toBeGreaterThan(0);
  });

  test('is left alone when archiving runs again', async () => {
    expect(await archive()).toBe(0);
    expect(await getInstance(fixture.context, record.instanceId)).toEqual(before);
  });

  test('goes for good after the time to live of its process, with the places of its tasks', async () => {
    const { context } = fixture;
    await transaction(context.database, () =>
      context.sql.run('UPDATE history_instance SET remove_at = ? WHERE id = ?', [
        context.now() - 1,
        record.instanceId,
      ]),
    );
    await dropOldRows(context);
    expect(await readHistory(context, record.instanceId)).toBeNull();
    expect(await targetLoaders.task(context, decided.id)).toBeNull();
    expect(await isArchived(young)).toBe(false);
  });
});

test('archiving that is cut off in a batch has moved all of an instance or nothing', async () => {
  // given
  const { context } = fixture;
  const record = await givenEnded();
  context.advance(2 * day);
  const story = await getInstance(context, record.instanceId);
  const broken = {
    ...context,
    sql: {
      ...context.sql,
      run: (statement: string, values?: readonly (string | number)[]) =>
        statement.startsWith('DELETE FROM process_instance')
          ? Promise.reject(new Error('killed'))
          : context.sql.run(statement, values),
    },
  };
  // when
  await expect(archiveInstances(broken, { endedBefore: context.now() - day })).rejects.toThrow('killed');
  // then
  expect(await isArchived(record)).toBe(false);
  expect(await getInstance(context, record.instanceId)).toEqual(story);
  await archive();
  expect(await isArchived(record)).toBe(true);
  expect(await getInstance(context, record.instanceId)).toEqual(story);
});

test.each([
  ['none', { archived: false, activities: 0, changes: 0, variables: false }],
  ['activity', { archived: true, activities: 'some', changes: 0, variables: false }],
  ['audit', { archived: true, activities: 'some', changes: 0, variables: true }],
  ['full', { archived: true, activities: 'some', changes: 'some', variables: true }],
] as const)('history level %s keeps what Camunda 7 keeps at it', async (historyLevel, kept) => {
  // given an instance that runs and ends at this level
  const { context } = fixture;
  const original = context.historyLevel;
  Object.assign(context, { historyLevel });
  const record = await givenEnded();
  context.advance(2 * day);
  // when
  await archive();
  Object.assign(context, { historyLevel: original });
  // then
  const history = await readHistory(context, record.instanceId);
  const someOf = (rows: readonly unknown[] | undefined) => (rows && rows.length > 0 ? 'some' : 0);
  expect({
    archived: history !== null,
    activities: someOf(history?.tables.activity),
    changes: someOf(history?.tables.variable_change),
    variables: history?.instance.state != null,
  }).toEqual(kept);
});

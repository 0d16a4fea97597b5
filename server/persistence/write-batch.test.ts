import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { openTestContext, type TestContext } from '../testing/test-context.ts';
import { RowChanges } from './row-changes.ts';
import { RowDeletions } from './row-deletions.ts';
import { transaction } from './transaction.ts';
import { WriteBatch } from './write-batch.ts';

let context: TestContext;
const flush = (batch: WriteBatch) => transaction(context.database, () => batch.flush(context.sql));

beforeAll(async () => {
  context = await openTestContext();
});
afterAll(() => context.close());

describe('changes of rows', () => {
  test('of one shape are one statement; a value that all share stands in it once', () => {
    const changes = new RowChanges();
    changes.add('task', { column: 'id', value: 'a' }, { status: 'done', ended_by: 'x' });
    changes.add('task', { column: 'id', value: 'b' }, { status: 'done', ended_by: 'y' });
    changes.add('submission', { column: 'id', value: 'a' }, { state: 'open' });
    expect(changes.take().map(({ statement }) => [statement.text, statement.values])).toEqual([
      [
        'UPDATE task SET status = ?, ended_by = CASE id WHEN ? THEN ? WHEN ? THEN ? END WHERE id IN (?,?)',
        ['done', 'a', 'x', 'b', 'y', 'a', 'b'],
      ],
      ['UPDATE submission SET state = ? WHERE id = ?', ['open', 'a']],
    ]);
    expect(changes.take()).toEqual([]);
  });

  test('of the same row become one, the later value counts', () => {
    const changes = new RowChanges();
    changes.add('submission', { column: 'id', value: 'a' }, { title: 'one', state: 'open' });
    changes.add('submission', { column: 'id', value: 'a' }, { title: 'two' });
    expect(changes.take().map(({ statement }) => statement.values)).toEqual([['two', 'open', 'a']]);
  });

  test('by two parts of a key never mix the rows of one first part', () => {
    const changes = new RowChanges();
    const key = (value: string, ...values: number[]) => ({
      column: 'instance_id',
      value,
      part: { column: 'activity', values },
    });
    changes.add('activity', key('a', 1, 2), { canceled: false });
    changes.add('activity', key('a', 3), { canceled: true });
    changes.add('activity', key('b', 1), { canceled: true });
    expect(changes.take().map(({ statement }) => statement.text)).toEqual([
      'UPDATE activity SET canceled = CASE instance_id WHEN ? THEN ? WHEN ? THEN ? END WHERE (instance_id = ? AND activity IN (?,?)) OR (instance_id = ? AND activity IN (?))',
      'UPDATE activity SET canceled = ? WHERE (instance_id = ? AND activity IN (?))',
    ]);
  });
});

describe('deletions', () => {
  test('by one column are one list, by several a list of conditions', () => {
    const deletions = new RowDeletions();
    deletions.add('task_candidate', { task_id: 'a' });
    deletions.add('task_candidate', { task_id: ['b', 'a'] });
    deletions.add('job', { instance_id: 'i', token: [1, 2] });
    deletions.add('job', { instance_id: 'j', token: 3 });
    expect(deletions.take().map(({ text }) => text)).toEqual([
      'DELETE FROM task_candidate WHERE task_id IN (?,?)',
      'DELETE FROM job WHERE (instance_id = ? AND token IN (?,?)) OR (instance_id = ? AND token = ?)',
    ]);
  });
});

describe('a batch', () => {
  const row = (name: string, value: string) => ({ name, value });
  beforeEach(() => transaction(context.database, () => context.sql.run('DELETE FROM setting')));

  test('writes a row that it changes as it is changed', async () => {
    const batch = new WriteBatch();
    batch.updateParts('setting', { column: 'name', value: 'a' }, { value: 'changed' });
    batch.insert('setting', row('a', 'first'), row('b', 'first'));
    await flush(batch);
    const found = await context.sql.all('SELECT name, value FROM setting ORDER BY name');
    expect(found).toEqual([row('a', 'changed'), row('b', 'first')]);
  });

  test('refuses all of it when one row has not the revision that it must have', async () => {
    const instance = (id: string) => ({
      id,
      definition_id: id,
      bundle_id: id,
      subject_kind: 'none',
      subject_id: '',
      state: '{}',
      revision: 1,
      status: 'active',
      started_at: 0,
    });
    const [first, second] = [context.newId(), context.newId()];
    const start = new WriteBatch();
    start.insert('process_instance', instance(first), instance(second));
    await flush(start);
    const batch = new WriteBatch();
    batch.update('process_instance', first, { state: '{"v":1}', revision: 2 }, 1);
    batch.update('process_instance', second, { state: '{"v":1}', revision: 3 }, 2);
    await expect(flush(batch)).rejects.toThrow(/without its lock/);
    const states = await context.sql.all('SELECT DISTINCT state FROM process_instance');
    expect(states).toEqual([{ state: '{}' }]);
  });
});

describe('writes at the commit', () => {
  test('are undone with everything else when one of them fails', async () => {
    const statement = { text: 'INSERT INTO setting (name, value) VALUES (?, ?)', rows: false };
    const failing = transaction(context.database, async () => {
      await context.sql.run('DELETE FROM setting');
      await context.sql.insert('setting', [{ name: 'kept', value: '1' }]);
      await context.sql.atCommit([
        { ...statement, values: ['twice', '1'] },
        { ...statement, values: ['twice', '2'] },
      ]);
    });
    await expect(failing).rejects.toThrow();
    expect(await context.sql.all("SELECT name FROM setting WHERE name IN ('kept', 'twice')")).toEqual([]);
  });
});

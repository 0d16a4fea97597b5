import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { callersUnder } from '../identity/caller.ts';
import { openTestContext, type TestContext } from '../testing/test-context.ts';
import { masterDataVersion, masterDataVersionQuery, UnderVersion } from './master-data.ts';
import { transaction } from './transaction.ts';

let context: TestContext;
let userId: string;
const version = async () => masterDataVersion((await context.sql.batch([masterDataVersionQuery]))[0]);
const nameNow = async () => (await callersUnder(context, await version(), [userId])).get(userId)?.name;

beforeAll(async () => {
  context = await openTestContext();
  userId = context.newId();
  await transaction(context.database, () =>
    context.tables.users.insert({
      id: userId,
      username: 'teacher',
      name: '陈老师',
      staffNo: null,
      passwordHash: '',
      locale: 'zh-CN',
      disabled: false,
      createdAt: 0,
    }),
  );
});
afterAll(() => context.close());

describe('the version of the master data', () => {
  test('rises with a change through a model and with one in SQL, once a transaction', async () => {
    const before = await version();
    await transaction(context.database, async () => {
      await context.tables.users.update({ id: userId }, { name: '陈老师' });
      await context.sql.run('UPDATE app_user SET name = ? WHERE id = ?', ['陈老师', userId]);
    });
    expect(await version()).toBe(before + 1);
  });

  test('stays when the transaction is undone, and when only a password changes', async () => {
    const before = await version();
    const failing = transaction(context.database, async () => {
      await context.tables.users.update({ id: userId }, { name: 'nobody' });
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    await transaction(context.database, () =>
      context.tables.users.update({ id: userId }, { passwordHash: 'other' }),
    );
    expect(await version()).toBe(before);
  });
});

describe('what is kept under it', () => {
  test('is answered again, and is gone with the change that another process commits', async () => {
    expect(await nameNow()).toBe('陈老师');
    await transaction(context.database, () =>
      context.tables.users.update({ id: userId }, { name: '陈主任' }),
    );
    expect(await nameNow()).toBe('陈主任');
    await transaction(context.database, () =>
      context.tables.users.update({ id: userId }, { disabled: true }),
    );
    expect(await nameNow()).toBeUndefined();
  });

  test('goes with the day and after half a minute, and nothing of an older version is kept', () => {
    const kept = new UnderVersion<string>(10);
    kept.at(1, '2026-11-20', 0).keep(1, 'a', 'one');
    expect(kept.at(1, '2026-11-20', 1_000).get('a')).toBe('one');
    expect(kept.at(1, '2026-11-21', 1_000).get('a')).toBeUndefined();
    kept.keep(1, 'a', 'one');
    expect(kept.at(1, '2026-11-21', 31_001).get('a')).toBeUndefined();
    kept.at(2, '2026-11-21', 31_001).keep(1, 'a', 'old');
    expect(kept.get('a')).toBeUndefined();
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openTestContext, type TestContext } from '../testing/test-context.ts';
import { openDatabase } from './database.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { assertSuitable } from './suitability.ts';
import { transaction } from './transaction.ts';

let context: TestContext;

beforeAll(async () => {
  context = await openTestContext();
  await transaction(context.database, () => context.sql.insert('setting', [{ name: 'counter', value: '0' }]));
});
afterAll(() => context.close());

const read = async () =>
  Number(
    (
      await context.sql.one<{ value: string }>(
        `SELECT value FROM setting WHERE name = 'counter' ${context.sql.forUpdate}`,
      )
    )?.value,
  );
const write = (value: number) =>
  context.sql.run("UPDATE setting SET value = ? WHERE name = 'counter'", [String(value)]);

describe('transactions', () => {
  test('lose no update of 200 that read, then write, at once', async () => {
    await Promise.all(
      Array.from({ length: 200 }, () => transaction(context.database, async () => write((await read()) + 1))),
    );
    expect(await transaction(context.database, read)).toBe(200);
  }, 60_000);

  test('undo everything when the use case throws', async () => {
    const failing = transaction(context.database, async () => {
      await write(-1);
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await transaction(context.database, read)).toBe(200);
  });

  test('run the whole use case again after a deadlock', async () => {
    let tries = 0;
    const result = await transaction(context.database, async () => {
      tries++;
      if (tries < 3) throw Object.assign(new Error('deadlock'), { errno: 1213 });
      return 'done';
    });
    expect([result, tries]).toEqual(['done', 3]);
  });

  test('refuse a write outside of them', async () => {
    await expect(context.sql.run("DELETE FROM setting WHERE name = 'x'")).rejects.toThrow(
      /outside a transaction/,
    );
  });

  test('join the one they are called in', async () => {
    await expect(
      transaction(context.database, async () => {
        await transaction(context.database, () => write(1));
        throw new Error('outer');
      }),
    ).rejects.toThrow('outer');
    expect(await transaction(context.database, read)).toBe(200);
  });
});

describe('schema', () => {
  test('is complete after a migration that was cut off at any statement is run again', async () => {
    const query = context.database.sequelize.getQueryInterface();
    for (const migration of migrations) await migration.up(query);
    expect(await migrate(context.database)).toEqual([]);
  }, 60_000);

  test('is migrated once when two servers start together', async () => {
    const [one, two] = await Promise.all([
      openDatabase(context.databaseUrl),
      openDatabase(context.databaseUrl),
    ]);
    await transaction(context.database, () => context.sql.run('DELETE FROM schema_migration'));
    const done =
      context.database.dialect === 'mysql'
        ? await Promise.all([migrate(one), migrate(two)])
        : [await migrate(one), await migrate(two)];
    expect(done.flat().length).toBe(migrations.length);
    await Promise.all([one.close(), two.close()]);
  }, 60_000);

  test('keeps every character that people type', async () => {
    const text = '𠮷野家 👩‍👩‍👧‍👦 ‏مرحبا Ω≈ç \u0000 零宽​字';
    await transaction(context.database, () => context.sql.insert('setting', [{ name: 'text', value: text }]));
    expect(
      (await context.sql.one<{ value: string }>("SELECT value FROM setting WHERE name = 'text'"))?.value,
    ).toBe(text);
  });

  test('accepts the database that the tests run on', async () => {
    await expect(assertSuitable(context.database)).resolves.toBeUndefined();
  });
});

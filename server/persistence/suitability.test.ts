import { describe, expect, test } from '@jest/globals';
import type { Sequelize } from 'sequelize';
import type { Database } from './database.ts';
import { assertSuitable } from './suitability.ts';

const good = {
  transaction_isolation: 'READ-COMMITTED',
  sql_mode: 'STRICT_TRANS_TABLES,NO_ZERO_DATE',
  character_set_connection: 'utf8mb4',
  character_set_database: 'utf8mb4',
  innodb_flush_log_at_trx_commit: '1',
};

/** A server that answers these variables; what matters here is what is said about them. */
const serverWith = (variables: Readonly<Record<string, string>>): Database => ({
  dialect: 'mysql',
  close: async () => undefined,
  sequelize: {
    connectionManager: {
      getConnection: async () => ({
        format: (text: string) => text,
        query: (_text: string, done: (error: null, rows: unknown) => void) =>
          done(
            null,
            Object.entries(variables).map(([Variable_name, Value]) => ({ Variable_name, Value })),
          ),
      }),
      releaseConnection: () => undefined,
    },
  } as unknown as Sequelize,
});

describe('a database server is refused at start', () => {
  test.each([
    ['transaction_isolation', 'REPEATABLE-READ'],
    ['sql_mode', 'NO_ENGINE_SUBSTITUTION'],
    ['character_set_database', 'utf8mb3'],
    ['character_set_connection', 'latin1'],
    ['innodb_flush_log_at_trx_commit', '2'],
  ])('when %s is %s, naming the setting and what it must be', async (setting, value) => {
    await expect(assertSuitable(serverWith({ ...good, [setting]: value }))).rejects.toMatchObject({
      code: 'database-unsuitable',
      detail: { setting, found: value },
      message: expect.stringContaining(setting),
    });
  });

  test('but not when all settings are right', async () => {
    await expect(assertSuitable(serverWith(good))).resolves.toBeUndefined();
  });
});

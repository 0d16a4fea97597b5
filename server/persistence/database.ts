import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import sqlite from '@appthreat/sqlite3';
import { Sequelize } from 'sequelize';

export type Dialect = 'sqlite' | 'mysql';

/** An open database: Sequelize for models and migrations; `sql.ts` for the statements that are hot. */
export interface Database {
  readonly sequelize: Sequelize;
  readonly dialect: Dialect;
  close(): Promise<void>;
}

const store = new AsyncLocalStorage<Map<string, unknown>>();

/** Continuation-local storage for Sequelize, so that no statement inside a transaction can forget it. */
const cls = {
  active: true,
  get: (name: string): unknown => store.getStore()?.get(name),
  set: (name: string, value: unknown): unknown => {
    store.getStore()?.set(name, value);
    return value;
  },
  run: (body: (namespace: unknown) => unknown): unknown =>
    store.run(new Map(store.getStore() ?? []), () => body(cls)),
  bind: <F extends (...args: never[]) => unknown>(body: F): F => AsyncLocalStorage.bind(body),
};
Sequelize.useCLS(cls);

/** SQLite pragmas belong to a connection, and Sequelize 6 has no hook for a new one: they are set here. */
class SqliteConnection extends sqlite.Database {
  constructor(file: string, mode: number, opened: (error: Error | null) => void) {
    super(file, mode, opened);
    this.configure('busyTimeout', 5000);
    // Every commit reaches the disk: what was acknowledged survives a power cut, not only a crash.
    this.run('PRAGMA synchronous=FULL');
    this.run('PRAGMA foreign_keys=ON');
  }
}

/**
 * Opens `sqlite:<file>` or `mysql://user:password@host:port/name`.
 * MySQL sessions are READ COMMITTED, utf8mb4 and strict; `assertSuitable` checks what the server made of it.
 */
export async function openDatabase(url: string, pool = 16): Promise<Database> {
  return url.startsWith('sqlite:') ? openSqlite(url.slice('sqlite:'.length)) : openMysql(url, pool);
}

async function openSqlite(file: string): Promise<Database> {
  mkdirSync(dirname(file), { recursive: true });
  const sequelize = new Sequelize({
    dialect: 'sqlite',
    dialectModule: { ...sqlite, Database: SqliteConnection },
    storage: file,
    logging: false,
    transactionType: 'IMMEDIATE' as never,
  });
  await sequelize.query('PRAGMA journal_mode=WAL');
  return { sequelize, dialect: 'sqlite', close: () => sequelize.close() };
}

interface MysqlConnection {
  query(statement: string, done: (error: Error | null) => void): void;
}

/** What every session is set to, whatever the server's defaults. */
const sessionStatements = [
  'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
  // Without NO_BACKSLASH_ESCAPES: the driver escapes values with backslashes.
  "SET SESSION sql_mode = CONCAT_WS(',', REPLACE(@@sql_mode, 'NO_BACKSLASH_ESCAPES', ''), 'STRICT_TRANS_TABLES')",
];

function run(connection: MysqlConnection, statement: string): Promise<void> {
  return new Promise((resolve, reject) =>
    connection.query(statement, (error) => (error ? reject(error) : resolve())),
  );
}

async function openMysql(url: string, pool: number): Promise<Database> {
  const sequelize = new Sequelize(url.replace(/^mariadb:/, 'mysql:'), {
    dialect: 'mysql',
    logging: false,
    pool: { max: pool, min: 0, idle: 30_000, acquire: 30_000 },
    dialectOptions: {
      charset: 'utf8mb4',
      decimalNumbers: true,
      supportBigNumbers: true,
      // For `Sql.batch` alone: docs/decisions/0016-one-packet-for-a-command.md.
      multipleStatements: true,
    },
    timezone: '+00:00',
    hooks: {
      afterConnect: async (connection: unknown) => {
        for (const statement of sessionStatements) await run(connection as MysqlConnection, statement);
      },
    },
  });
  await sequelize.authenticate();
  return { sequelize, dialect: 'mysql', close: () => sequelize.close() };
}

/** Runs `body`, and everything that it calls, in a transaction that the caller has opened and will end. */
export function withTransaction<T>(transaction: unknown, body: () => Promise<T>): Promise<T> {
  return store.run(new Map([...(store.getStore() ?? []), ['transaction', transaction]]), body);
}

/** The transaction that the current call runs in, if any. */
export function currentTransaction(): unknown {
  return cls.get('transaction');
}

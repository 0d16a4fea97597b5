import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mysql from 'mysql2/promise';
import { pino } from 'pino';
import type { Context } from '../context.ts';
import { createContext } from '../create-context.ts';
import { openDatabase } from '../persistence/database.ts';
import { migrate } from '../persistence/migrate.ts';

export interface TestContext extends Context {
  /** Another server process on the same database would open this. */
  readonly databaseUrl: string;
  readonly filesFolder: string;
  /** Moves the clock; nothing in a test waits for real time. */
  advance(milliseconds: number): void;
  close(): Promise<void>;
}

export const testSecret = Buffer.alloc(32, 7).toString('base64');

/**
 * A fresh, migrated database for one test file: SQLite in a temporary folder, or, when `TEST_DATABASE` is `mysql`,
 * a new schema on the server that `TEST_DATABASE_URL` names. The clock starts at `now` and moves only by `advance`.
 */
export async function openTestContext(options: { now?: number } = {}): Promise<TestContext> {
  const folder = await mkdtemp(join(tmpdir(), 'oneplan-test-'));
  const { url, drop } = await createTestDatabase(folder);
  const database = await openDatabase(url);
  await migrate(database);
  let clock = options.now ?? Date.parse('2026-11-20T02:00:00Z');
  const context = createContext({
    database,
    secret: testSecret,
    filesFolder: join(folder, 'files'),
    timeZone: 'Asia/Shanghai',
    log: pino({ level: 'silent' }),
    now: () => clock,
  });
  return {
    ...context,
    databaseUrl: url,
    filesFolder: join(folder, 'files'),
    advance: (milliseconds) => {
      clock += milliseconds;
    },
    close: async () => {
      await database.close();
      await drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export async function createTestDatabase(
  folder: string,
): Promise<{ url: string; drop: () => Promise<void> }> {
  if (process.env.TEST_DATABASE !== 'mysql')
    return { url: `sqlite:${join(folder, 'test.db')}`, drop: async () => undefined };
  const server = process.env.TEST_DATABASE_URL;
  if (!server)
    throw new Error('TEST_DATABASE=mysql needs TEST_DATABASE_URL=mysql://user:password@host:port/');
  const name = `oneplan_test_${randomBytes(6).toString('hex')}`;
  const administer = async (statement: string) => {
    const connection = await mysql.createConnection(server);
    await connection.query(statement);
    await connection.end();
  };
  await administer(`CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => administer(`DROP DATABASE ${name}`) };
}

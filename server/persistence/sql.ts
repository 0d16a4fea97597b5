import { QueryTypes } from 'sequelize';
import { currentTransaction, type Database } from './database.ts';
import { noteStatement } from './master-data.ts';
import * as mysql from './mysql-connection.ts';
import { PacketTransaction } from './packet-transaction.ts';
import {
  insertStatements,
  type SqlResult,
  type SqlRow,
  type SqlStatement,
  type SqlValue,
} from './sql-statement.ts';
import * as sqlite from './sqlite-connection.ts';

export type { SqlValue } from './sql-statement.ts';

type Row = Record<string, unknown>;

/**
 * Prepared statements over the connection of the current transaction: the engine's steps, inboxes and bulk work,
 * where models would cost most of the time. Outside a transaction a read takes a connection from the pool.
 */
export interface Sql {
  readonly dialect: Database['dialect'];
  /** `FOR UPDATE` where rows can be locked; SQLite has one writer and needs none. */
  readonly forUpdate: string;
  readonly skipLocked: string;
  all<T extends object = Row>(statement: string, values?: readonly SqlValue[]): Promise<T[]>;
  one<T extends object = Row>(statement: string, values?: readonly SqlValue[]): Promise<T | null>;
  /** Answers the number of rows that were changed. */
  run(statement: string, values?: readonly SqlValue[]): Promise<number>;
  /** One multi-row INSERT; nothing happens for no rows. */
  insert(table: string, rows: readonly SqlRow[]): Promise<void>;
  /**
   * Several statements in one round trip where the database can do that, in their order, with a result for each.
   * The first that fails ends it; what ran before it is undone with the transaction. Outside a transaction queries only.
   */
  batch(statements: readonly SqlStatement[]): Promise<SqlResult[]>;
  /**
   * Writes at whose results nobody looks: sent with COMMIT where the database can do that. One that fails fails the
   * transaction, which then is rolled back.
   */
  atCommit(statements: readonly SqlStatement[]): Promise<void>;
}

export function createSql(database: Database): Sql {
  const isMysql = database.dialect === 'mysql';
  const driver = isMysql ? mysql : sqlite;
  const all = async (statement: string, values: readonly SqlValue[] = []): Promise<Row[]> => {
    const connection = transactionConnection();
    if (connection)
      return (await driver.execute(connection, { text: statement, values, rows: true })) as Row[];
    const read = { text: statement, values, rows: true };
    if (!isMysql) return readOutside(database, read);
    const [rows] = await mysql.batchFromPool(database, [read]);
    return rows as Row[];
  };
  const run = async (text: string, values: readonly SqlValue[] = []): Promise<number> => {
    const statement = { text, values, rows: false };
    noteStatement(text);
    return (await driver.execute(writeConnection(text), statement)) as number;
  };
  return {
    dialect: database.dialect,
    forUpdate: isMysql ? 'FOR UPDATE' : '',
    skipLocked: isMysql ? 'FOR UPDATE SKIP LOCKED' : '',
    all: all as Sql['all'],
    one: (async (statement: string, values: readonly SqlValue[] = []) =>
      (await all(statement, values))[0] ?? null) as Sql['one'],
    run,
    async insert(table, rows) {
      for (const { text, values } of insertStatements(table, rows)) await run(text, values);
    },
    async batch(statements) {
      if (statements.length === 0) return [];
      const write = statements.find(({ rows }) => !rows);
      for (const { rows, text } of statements) if (!rows) noteStatement(text);
      const transaction = currentTransaction();
      if (transaction instanceof PacketTransaction) return transaction.batch(statements);
      const connection = write ? writeConnection(write.text) : transactionConnection();
      if (connection) return driver.batch(connection, statements);
      return isMysql ? mysql.batchFromPool(database, statements) : readAllOutside(database, statements);
    },
    async atCommit(statements) {
      const transaction = currentTransaction();
      if (!(transaction instanceof PacketTransaction)) await this.batch(statements);
      else {
        for (const { text } of statements) noteStatement(text);
        transaction.atCommit(statements);
      }
    },
  };
}

function transactionConnection(): unknown {
  return (currentTransaction() as { connection?: unknown } | undefined)?.connection;
}

function writeConnection(text: string): unknown {
  const connection = transactionConnection();
  if (!connection) throw new Error(`write outside a transaction: ${text.slice(0, 60)}`);
  return connection;
}

async function readOutside(database: Database, statement: SqlStatement): Promise<Row[]> {
  return (await database.sequelize.query(statement.text, {
    replacements: [...statement.values],
    type: QueryTypes.SELECT,
  })) as Row[];
}

async function readAllOutside(database: Database, statements: readonly SqlStatement[]): Promise<Row[][]> {
  const results: Row[][] = [];
  for (const statement of statements) results.push(await readOutside(database, statement));
  return results;
}

import { QueryTypes } from 'sequelize';
import { currentTransaction, type Database } from './database.ts';

export type SqlValue = string | number | boolean | null;
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
  insert(table: string, rows: readonly Readonly<Record<string, SqlValue>>[]): Promise<void>;
}

interface MysqlConnection {
  execute(
    statement: string,
    values: readonly SqlValue[],
    done: (error: Error | null, result: unknown) => void,
  ): void;
  query(
    statement: string,
    values: readonly SqlValue[],
    done: (error: Error | null, result: unknown) => void,
  ): void;
}
interface SqliteConnection {
  all(
    statement: string,
    values: readonly SqlValue[],
    done: (error: Error | null, rows: unknown[]) => void,
  ): void;
  run(
    statement: string,
    values: readonly SqlValue[],
    done: (this: { changes: number }, error: Error | null) => void,
  ): void;
}

/** MySQL refuses more than 65,535 placeholders; SQLite 32,766. */
const maxPlaceholders = 30_000;

export function createSql(database: Database): Sql {
  const mysql = database.dialect === 'mysql';
  const execute = mysql ? executeMysql : executeSqlite;
  const all = async (statement: string, values: readonly SqlValue[] = []): Promise<Row[]> => {
    const transaction = currentTransaction() as { connection?: unknown } | undefined;
    if (transaction?.connection)
      return (await execute(transaction.connection, statement, values, true)) as Row[];
    return (await database.sequelize.query(statement, {
      replacements: [...values],
      type: QueryTypes.SELECT,
    })) as Row[];
  };
  const run = async (statement: string, values: readonly SqlValue[] = []): Promise<number> => {
    const transaction = currentTransaction() as { connection?: unknown } | undefined;
    if (!transaction?.connection) throw new Error(`write outside a transaction: ${statement.slice(0, 60)}`);
    return (await execute(transaction.connection, statement, values, false)) as number;
  };
  return {
    dialect: database.dialect,
    forUpdate: mysql ? 'FOR UPDATE' : '',
    skipLocked: mysql ? 'FOR UPDATE SKIP LOCKED' : '',
    all: all as Sql['all'],
    one: (async (statement: string, values: readonly SqlValue[] = []) =>
      (await all(statement, values))[0] ?? null) as Sql['one'],
    run,
    async insert(table, rows) {
      const first = rows[0];
      if (!first) return;
      const columns = Object.keys(first);
      const perStatement = Math.floor(maxPlaceholders / columns.length);
      const places = `(${columns.map(() => '?').join(',')})`;
      for (let start = 0; start < rows.length; start += perStatement) {
        const part = rows.slice(start, start + perStatement);
        const statement = `INSERT INTO ${table} (${columns.join(',')}) VALUES ${part.map(() => places).join(',')}`;
        await run(
          statement,
          part.flatMap((row) => columns.map((column) => row[column] ?? null)),
        );
      }
    },
  };
}

/** Statements of varying length (multi-row, IN lists) are not prepared: they would fill the server's cache. */
const preparable = 40;

function executeMysql(
  connection: unknown,
  statement: string,
  values: readonly SqlValue[],
  rows: boolean,
): Promise<unknown> {
  const { execute, query } = connection as MysqlConnection;
  const call = (values.length <= preparable ? execute : query).bind(connection);
  return new Promise((resolve, reject) => {
    call(statement, values, (error: Error | null, result: unknown) => {
      if (error) reject(error);
      else resolve(rows ? result : (result as { affectedRows: number }).affectedRows);
    });
  });
}

function executeSqlite(
  connection: unknown,
  statement: string,
  values: readonly SqlValue[],
  rows: boolean,
): Promise<unknown> {
  const sqlite = connection as SqliteConnection;
  return new Promise((resolve, reject) => {
    if (rows) {
      sqlite.all(statement, values, (error, found) => (error ? reject(error) : resolve(found)));
    } else {
      sqlite.run(statement, values, function (error) {
        if (error) reject(error);
        else resolve(this.changes);
      });
    }
  });
}

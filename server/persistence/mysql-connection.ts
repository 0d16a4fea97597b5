import type { Database } from './database.ts';
import type { SqlResult, SqlStatement, SqlValue } from './sql-statement.ts';

type Done = (error: Error | null, result: unknown) => void;
interface MysqlConnection {
  execute(statement: string, values: readonly SqlValue[], done: Done): void;
  query(statement: string, values: readonly SqlValue[], done: Done): void;
  query(statement: string, done: Done): void;
  format(statement: string, values: readonly SqlValue[]): string;
}
interface Pool {
  getConnection(options: { type: 'read' }): Promise<unknown>;
  releaseConnection(connection: unknown): void;
}

/** Statements of varying length (multi-row, IN lists) are not prepared: they would fill the server's cache. */
const preparable = 40;
/** Characters of one packet: far below `max_allowed_packet` (16 MB) in any encoding. */
const maxPacket = 3_000_000;

export function execute(connection: unknown, statement: SqlStatement): Promise<SqlResult> {
  const mysql = connection as MysqlConnection;
  return new Promise((resolve, reject) => {
    const done: Done = (error, result) => (error ? reject(error) : resolve(resultOf(statement, result)));
    if (statement.values.length <= preparable) mysql.execute(statement.text, statement.values, done);
    else mysql.query(statement.text, statement.values, done);
  });
}

/**
 * Sends statements as one packet. The texts are the constants of our own code, joined here and nowhere else; every
 * value is escaped by the driver. Only connections of `openDatabase` allow more than one statement.
 */
export async function batch(connection: unknown, statements: readonly SqlStatement[]): Promise<SqlResult[]> {
  const mysql = connection as MysqlConnection;
  const results: SqlResult[] = [];
  let packet: SqlStatement[] = [];
  let text = '';
  const send = async () => {
    if (packet.length > 0) results.push(...(await sendPacket(mysql, text, packet)));
    packet = [];
    text = '';
  };
  for (const statement of statements) {
    const formatted = mysql.format(statement.text, statement.values);
    if (text.length + formatted.length > maxPacket) await send();
    text = text === '' ? formatted : `${text};${formatted}`;
    packet.push(statement);
  }
  await send();
  return results;
}

function sendPacket(
  connection: MysqlConnection,
  text: string,
  statements: readonly SqlStatement[],
): Promise<SqlResult[]> {
  return new Promise((resolve, reject) => {
    connection.query(text, (error, result) => {
      if (error) return reject(error);
      const each = statements.length === 1 ? [result] : (result as unknown[]);
      resolve(statements.map((statement, index) => resultOf(statement, each[index])));
    });
  });
}

function resultOf(statement: SqlStatement, result: unknown): SqlResult {
  if (statement.rows) return result as Record<string, unknown>[];
  return (result as { affectedRows: number }).affectedRows;
}

/** Queries over a connection of the pool, outside of every transaction. */
export async function batchFromPool(
  database: Database,
  statements: readonly SqlStatement[],
): Promise<SqlResult[]> {
  const pool = (database.sequelize as unknown as { connectionManager: Pool }).connectionManager;
  const connection = await pool.getConnection({ type: 'read' });
  try {
    return await batch(connection, statements);
  } finally {
    pool.releaseConnection(connection);
  }
}

import mysql, { type Connection } from 'mysql2/promise';
import { drive, type Measured, Meter } from './meter.ts';

export interface RawLimit {
  readonly transactionsOne: Measured;
  readonly transactionsMany: Measured;
  readonly insertsOne: Measured;
  readonly insertsMany: Measured;
  /** Rows a second of one connection with a thousand rows a statement. */
  readonly rowsPerSecond: number;
}

const rowsPerStatement = 1_000;

/** What the database gives a program that does nothing else: single-row and multi-row inserts of a narrow row. */
export async function measureRawLimit(databaseUrl: string, seconds: number): Promise<RawLimit> {
  const connections = await Promise.all(
    Array.from({ length: 16 }, () => mysql.createConnection(databaseUrl)),
  );
  const [first] = connections;
  if (!first) throw new Error('no connection');
  await first.query(
    'CREATE TABLE raw_limit (id BIGINT AUTO_INCREMENT PRIMARY KEY, a CHAR(36) NOT NULL, b INT NOT NULL, c VARCHAR(200) NOT NULL)',
  );
  const insert = async (connection: Connection) => {
    await connection.execute('INSERT INTO raw_limit (a, b, c) VALUES (?, ?, ?)', [value, 7, value]);
  };
  const transaction = async (connection: Connection) => {
    await connection.query('BEGIN');
    await insert(connection);
    await connection.query('COMMIT');
  };
  const measure = async (clients: number, body: (connection: Connection) => Promise<void>) => {
    const meter = new Meter();
    await drive(meter, { clients, seconds, warm: seconds / 4 }, (client) =>
      meter.time('call', () => body(connections[client] ?? first)),
    );
    return meter.measured('call');
  };
  const transactionsMany = await measure(16, transaction);
  const insertsMany = await measure(16, insert);
  const transactionsOne = await measure(1, transaction);
  const insertsOne = await measure(1, insert);
  const places = Array(rowsPerStatement).fill('(?,?,?)').join(',');
  const values = Array.from({ length: rowsPerStatement }, (_, row) => [value, row, value]).flat();
  const batches = await measure(1, async (connection) => {
    await connection.query(`INSERT INTO raw_limit (a, b, c) VALUES ${places}`, values);
  });
  await first.query('DROP TABLE raw_limit');
  await Promise.all(connections.map((connection) => connection.end()));
  return {
    transactionsOne,
    transactionsMany,
    insertsOne,
    insertsMany,
    rowsPerSecond: batches.perSecond * rowsPerStatement,
  };
}

const value = '01999999-0000-7000-8000-000000000001';

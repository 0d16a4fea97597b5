import mysql, { type RowDataPacket } from 'mysql2/promise';

export interface TableBytes {
  readonly total: number;
  /** Largest first. */
  readonly tables: readonly { readonly name: string; readonly bytes: number }[];
}

/** What the tables of a schema take with their indexes, by the database's own fresh statistics. */
export async function tableBytes(databaseServer: string, schema: string): Promise<TableBytes> {
  const connection = await mysql.createConnection(new URL(`/${schema}`, databaseServer).href);
  const [names] = await connection.query<(RowDataPacket & { name: string })[]>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = ? AND table_type = 'BASE TABLE'",
    [schema],
  );
  for (const { name } of names) await connection.query(`ANALYZE TABLE ${name}`);
  const [rows] = await connection.query<(RowDataPacket & { name: string; bytes: number })[]>(
    `SELECT table_name AS name, data_length + index_length AS bytes FROM information_schema.tables
     WHERE table_schema = ? AND table_type = 'BASE TABLE' ORDER BY bytes DESC`,
    [schema],
  );
  await connection.end();
  const tables = rows.map(({ name, bytes }) => ({ name, bytes: Number(bytes) }));
  return { total: tables.reduce((sum, { bytes }) => sum + bytes, 0), tables };
}

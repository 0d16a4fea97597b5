import type { SqlResult, SqlStatement, SqlValue } from './sql-statement.ts';

interface SqliteConnection {
  all(
    statement: string,
    values: readonly SqlValue[],
    done: (error: Error | null, rows: Record<string, unknown>[]) => void,
  ): void;
  run(
    statement: string,
    values: readonly SqlValue[],
    done: (this: { changes: number }, error: Error | null) => void,
  ): void;
}

export function execute(connection: unknown, statement: SqlStatement): Promise<SqlResult> {
  const sqlite = connection as SqliteConnection;
  return new Promise((resolve, reject) => {
    if (statement.rows) {
      sqlite.all(statement.text, statement.values, (error, found) =>
        error ? reject(error) : resolve(found),
      );
    } else {
      sqlite.run(statement.text, statement.values, function (error) {
        if (error) reject(error);
        else resolve(this.changes);
      });
    }
  });
}

/** One after the other: the database is in this process, there is nothing to save. */
export async function batch(connection: unknown, statements: readonly SqlStatement[]): Promise<SqlResult[]> {
  const results: SqlResult[] = [];
  for (const statement of statements) results.push(await execute(connection, statement));
  return results;
}

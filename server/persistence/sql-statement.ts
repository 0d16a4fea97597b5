/** What a statement may bind: everything else is JSON or text before it comes here. */
export type SqlValue = string | number | boolean | null;

/** One statement with its values. `rows` true: it is a query and answers rows; else it answers how many rows it changed. */
export interface SqlStatement {
  readonly text: string;
  readonly values: readonly SqlValue[];
  readonly rows: boolean;
}

/** Rows of a query, or the number of rows that were changed. */
export type SqlResult = Record<string, unknown>[] | number;

export const query = (text: string, values: readonly SqlValue[] = []): SqlStatement => ({
  text,
  values,
  rows: true,
});

export const change = (text: string, values: readonly SqlValue[] = []): SqlStatement => ({
  text,
  values,
  rows: false,
});

/** `?,?,?`: the places of an IN list. */
export const places = (values: readonly unknown[]): string => values.map(() => '?').join(',');

/** MySQL refuses more than 65,535 placeholders; SQLite 32,766. */
const maxPlaceholders = 30_000;

export type SqlRow = Readonly<Record<string, SqlValue>>;

/** Multi-row INSERTs, as few as the number of placeholders allows. All rows have the columns of the first. */
export function insertStatements(table: string, rows: readonly SqlRow[]): SqlStatement[] {
  const first = rows[0];
  if (!first) return [];
  const columns = Object.keys(first);
  const perStatement = Math.floor(maxPlaceholders / columns.length);
  const row = `(${places(columns)})`;
  const statements: SqlStatement[] = [];
  for (let start = 0; start < rows.length; start += perStatement) {
    const part = rows.slice(start, start + perStatement);
    statements.push(
      change(
        `INSERT INTO ${table} (${columns.join(',')}) VALUES ${part.map(() => row).join(',')}`,
        part.flatMap((values) => columns.map((column) => values[column] ?? null)),
      ),
    );
  }
  return statements;
}

import { change, places, type SqlRow, type SqlStatement, type SqlValue } from './sql-statement.ts';

/** Rows of one UPDATE: its text grows with them, and the database parses it each time. */
const mostRows = 200;

/** Which rows of a table a change is for. */
export interface RowKey {
  /** Column and value of the primary key, or of its first part. */
  readonly column: string;
  readonly value: SqlValue;
  /** Second part of the primary key: the rows under `value` that have one of these. */
  readonly part?: { readonly column: string; readonly values: readonly SqlValue[] };
}

interface RowChange {
  readonly table: string;
  readonly key: RowKey;
  readonly set: Record<string, SqlValue>;
  /** The revision that the row must still have; null: whatever it has. */
  expected: number | null;
}

/** An UPDATE with the number of rows that it must change; null: any. */
export interface GroupedChange {
  readonly statement: SqlStatement;
  readonly mustChange: number | null;
  /** The rows, to say what went wrong. */
  readonly keys: readonly SqlValue[];
}

/**
 * Changes of rows by primary key, one UPDATE for all rows of a table that change the same columns: the database parses,
 * opens the table and answers once instead of once a row. Two changes of one row become one; the later value counts.
 */
export class RowChanges {
  readonly #rows = new Map<string, RowChange>();

  add(table: string, key: RowKey, set: SqlRow, expected: number | null = null): void {
    const name = `${table} ${key.value} ${key.part?.values.join() ?? ''}`;
    const known = this.#rows.get(name);
    if (!known) this.#rows.set(name, { table, key, set: { ...set }, expected });
    else {
      Object.assign(known.set, set);
      known.expected ??= expected;
    }
  }

  addAll(other: RowChanges): void {
    for (const { table, key, set, expected } of other.#rows.values()) this.add(table, key, set, expected);
  }

  /** A row that is inserted by the same batch is inserted as it is changed. */
  applyTo(inserts: Map<string, SqlRow[]>): void {
    const places = new Map<string, Map<SqlValue | undefined, number>>();
    for (const [name, { table, key, set }] of this.#rows) {
      const rows = inserts.get(table);
      if (!rows || key.part) continue;
      const column = `${table} ${key.column}`;
      const known = places.get(column) ?? new Map(rows.map((row, index) => [row[key.column], index]));
      places.set(column, known);
      const index = known.get(key.value);
      const row = index === undefined ? undefined : rows[index];
      if (index === undefined || !row) continue;
      rows[index] = { ...row, ...set };
      this.#rows.delete(name);
    }
  }

  /** Gives out the statements and forgets the rows. */
  take(): GroupedChange[] {
    const groups = new Map<string, { readonly rows: RowChange[]; readonly keys: Set<SqlValue> }[]>();
    for (const row of this.#rows.values()) {
      const shape = `${row.table} ${row.key.part?.column} ${row.expected === null} ${Object.keys(row.set).join()}`;
      const known = groups.get(shape) ?? [];
      groups.set(shape, known);
      // A key stands once in a statement: that is what its values are told apart by.
      const group = known.find(({ rows, keys }) => rows.length < mostRows && !keys.has(row.key.value));
      if (group) {
        group.rows.push(row);
        group.keys.add(row.key.value);
      } else known.push({ rows: [row], keys: new Set([row.key.value]) });
    }
    this.#rows.clear();
    return [...groups.values()].flatMap((known) => known.map(({ rows }) => grouped(rows)));
  }
}

function grouped(rows: readonly RowChange[]): GroupedChange {
  const [first] = rows;
  if (!first) throw new RangeError('a group of changes has a row');
  const { table, key, set, expected } = first;
  const keys = rows.map((row) => row.key.value);
  const values: SqlValue[] = [];
  const byRow = (of: (row: RowChange) => SqlValue): string => {
    const one = of(first);
    if (rows.every((row) => of(row) === one)) {
      values.push(one);
      return '?';
    }
    for (const row of rows) values.push(row.key.value, of(row));
    return `CASE ${key.column}${' WHEN ? THEN ?'.repeat(rows.length)} END`;
  };
  const assignments = Object.keys(set).map(
    (column) => `${column} = ${byRow((row) => row.set[column] ?? null)}`,
  );
  let where: string;
  if (key.part) {
    const terms = rows.map((row) => {
      const part = row.key.part?.values ?? [];
      values.push(row.key.value, ...part);
      return `(${key.column} = ? AND ${key.part?.column} IN (${places(part)}))`;
    });
    where = terms.join(' OR ');
  } else {
    values.push(...keys);
    where = `${key.column} ${keys.length === 1 ? '= ?' : `IN (${places(keys)})`}`;
  }
  const guard = expected === null ? '' : ` AND revision = ${byRow((row) => row.expected)}`;
  return {
    statement: change(`UPDATE ${table} SET ${assignments.join(', ')} WHERE ${where}${guard}`, values),
    mustChange: expected === null ? null : rows.length,
    keys,
  };
}

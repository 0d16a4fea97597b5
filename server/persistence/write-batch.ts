import type { Sql } from './sql.ts';
import {
  change,
  insertStatements,
  type SqlResult,
  type SqlRow,
  type SqlStatement,
  type SqlValue,
} from './sql-statement.ts';

interface Change {
  readonly statement: SqlStatement;
  /** Answers an error when the number of changed rows is not what it must be. */
  readonly guard: ((changed: number) => Error | null) | null;
}

/**
 * Collects what a use case writes and sends it together: changes of rows first, in the order in which they were added
 * (guards among them), then deletions, then one multi-row INSERT a table.
 * Nothing is sent before `flush`; what is dropped without it was never written.
 */
export class WriteBatch {
  readonly #changes: Change[] = [];
  readonly #deletions: SqlStatement[] = [];
  readonly #inserts = new Map<string, SqlRow[]>();

  /** All rows of one table have the same columns. */
  insert(table: string, ...rows: readonly SqlRow[]): void {
    if (rows.length === 0) return;
    const known = this.#inserts.get(table);
    if (known) known.push(...rows);
    else this.#inserts.set(table, [...rows]);
  }

  /** Changes the row with this primary key. */
  update(table: string, key: SqlRow, set: SqlRow): void {
    this.change(`UPDATE ${table} SET ${assignments(set)} WHERE ${conditions(key)}`, [
      ...Object.values(set),
      ...Object.values(key),
    ]);
  }

  /** A change of another shape. `guard` decides by the number of changed rows whether all of it must be undone. */
  change(text: string, values: readonly SqlValue[], guard: Change['guard'] = null): void {
    this.#changes.push({ statement: change(text, values), guard });
  }

  delete(text: string, values: readonly SqlValue[]): void {
    this.#deletions.push(change(text, values));
  }

  /** Takes over what another batch has collected. */
  add(other: WriteBatch): void {
    this.#changes.push(...other.#changes);
    this.#deletions.push(...other.#deletions);
    for (const [table, rows] of other.#inserts) this.insert(table, ...rows);
  }

  /**
   * Sends everything, and the queries after it in the same round trip; answers what they found. The queries see what
   * was written. Throws the error of the first guard that does not hold; the caller's transaction must then end.
   */
  async flush(sql: Sql, queries: readonly SqlStatement[] = []): Promise<Record<string, unknown>[][]> {
    const changes = this.#changes.splice(0);
    const statements = [
      ...changes.map(({ statement }) => statement),
      ...this.#deletions.splice(0),
      ...[...this.#inserts].flatMap(([table, rows]) => insertStatements(table, rows)),
    ];
    this.#inserts.clear();
    const results = await sql.batch([...statements, ...queries]);
    for (const [index, { guard }] of changes.entries()) {
      const error = guard?.(Number(results[index]));
      if (error) throw error;
    }
    return results.slice(statements.length) as (SqlResult & Record<string, unknown>[])[];
  }
}

const assignments = (row: SqlRow) =>
  Object.keys(row)
    .map((column) => `${column} = ?`)
    .join(', ');
const conditions = (row: SqlRow) =>
  Object.keys(row)
    .map((column) => `${column} = ?`)
    .join(' AND ');

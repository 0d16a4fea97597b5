import { RowChanges, type RowKey } from './row-changes.ts';
import { type Condition, RowDeletions } from './row-deletions.ts';
import type { Sql } from './sql.ts';
import {
  change,
  insertStatements,
  type SqlResult,
  type SqlRow,
  type SqlStatement,
  type SqlValue,
} from './sql-statement.ts';

/**
 * Collects what a use case writes and sends it together: changes of rows by primary key first, one UPDATE for those of one
 * shape, then other changes in the order in which they were added, then deletions, then one multi-row INSERT a table. A
 * change of a row that the batch inserts is part of its INSERT.
 * Nothing is sent before `flush`; what is dropped without it was never written.
 */
export class WriteBatch {
  readonly #rows = new RowChanges();
  readonly #changes: SqlStatement[] = [];
  readonly #deletions = new RowDeletions();
  readonly #inserts = new Map<string, SqlRow[]>();

  /** All rows of one table have the same columns. */
  insert(table: string, ...rows: readonly SqlRow[]): void {
    if (rows.length === 0) return;
    const known = this.#inserts.get(table);
    if (known) known.push(...rows);
    else this.#inserts.set(table, [...rows]);
  }

  /**
   * Changes the row with this primary key (`id`). With `revision`, the row must still have that one when it is changed:
   * `flush` throws otherwise.
   */
  update(table: string, id: SqlValue, set: SqlRow, revision: number | null = null): void {
    this.#rows.add(table, { column: 'id', value: id }, set, revision);
  }

  /** Changes rows of a table whose primary key has two parts. */
  updateParts(table: string, key: RowKey, set: SqlRow): void {
    this.#rows.add(table, key, set);
  }

  /** A change of another shape. */
  change(text: string, values: readonly SqlValue[]): void {
    this.#changes.push(change(text, values));
  }

  /** Deletes the rows that meet a condition on indexed columns. */
  delete(table: string, condition: Condition): void {
    this.#deletions.add(table, condition);
  }

  /** Takes over what another batch has collected. */
  add(other: WriteBatch): void {
    this.#rows.addAll(other.#rows);
    this.#changes.push(...other.#changes);
    this.#deletions.addAll(other.#deletions);
    for (const [table, rows] of other.#inserts) this.insert(table, ...rows);
  }

  /**
   * Sends everything, and the queries after it in the same round trip; answers what they found. The queries see what
   * was written. Throws when a row had not the revision that it must have; the caller's transaction must then end.
   */
  async flush(sql: Sql, queries: readonly SqlStatement[] = []): Promise<Record<string, unknown>[][]> {
    this.#rows.applyTo(this.#inserts);
    const rows = this.#rows.take();
    const statements = [
      ...rows.map(({ statement }) => statement),
      ...this.#changes.splice(0),
      ...this.#deletions.take(),
      ...[...this.#inserts].flatMap(([table, inserted]) => insertStatements(table, inserted)),
    ];
    this.#inserts.clear();
    const results = await sql.batch([...statements, ...queries]);
    for (const [index, { mustChange, keys }] of rows.entries())
      if (mustChange !== null && Number(results[index]) !== mustChange)
        throw new Error(`one of these rows was changed without its lock: ${keys.join(', ')}`);
    return results.slice(statements.length) as (SqlResult & Record<string, unknown>[])[];
  }
}

import { change, places, type SqlStatement, type SqlValue } from './sql-statement.ts';

/** The rows of a table whose columns have these values, or one of several. */
export type Condition = Readonly<Record<string, SqlValue | readonly SqlValue[]>>;

/** Conditions of one DELETE. */
const mostConditions = 100;

/** Deletions of rows by an indexed condition, one DELETE for all of a table whose conditions name the same columns. */
export class RowDeletions {
  readonly #conditions = new Map<string, { readonly table: string; readonly conditions: Condition[] }>();

  add(table: string, condition: Condition): void {
    const shape = `${table} ${Object.keys(condition).join()}`;
    const known = this.#conditions.get(shape);
    if (known) known.conditions.push(condition);
    else this.#conditions.set(shape, { table, conditions: [condition] });
  }

  addAll(other: RowDeletions): void {
    for (const { table, conditions } of other.#conditions.values())
      for (const condition of conditions) this.add(table, condition);
  }

  /** Gives out the statements and forgets the conditions. */
  take(): SqlStatement[] {
    const all = [...this.#conditions.values()];
    this.#conditions.clear();
    return all.flatMap(({ table, conditions }) => {
      const statements: SqlStatement[] = [];
      for (let start = 0; start < conditions.length; start += mostConditions)
        statements.push(deletion(table, conditions.slice(start, start + mostConditions)));
      return statements;
    });
  }
}

function deletion(table: string, conditions: readonly Condition[]): SqlStatement {
  const columns = Object.keys(conditions[0] ?? {});
  const [column] = columns;
  if (columns.length === 1 && column !== undefined)
    return where(table, [{ [column]: [...new Set(conditions.flatMap((each) => each[column] ?? null))] }]);
  return where(table, conditions);
}

function where(table: string, conditions: readonly Condition[]): SqlStatement {
  const values: SqlValue[] = [];
  const term = ([column, value]: [string, SqlValue | readonly SqlValue[]]): string => {
    const wanted = Array.isArray(value) ? (value as readonly SqlValue[]) : [value as SqlValue];
    values.push(...wanted);
    return wanted.length === 1 ? `${column} = ?` : `${column} IN (${places(wanted)})`;
  };
  const terms = conditions.map((condition) => Object.entries(condition).map(term).join(' AND '));
  const text = terms.length === 1 ? (terms[0] ?? '') : terms.map((each) => `(${each})`).join(' OR ');
  return change(`DELETE FROM ${table} WHERE ${text}`, values);
}

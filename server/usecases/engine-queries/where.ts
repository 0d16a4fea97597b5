import type { SqlValue } from '../../persistence/sql.ts';

/** The conditions of a query. Texts of SQL come from this code alone; what callers send is always a bound value. */
export class Where {
  /** Milliseconds since 1970: what "locked", "due" are measured against. */
  readonly now: number;
  readonly #parts: string[] = [];
  readonly #values: SqlValue[] = [];

  constructor(now: number) {
    this.now = now;
  }

  add(sql: string, ...values: readonly SqlValue[]): void {
    this.#parts.push(sql);
    this.#values.push(...values);
  }

  /** One of several must hold; none of none holds. */
  addAny(alternatives: readonly Where[]): void {
    const sqls = alternatives.map(({ sql }) => `(${sql})`);
    this.add(
      sqls.length === 0 ? '1 = 0' : `(${sqls.join(' OR ')})`,
      ...alternatives.flatMap(({ values }) => values),
    );
  }

  get sql(): string {
    return this.#parts.length === 0 ? '1 = 1' : this.#parts.join(' AND ');
  }

  get values(): readonly SqlValue[] {
    return this.#values;
  }
}

export const places = (values: readonly unknown[]): string => values.map(() => '?').join(',');

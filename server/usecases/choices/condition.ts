import type { SqlValue } from '../../persistence/sql-statement.ts';

/** A condition of a query with its values. */
export interface Condition {
  readonly text: string;
  readonly values: readonly SqlValue[];
}

/** What a caller may choose from, as a query without its end. `id`: the column of the id. */
export interface ChoiceScope {
  readonly from: string;
  readonly where: string;
  readonly values: readonly SqlValue[];
  readonly id: string;
  readonly order: string;
}

/** One of the conditions holds; undefined where there is none, so that nothing may be chosen. */
export function either(conditions: readonly (Condition | undefined)[]): Condition | undefined {
  const given = conditions.filter((one) => one !== undefined);
  if (given.length === 0) return undefined;
  return {
    text: `(${given.map(({ text }) => text).join(' OR ')})`,
    values: given.flatMap(({ values }) => values),
  };
}

/** The column holds one of the values; undefined for none. */
export function oneOf(column: string, values: readonly string[]): Condition | undefined {
  const unique = [...new Set(values)].filter((value) => value !== '');
  if (unique.length === 0) return undefined;
  return { text: `${column} IN (${unique.map(() => '?').join(',')})`, values: unique };
}

/** The materialised path lies at or below one of the paths; undefined for none. */
export function below(column: string, paths: readonly string[]): Condition | undefined {
  return either(
    [...new Set(paths)]
      .filter((path) => path.length > 1)
      .map((path) => ({ text: `${column} LIKE ?`, values: [`${path}%`] })),
  );
}

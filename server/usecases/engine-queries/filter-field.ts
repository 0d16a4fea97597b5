import type { SqlValue } from '../../persistence/sql.ts';
import { matchesLike } from './matches-like.ts';
import { places, type Where } from './where.ts';

/** What a caller may send for a field of each kind, once it is read. */
export interface FieldValues {
  text: string;
  texts: readonly string[];
  flag: boolean;
  integer: number;
  /** Milliseconds since 1970. */
  instant: number;
}
export type FieldKind = keyof FieldValues;

/**
 * A filter that callers may name, with the condition that it stands for. `matches` is the same condition on a row that no
 * table holds any more (see `archived-rows.ts`); where it is missing, archived rows can not be asked for it.
 */
export type FilterField = {
  [K in FieldKind]: {
    readonly kind: K;
    readonly apply: (where: Where, value: FieldValues[K]) => void;
    readonly matches?: (row: FilteredRow, value: FieldValues[K]) => boolean;
  };
}[FieldKind];

export type FilteredRow = Readonly<Record<string, SqlValue>>;

/** The member of a row that a column is selected as: those of definitions are named after them. */
export const memberOf = (column: string): string => {
  const [alias = '', name = column] = column.split('.');
  return alias === 'd' ? `definition_${name}` : name;
};
const valueAt = (row: FilteredRow, column: string): SqlValue => row[memberOf(column)] ?? null;
const textAt = (row: FilteredRow, column: string): string | null => {
  const value = valueAt(row, column);
  return value === null ? null : String(value);
};

/**
 * Reads "is it given at all": a flag that is false asks for nothing, as on Camunda 7. `archived`: whether it holds for
 * everything that is archived, where the condition does not tell.
 */
export const holds = (sql: string, archived?: boolean): FilterField => {
  const test = archived === undefined ? simpleTest(sql) : () => archived;
  return {
    kind: 'flag',
    apply: (where, value) => {
      if (value) where.add(sql);
    },
    ...(test && { matches: (row: FilteredRow, value: boolean) => !value || test(row) }),
  };
};

/** Conditions on one column, such as `a.ended_at IS NULL`, can be asked of a row as well. */
function simpleTest(sql: string): ((row: FilteredRow) => boolean) | undefined {
  const [, left, right] = /^(\d) = (\d)$/.exec(sql) ?? [];
  if (left !== undefined) return () => left === right;
  const [, nullable, not] = /^(\w+\.\w+) IS (NOT )?NULL$/.exec(sql) ?? [];
  if (nullable !== undefined) return (row) => (valueAt(row, nullable) === null) === (not === undefined);
  const [, column, operator, text, flag] = /^(\w+\.\w+) (=|<>) (?:'([^']*)'|([01]))$/.exec(sql) ?? [];
  if (column === undefined) return undefined;
  return (row) => {
    const equal =
      flag === undefined
        ? textAt(row, column) === text
        : Boolean(Number(valueAt(row, column) ?? 0)) === (flag === '1');
    return equal === (operator === '=');
  };
}

/** Like `holds`, for a condition with one parameter: now. */
export const holdsNow = (sql: string): FilterField => ({
  kind: 'flag',
  apply: (where, value) => {
    if (value) where.add(sql, where.now);
  },
});

export const equals = (column: string): FilterField => ({
  kind: 'text',
  apply: (where, value) => where.add(`${column} = ?`, value),
  matches: (row, value) => textAt(row, column) === value,
});

export const differs = (column: string): FilterField => ({
  kind: 'text',
  apply: (where, value) => where.add(`(${column} <> ? OR ${column} IS NULL)`, value),
  matches: (row, value) => textAt(row, column) !== value,
});

export const among = (column: string): FilterField => ({
  kind: 'texts',
  apply: (where, value) =>
    value.length === 0 ? where.add('1 = 0') : where.add(`${column} IN (${places(value)})`, ...value),
  matches: (row, value) => value.includes(textAt(row, column) ?? '\0'),
});

export const notAmong = (column: string): FilterField => ({
  kind: 'texts',
  apply: (where, value) => {
    if (value.length > 0) where.add(`(${column} NOT IN (${places(value)}) OR ${column} IS NULL)`, ...value);
  },
  matches: (row, value) => !value.includes(textAt(row, column) ?? '\0'),
});

/** `%` stands for any text and `_` for one character, `\` takes their meaning away. */
export const like = (column: string): FilterField => ({
  kind: 'text',
  apply: (where, value) => where.add(`${column} LIKE ? ESCAPE '!'`, likePattern(value)),
  matches: (row, value) => {
    const text = textAt(row, column);
    return text !== null && matchesLike(text, value);
  },
});

/** Like `like`, for a column inside a condition of its own: `around` is handed what to say about the column. */
export const likeHolds = (around: (test: (column: string) => string) => string): FilterField => ({
  kind: 'text',
  apply: (where, value) =>
    where.add(
      around((column) => `${column} LIKE ? ESCAPE '!'`),
      likePattern(value),
    ),
});

export const notLike = (column: string): FilterField => ({
  kind: 'text',
  apply: (where, value) =>
    where.add(`(${column} NOT LIKE ? ESCAPE '!' OR ${column} IS NULL)`, likePattern(value)),
});

const likePattern = (value: string): string =>
  value.replace(/\\([%_\\])|!/g, (match, escaped: string | undefined) =>
    match === '!' ? '!!' : escaped === '\\' ? '\\' : `!${escaped}`,
  );

type Comparison = '=' | '<' | '<=' | '>' | '>=';

export const integer = (column: string, comparison: Comparison): FilterField => ({
  kind: 'integer',
  apply: (where, value) => where.add(`${column} ${comparison} ?`, value),
  matches: (row, value) => compares(valueAt(row, column), comparison, value),
});

export const instant = (column: string, comparison: Comparison): FilterField => ({
  kind: 'instant',
  apply: (where, value) => where.add(`${column} ${comparison} ?`, value),
  matches: (row, value) => compares(valueAt(row, column), comparison, value),
});

function compares(value: SqlValue, comparison: Comparison, wanted: number): boolean {
  if (value === null) return false;
  const number = Number(value);
  switch (comparison) {
    case '=':
      return number === wanted;
    case '<':
      return number < wanted;
    case '<=':
      return number <= wanted;
    case '>':
      return number > wanted;
    case '>=':
      return number >= wanted;
  }
}

/** One row of another table must (or must not) be there; `sql` has one parameter, the text. */
export const textHolds = (sql: string): FilterField => ({
  kind: 'text',
  apply: (where, value) => where.add(sql, value),
});

/** `sql` with `(…)` in the place of `IN ?`. */
export const textsHold = (before: string, after: string): FilterField => ({
  kind: 'texts',
  apply: (where, value) =>
    value.length === 0 ? where.add('1 = 0') : where.add(`${before} (${places(value)})${after}`, ...value),
});

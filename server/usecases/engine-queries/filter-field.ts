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

/** A filter that callers may name, with the condition that it stands for. */
export type FilterField = {
  [K in FieldKind]: { readonly kind: K; readonly apply: (where: Where, value: FieldValues[K]) => void };
}[FieldKind];

/** Reads "is it given at all": a flag that is false asks for nothing, as on Camunda 7. */
export const holds = (sql: string): FilterField => ({
  kind: 'flag',
  apply: (where, value) => {
    if (value) where.add(sql);
  },
});

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
});

export const differs = (column: string): FilterField => ({
  kind: 'text',
  apply: (where, value) => where.add(`(${column} <> ? OR ${column} IS NULL)`, value),
});

export const among = (column: string): FilterField => ({
  kind: 'texts',
  apply: (where, value) =>
    value.length === 0 ? where.add('1 = 0') : where.add(`${column} IN (${places(value)})`, ...value),
});

export const notAmong = (column: string): FilterField => ({
  kind: 'texts',
  apply: (where, value) => {
    if (value.length > 0) where.add(`(${column} NOT IN (${places(value)}) OR ${column} IS NULL)`, ...value);
  },
});

/** `%` stands for any text and `_` for one character, `\` takes their meaning away. */
export const like = (column: string): FilterField => ({
  kind: 'text',
  apply: (where, value) => where.add(`${column} LIKE ? ESCAPE '!'`, likePattern(value)),
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
});

export const instant = (column: string, comparison: Comparison): FilterField => ({
  kind: 'instant',
  apply: (where, value) => where.add(`${column} ${comparison} ?`, value),
});

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

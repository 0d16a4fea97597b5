import { isPlainObject, type Json } from '../../forms/definition.ts';
import { type PropertyPath, sameJson } from '../elements/json-value.ts';
import { mergeOrder } from './merge-order.ts';

/** Decides between two values that both differ from the base, and notes the conflict. */
export type Decide = (path: PropertyPath, base: unknown, theirs: unknown, mine: unknown) => unknown;

/** Properties of one element after changes of two sides; values that both changed are decided one by one. */
export function mergeProperties(base: Json, theirs: Json, mine: Json, decide: Decide): Json {
  return mergeObjects(base, theirs, mine, [], decide);
}

function mergeObjects(base: Json, theirs: Json, mine: Json, path: PropertyPath, decide: Decide): Json {
  const keys = new Set([...Object.keys(mine), ...Object.keys(theirs)]);
  return Object.fromEntries(
    [...keys].flatMap((key) => {
      const value = mergeValues(own(base, key), own(theirs, key), own(mine, key), [...path, key], decide);
      return value === undefined ? [] : [[key, value] as const];
    }),
  );
}

function mergeValues(
  base: unknown,
  theirs: unknown,
  mine: unknown,
  path: PropertyPath,
  decide: Decide,
): unknown {
  if (sameJson(theirs, mine) || sameJson(base, theirs)) return mine;
  if (sameJson(base, mine)) return theirs;
  const isObject = [theirs, mine].every(isPlainObject) && (base === undefined || isPlainObject(base));
  if (isObject) return mergeObjects((base ?? {}) as Json, theirs as Json, mine as Json, path, decide);
  const lists = [base ?? [], theirs, mine].map(distinctTexts);
  const [before, above, here] = lists;
  if (before && above && here) return mergeTexts(before, above, here);
  return decide(path, base, theirs, mine);
}

/** Lists of distinct texts are sets with an order: what one side added or took out is added or taken out. */
function mergeTexts(base: readonly string[], theirs: readonly string[], mine: readonly string[]): string[] {
  const members = new Set(
    [...theirs, ...mine].filter((it) =>
      base.includes(it) ? theirs.includes(it) && mine.includes(it) : true,
    ),
  );
  return mergeOrder(base, theirs, mine, members);
}

function distinctTexts(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value) || !value.every((it) => typeof it === 'string')) return undefined;
  return new Set(value).size === value.length ? value : undefined;
}

function own(value: Json, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

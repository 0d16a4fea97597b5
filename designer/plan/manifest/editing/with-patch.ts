/** Members to set; undefined takes one out, so that an optional member is absent rather than empty. */
export type Patch<T> = { readonly [K in keyof T]?: T[K] | undefined };

export function withPatch<T extends object>(entry: T, patch: Patch<T>): T {
  const merged = Object.entries({ ...entry, ...patch }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(merged) as T;
}

/** A list with one member changed. */
export function withItem<T extends object>(list: readonly T[], index: number, patch: Patch<T>): T[] {
  return list.map((item, at) => (at === index ? withPatch(item, patch) : item));
}

/** A list with a member at another place; the list itself where there is no such place. */
export function moved<T>(list: readonly T[], index: number, by: -1 | 1): T[] {
  const to = index + by;
  const item = list[index];
  if (item === undefined || to < 0 || to >= list.length) return [...list];
  const rest = list.filter((_, at) => at !== index);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}

/** The list, or undefined when it is empty: optional lists of the manifest are left out then. */
export const filled = <T>(list: readonly T[]): T[] | undefined => (list.length === 0 ? undefined : [...list]);

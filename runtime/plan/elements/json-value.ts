import { isPlainObject, type Json } from '../../forms/definition.ts';

/** Whether two JSON values say the same: the order of keys and properties that are undefined do not count. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => sameJson(item, b[index]));
  if (!isPlainObject(a) || !isPlainObject(b)) return false;
  for (const key in a) if (!sameJson(a[key], b[key])) return false;
  for (const key in b) if (b[key] !== undefined && a[key] === undefined) return false;
  return true;
}

/** Where a value stands in the properties of an element. */
export type PropertyPath = readonly string[];

export interface PropertyDifference {
  readonly path: PropertyPath;
  /** undefined: not there */
  readonly from: unknown;
  readonly to: unknown;
}

/** The properties that differ, each as deep as both sides are objects; a list counts as one value. */
export function propertyDifferences(from: Json, to: Json): PropertyDifference[] {
  if (from === to) return [];
  const found: PropertyDifference[] = [];
  collect(from, to, [], found);
  return found;
}

function collect(from: Json, to: Json, path: PropertyPath, found: PropertyDifference[]): void {
  for (const key of new Set([...Object.keys(from), ...Object.keys(to)])) {
    const before = own(from, key);
    const after = own(to, key);
    if (before === after) continue;
    const at = [...path, key];
    if (isPlainObject(before) && isPlainObject(after)) collect(before, after, at, found);
    else if (isPlainObject(before) && after === undefined && hasValues(before))
      collect(before, {}, at, found);
    else if (before === undefined && isPlainObject(after) && hasValues(after)) collect({}, after, at, found);
    else if (!sameJson(before, after)) found.push({ path: at, from: before, to: after });
  }
}

const hasValues = (value: Json) => Object.values(value).some((item) => item !== undefined);

/** The value at a path, by own properties only. */
export function valueAt(properties: Json, path: PropertyPath): unknown {
  let value: unknown = properties;
  for (const step of path) {
    if (!isPlainObject(value)) return undefined;
    value = own(value, step);
  }
  return value;
}

/** The properties with another value at a path; undefined takes it out, and objects that it leaves empty too. */
export function withValueAt(properties: Json, path: PropertyPath, value: unknown): Json {
  const [step, ...rest] = path;
  if (step === undefined) return properties;
  const { [step]: before, ...others } = properties;
  if (rest.length === 0) return value === undefined ? others : { ...properties, [step]: value };
  const inner = withValueAt(isPlainObject(before) ? before : {}, rest, value);
  return value === undefined && Object.keys(inner).length === 0 ? others : { ...properties, [step]: inner };
}

function own(value: Json, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

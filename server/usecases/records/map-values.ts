import { componentTree, walkComponents } from '@oneplan/runtime/forms/component-tree.ts';
import { type FormComponent, type FormDefinition, isPlainObject } from '@oneplan/runtime/forms/definition.ts';
import type { RecordData } from './record-data.ts';

/** A value, or each item of a list, with its place in the data: `mates[1]`. */
export type Rewrite = (value: unknown, path: string) => unknown;

/** Applies a rewrite to the values of those components for which there is one; everything else is copied as it is. */
export function mapValues(
  definition: FormDefinition,
  data: RecordData,
  rewriteOf: (component: FormComponent) => Rewrite | undefined,
): RecordData {
  let result: unknown = data;
  for (const node of walkComponents(componentTree(definition))) {
    const rewrite = rewriteOf(node.component);
    if (rewrite) result = mapAt(result, node.dataPath.split('.'), '', rewrite);
  }
  return result as RecordData;
}

function mapAt(value: unknown, path: readonly string[], at: string, rewrite: Rewrite): unknown {
  const [head, ...rest] = path;
  if (head === undefined) {
    if (Array.isArray(value)) return value.map((one, index) => rewrite(one, `${at}[${index}]`));
    return isPlainObject(value) ? rewrite(value, at) : value;
  }
  const rows = head.endsWith('[]');
  const name = rows ? head.slice(0, -2) : head;
  if (!isPlainObject(value) || !Object.hasOwn(value, name)) return value;
  const here = at === '' ? name : `${at}.${name}`;
  const inner = value[name];
  const mapped = rows
    ? Array.isArray(inner)
      ? inner.map((row, index) => mapAt(row, rest, `${here}[${index}]`, rewrite))
      : inner
    : mapAt(inner, rest, here, rewrite);
  return { ...value, [name]: mapped };
}

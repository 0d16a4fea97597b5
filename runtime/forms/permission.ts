import { type ComponentNode, componentTree } from './component-tree.ts';
import { isEqual } from './conditions/equality.ts';
import { dataKeyOf, type FormDefinition, isPlainObject } from './definition.ts';
import { type Row, slotOf } from './slot.ts';

/**
 * What one step of a process may do with the components of its form. An entry is a component's key or its keys
 * from the root without layouts (`items.qty`); a container or grid covers everything in it. `'*'` is everything.
 */
export interface FieldPermission {
  readonly readable: '*' | readonly string[];
  readonly editable: '*' | readonly string[];
  /** what the step requires beside what the form requires anyway */
  readonly required?: readonly string[] | undefined;
}

export interface PermittedMerge {
  /** What may be validated and stored: `stored` with the permitted parts of `incoming`. Neither is changed. */
  readonly data: Record<string, unknown>;
  /** Places of `incoming` that would have changed something and were left out: not permitted, or not in the form. */
  readonly ignored: readonly string[];
}

/**
 * Allow-list merge: only components that are editable are taken from `incoming`, everything else stays as it is
 * stored. Where only fields of a grid are editable, rows can be neither added nor removed. What a step may edit
 * but not read is kept when it is not sent.
 */
export function mergePermitted(
  definition: FormDefinition,
  stored: unknown,
  incoming: unknown,
  permission: FieldPermission,
): PermittedMerge {
  const merge = new Merge(permission);
  const data = merge.rows(dataNodes(componentTree(definition)), asRow(stored), asRow(incoming), '', '');
  return { data, ignored: merge.ignored };
}

/** A copy of `data` that holds readable components only. */
export function stripUnreadable(
  definition: FormDefinition,
  data: unknown,
  permission: Pick<FieldPermission, 'readable'>,
): Record<string, unknown> {
  const { readable } = permission;
  if (readable === '*') return structuredClone(asRow(data));
  return strip(dataNodes(componentTree(definition)), asRow(data), new Set(readable), '');
}

const asRow = (value: unknown): Row => (isPlainObject(value) ? value : {});

/** The components that stand in one object of the data; layouts are looked through. */
function dataNodes(nodes: readonly ComponentNode[]): readonly ComponentNode[] {
  return nodes.flatMap((node) => {
    if (node.type === undefined || node.type.kind === 'content') return [];
    return node.type.kind === 'layout' ? dataNodes(node.children) : [node];
  });
}

const isNamed = (node: ComponentNode, keys: string, list: '*' | ReadonlySet<string>): boolean =>
  list === '*' || list.has(node.key) || list.has(keys);

class Merge {
  readonly ignored: string[] = [];
  private readonly readable: '*' | ReadonlySet<string>;
  private readonly editable: '*' | ReadonlySet<string>;

  constructor(permission: FieldPermission) {
    this.readable = permission.readable === '*' ? '*' : new Set(permission.readable);
    this.editable = permission.editable === '*' ? '*' : new Set(permission.editable);
  }

  /** Merges one object of the data. `keys` are the keys that lead to it, `path` its place. */
  rows(nodes: readonly ComponentNode[], stored: Row, incoming: Row, keys: string, path: string): Row {
    const merged: Row = structuredClone(stored);
    const known = new Set<string>();
    for (const node of nodes) {
      const key = dataKeyOf(node.component);
      if (known.has(key)) continue;
      known.add(key);
      this.component(node, merged, stored, incoming, keys + key, path + key);
    }
    const first = new Set([...known].map((key) => key.split('.')[0] ?? key));
    for (const key of Object.keys(incoming)) {
      if (!first.has(key) && !isEqual(incoming[key], stored[key])) this.ignored.push(path + key);
    }
    return merged;
  }

  private component(
    node: ComponentNode,
    merged: Row,
    stored: Row,
    incoming: Row,
    keys: string,
    path: string,
  ): void {
    const slot = slotOf(dataKeyOf(node.component));
    const given = slot.get(incoming);
    const before = slot.get(stored);
    if (isNamed(node, keys, this.editable) && this.isReadable(node, keys)) {
      if (given === undefined) slot.clear(merged);
      else slot.set(merged, structuredClone(given));
      return;
    }
    if (given === undefined || isEqual(given, before)) return;
    const children = dataNodes(node.children);
    if (node.type?.kind === 'container' && isPlainObject(given) && this.mayEditAny(children, `${keys}.`)) {
      slot.set(merged, this.rows(children, asRow(before), given, `${keys}.`, `${path}.`));
    } else if (node.type?.kind === 'grid' && Array.isArray(given) && this.mayEditAny(children, `${keys}.`)) {
      slot.set(merged, this.grid(children, Array.isArray(before) ? before : [], given, `${keys}.`, path));
    } else if (isNamed(node, keys, this.editable) && children.length === 0) {
      slot.set(merged, structuredClone(given));
    } else {
      this.ignored.push(path);
    }
  }

  private grid(
    children: readonly ComponentNode[],
    stored: readonly unknown[],
    given: readonly unknown[],
    keys: string,
    path: string,
  ): unknown[] {
    for (let i = stored.length; i < given.length; i += 1) this.ignored.push(`${path}[${i}]`);
    return stored.map((row, i) => {
      const incoming = given[i];
      return isPlainObject(incoming)
        ? this.rows(children, asRow(row), incoming, keys, `${path}[${i}].`)
        : structuredClone(row);
    });
  }

  private mayEditAny(nodes: readonly ComponentNode[], keys: string): boolean {
    return nodes.some((node) => {
      const own = keys + dataKeyOf(node.component);
      return isNamed(node, own, this.editable) || this.mayEditAny(dataNodes(node.children), `${own}.`);
    });
  }

  /** Whether the whole of a component may be read, by its own name or by those of everything in it. */
  private isReadable(node: ComponentNode, keys: string): boolean {
    if (this.readable === '*' || this.isReadableAround(node, keys)) return true;
    const children = dataNodes(node.children);
    return (
      children.length > 0 &&
      children.every((child) => this.isReadable(child, `${keys}.${dataKeyOf(child.component)}`))
    );
  }

  private isReadableAround(node: ComponentNode, keys: string): boolean {
    if (isNamed(node, keys, this.readable)) return true;
    for (let at = node.parent; at !== undefined; at = at.parent) {
      if (at.type?.kind === 'layout') continue;
      if (isNamed(at, at.dataPath.replaceAll('[]', ''), this.readable)) return true;
    }
    return false;
  }
}

function strip(nodes: readonly ComponentNode[], data: Row, readable: ReadonlySet<string>, keys: string): Row {
  const stripped: Row = {};
  for (const node of nodes) {
    const slot = slotOf(dataKeyOf(node.component));
    const value = slot.get(data);
    if (value === undefined) continue;
    const own = keys + dataKeyOf(node.component);
    if (isNamed(node, own, readable)) {
      slot.set(stripped, structuredClone(value));
      continue;
    }
    const children = dataNodes(node.children);
    if (!mayReadAny(children, readable, `${own}.`)) continue;
    if (Array.isArray(value)) {
      slot.set(
        stripped,
        value.map((row) => strip(children, asRow(row), readable, `${own}.`)),
      );
    } else if (isPlainObject(value)) {
      slot.set(stripped, strip(children, value, readable, `${own}.`));
    }
  }
  return stripped;
}

function mayReadAny(nodes: readonly ComponentNode[], readable: ReadonlySet<string>, keys: string): boolean {
  return nodes.some((node) => {
    const own = keys + dataKeyOf(node.component);
    return isNamed(node, own, readable) || mayReadAny(dataNodes(node.children), readable, `${own}.`);
  });
}

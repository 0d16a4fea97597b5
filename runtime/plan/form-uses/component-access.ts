import type { FieldPermission } from '../../forms/permission.ts';

/** What a person may do with a component at a step. Each includes the one before. */
export interface ComponentAccess {
  readonly visible: boolean;
  readonly editable: boolean;
  readonly required: boolean;
}

type List = '*' | readonly string[];

const keyOf = (path: string) => path.split('.').at(-1) ?? path;
const ancestorsOf = (path: string) =>
  path.split('.').flatMap((_, at, steps) => (at === 0 ? [] : [steps.slice(0, at).join('.')]));

function covers(list: List, path: string): boolean {
  return list === '*' || [path, keyOf(path), ...ancestorsOf(path)].some((name) => list.includes(name));
}

/** `path`: keys from the root without layouts, as the plan names components. */
export function accessOf(permission: FieldPermission, path: string): ComponentAccess {
  return {
    visible: covers(permission.readable, path),
    editable: covers(permission.editable, path),
    required: covers(permission.required ?? [], path),
  };
}

/**
 * The permission with another access to one component; that to all others stays. What is not visible cannot be filled
 * in, and what cannot be filled in is not required. `all`: the components of every form that the permission is for.
 */
export function withAccess(
  permission: FieldPermission,
  path: string,
  access: ComponentAccess,
  all: readonly string[],
): FieldPermission {
  const editable = access.editable && access.visible;
  const required = withName(permission.required ?? [], path, access.required && editable, all);
  return {
    readable: withName(permission.readable, path, access.visible, all),
    editable: withName(permission.editable, path, editable, all),
    ...(required !== '*' && required.length > 0 ? { required } : {}),
  };
}

function withName(list: List, path: string, on: boolean, all: readonly string[]): List {
  if (covers(list, path) === on) return list;
  if (list === '*') return leavesOf(all).filter((name) => !isWithin(name, path));
  if (on) return [...list, path];
  const around = ancestorsOf(path).filter((name) => list.includes(name));
  const kept = list.filter((name) => name !== path && name !== keyOf(path) && !around.includes(name));
  const siblings = leavesOf(all).filter(
    (name) => around.some((it) => isWithin(name, it)) && !isWithin(name, path) && !kept.includes(name),
  );
  return [...kept, ...siblings];
}

const isWithin = (name: string, path: string) => name === path || name.startsWith(`${path}.`);

/** Those that hold no others: naming them names all. */
function leavesOf(all: readonly string[]): readonly string[] {
  const unique = [...new Set(all)];
  return unique.filter((name) => !unique.some((other) => other.startsWith(`${name}.`)));
}

import type { FieldAccess } from './flow-entry.ts';

export const accessLevels = ['hidden', 'read', 'edit'] as const;
export type AccessLevel = (typeof accessLevels)[number];

const opens = (list: FieldAccess['readable'], path: string) =>
  list === '*' || list.some((open) => open === path || path.startsWith(`${open}.`));

/** What may be done with a field at a step. */
export function accessTo({ readable, editable }: FieldAccess, path: string): AccessLevel {
  if (opens(editable, path)) return 'edit';
  return opens(readable, path) ? 'read' : 'hidden';
}

/** The same for all fields; undefined where they differ. */
export function commonAccess({ readable, editable }: FieldAccess): AccessLevel | undefined {
  if (editable === '*') return readable === '*' ? 'edit' : undefined;
  if (editable.length > 0) return undefined;
  if (readable === '*') return 'read';
  return readable.length === 0 ? 'hidden' : undefined;
}

export function accessForAll(level: AccessLevel): FieldAccess {
  return { readable: level === 'hidden' ? [] : '*', editable: level === 'edit' ? '*' : [] };
}

/** The access with one field set; `paths` are all fields of the form, in its order. */
export function withAccess(
  access: FieldAccess,
  paths: readonly string[],
  path: string,
  level: AccessLevel,
): FieldAccess {
  const levels = paths.map((it) => [it, it === path ? level : accessTo(access, it)] as const);
  const first = levels[0]?.[1];
  if (first !== undefined && levels.every(([, it]) => it === first)) return accessForAll(first);
  const atLeast = (wanted: readonly AccessLevel[]) => {
    const listed = levels.filter(([, it]) => wanted.includes(it)).map(([it]) => it);
    return listed.length === levels.length ? ('*' as const) : listed;
  };
  return { readable: atLeast(['read', 'edit']), editable: atLeast(['edit']) };
}

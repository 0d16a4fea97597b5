import type { ElementKind } from '@oneplan/runtime/plan/elements/element.ts';
import type { PlanManifest } from '@oneplan/runtime/plan/manifest.ts';

type Member<K extends keyof PlanManifest> =
  NonNullable<PlanManifest[K]> extends readonly (infer T)[] ? T : never;
type Calendar = NonNullable<PlanManifest['calendar']>;

/** The lists of the manifest whose entries are edited one by one. */
export interface EntryOf {
  readonly legalBasis: Member<'legalBasis'>;
  readonly dimensions: Member<'dimensions'>;
  readonly parts: Member<'parts'>;
  readonly parameters: Member<'parameters'>;
  readonly roles: Member<'roles'>;
  readonly records: Member<'records'>;
  readonly archive: Member<'archive'>;
  readonly rules: Member<'rules'>;
  readonly notices: Member<'notices'>;
  readonly sheets: Member<'sheets'>;
  readonly views: Member<'views'>;
  readonly groups: Member<'groups'>;
  readonly modules: Member<'modules'>;
  readonly windows: NonNullable<Calendar['windows']>[number];
}

export type EntryList = keyof EntryOf;

/** What the elements of a list are called in the plan as a tree. */
export const elementKindOf: Readonly<Record<EntryList, ElementKind>> = {
  legalBasis: 'document',
  dimensions: 'dimension',
  parts: 'part',
  parameters: 'parameter',
  roles: 'role',
  records: 'record',
  archive: 'archive',
  rules: 'rule',
  notices: 'notice',
  sheets: 'sheet',
  views: 'view',
  groups: 'group',
  modules: 'module',
  windows: 'window',
};

export function entriesOf<L extends EntryList>(manifest: PlanManifest, list: L): readonly EntryOf[L][] {
  const entries = list === 'windows' ? manifest.calendar?.windows : manifest[list as Exclude<L, 'windows'>];
  return (entries ?? []) as unknown as readonly EntryOf[L][];
}

/** The manifest with another list; nothing else of it changes. */
export function withEntries<L extends EntryList>(
  manifest: PlanManifest,
  list: L,
  entries: readonly EntryOf[L][],
): PlanManifest {
  if (list !== 'windows') return { ...manifest, [list]: entries };
  const calendar = manifest.calendar ?? { holidays: [], workingDays: [] };
  return { ...manifest, calendar: { ...calendar, windows: [...entries] as unknown as EntryOf['windows'][] } };
}

/** Pointer of a list in the manifest’s file. */
export const pointerOf = (list: EntryList) => (list === 'windows' ? '/calendar/windows' : `/${list}`);

/** What is known by a key; documents by their id, records by their form. */
type Keyed = { readonly key: string } | { readonly id: string } | { readonly form: string };

/** What an entry is known by within its list; stable, other parts of the plan refer to it. */
export function keyOf(entry: Keyed): string {
  if ('key' in entry) return entry.key;
  return 'id' in entry ? entry.id : entry.form;
}

/** A key that no entry has: `group-1`, `group-2` … */
export function freeKey(entries: readonly Keyed[], kind: string): string {
  const taken = new Set(entries.map(keyOf));
  let number = entries.length + 1;
  while (taken.has(`${kind}-${number}`)) number += 1;
  return `${kind}-${number}`;
}

import { isPlainObject, type Json, textOf } from '../../forms/definition.ts';
import { planElementId } from './element.ts';
import type { ElementSet } from './element-set.ts';
import { calendarLists, type ManifestList, manifestLists } from './manifest-lists.ts';

/** Adds the plan itself and every entry of the manifest's lists. `$schema` is for editors and no part of a plan. */
export function addManifest(manifest: Json, set: ElementSet): void {
  const { $schema: _, calendar, ...rest } = manifest;
  set.add({
    id: planElementId,
    kind: 'plan',
    name: textOf(manifest, 'name'),
    parent: undefined,
    slot: '',
    order: 0,
    properties: without(rest, manifestLists),
  });
  if (isPlainObject(calendar)) {
    set.add({
      id: 'calendar',
      kind: 'calendar',
      name: 'calendar',
      parent: planElementId,
      slot: 'calendar',
      order: 0,
      properties: without(calendar, calendarLists),
    });
    for (const list of calendarLists) addList(list, calendar, 'calendar', '', set);
  }
  for (const list of manifestLists) addList(list, manifest, planElementId, '', set);
}

function addList(list: ManifestList, owner: Json, parent: string, ownerKey: string, set: ElementSet): void {
  const entries = owner[list.slot];
  if (!Array.isArray(entries)) return;
  entries.filter(isPlainObject).forEach((entry, order) => {
    const element = set.add({
      id: list.id(entry, ownerKey),
      kind: list.kind,
      name: textOf(entry, list.name),
      parent,
      slot: list.slot,
      order,
      properties: without(entry, list.lists ?? []),
    });
    for (const inner of list.lists ?? [])
      addList(inner, entry, element.id, textOf(entry, list.key ?? ''), set);
  });
}

function without(entry: Json, lists: readonly ManifestList[]): Json {
  const slots = new Set(lists.filter(({ slot }) => Array.isArray(entry[slot])).map(({ slot }) => slot));
  return slots.size === 0
    ? entry
    : Object.fromEntries(Object.entries(entry).filter(([key]) => !slots.has(key)));
}

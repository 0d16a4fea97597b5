import { isPlainObject, type Json } from '../../forms/definition.ts';
import type { ElementKind } from '../elements/element.ts';
import { calendarLists, type ManifestList, manifestLists } from '../elements/manifest-lists.ts';
import type { Lock } from '../lock.ts';
import type { PlanManifest } from '../manifest.ts';

/** Entries that hold the lock for themselves; of the first six each has one. All other locks stand in `locks`. */
const always: readonly ElementKind[] = ['parameter', 'form', 'process', 'decision', 'notice', 'archive'];
const sometimes: readonly ElementKind[] = [
  'indicator',
  'rule',
  'exemption',
  'sheet',
  'view',
  'group',
  'module',
  'window',
];
const holders = [...manifestLists, ...calendarLists].filter(({ kind }) =>
  [...always, ...sometimes].includes(kind),
);

/** What a lock is about: an element of the plan by its id, as a whole or one dotted property of it. */
export interface LockTarget {
  readonly element: string;
  readonly property?: string | undefined;
}

/** The lock that a manifest states for an element or for one property of it; undefined where it states none. */
export function lockStatedIn(manifest: PlanManifest, { element, property }: LockTarget): Lock | undefined {
  const entry = property === undefined ? holderOf(manifest, element)?.entry : undefined;
  if (isPlainObject(entry?.lock)) return entry.lock as Lock;
  return manifest.locks.find((it) => it.element === element && it.property === property)?.lock;
}

/** Whether an element always has a lock of its own, so that it can be changed but not taken away. */
export const alwaysLocked = (kind: ElementKind): boolean => always.includes(kind);

/**
 * The manifest with a lock stated, changed or (undefined) taken away. It is written where the manifest keeps it: with
 * the entry itself, or in `locks`. Of an entry that always has one it cannot be taken away: the manifest stays.
 */
export function withLock(manifest: PlanManifest, target: LockTarget, lock: Lock | undefined): PlanManifest {
  const holder = target.property === undefined ? holderOf(manifest, target.element) : undefined;
  if (holder) {
    if (lock === undefined && alwaysLocked(holder.list.kind)) return manifest;
    return withEntry(manifest, holder, lock);
  }
  const { element, property } = target;
  const at = manifest.locks.findIndex((it) => it.element === element && it.property === property);
  const rest = manifest.locks.filter((_, index) => index !== at);
  if (lock === undefined) return at === -1 ? manifest : { ...manifest, locks: rest };
  const entry = { element, ...(property !== undefined && { property }), lock };
  return { ...manifest, locks: at === -1 ? [...rest, entry] : manifest.locks.with(at, entry) };
}

/** Every lock that a manifest states in `locks`, and with its entries, in the order of the file. */
export function statedLocks(manifest: PlanManifest): readonly (LockTarget & { readonly lock: Lock })[] {
  const inEntries = holders.flatMap((list) =>
    entriesOf(manifest, list).flatMap((entry) =>
      isPlainObject(entry.lock) ? [{ element: list.id(entry, ''), lock: entry.lock as Lock }] : [],
    ),
  );
  return [...inEntries, ...manifest.locks];
}

interface Holder {
  readonly list: ManifestList;
  readonly index: number;
  readonly entry: Json;
}

function holderOf(manifest: PlanManifest, element: string): Holder | undefined {
  const list = holders.find(({ kind }) => element.startsWith(`${kind}:`));
  if (list === undefined) return undefined;
  const entries = entriesOf(manifest, list);
  const index = entries.findIndex((entry) => list.id(entry, '') === element);
  const entry = entries[index];
  return entry && { list, index, entry };
}

function entriesOf(manifest: PlanManifest, list: ManifestList): readonly Json[] {
  const owner: unknown = calendarLists.includes(list) ? manifest.calendar : manifest;
  const entries = isPlainObject(owner) ? owner[list.slot] : undefined;
  return Array.isArray(entries) ? entries.filter(isPlainObject) : [];
}

function withEntry(
  manifest: PlanManifest,
  { list, index, entry }: Holder,
  lock: Lock | undefined,
): PlanManifest {
  const { lock: _, ...rest } = entry;
  const entries = entriesOf(manifest, list).with(index, lock === undefined ? rest : { ...rest, lock });
  if (!calendarLists.includes(list)) return { ...manifest, [list.slot]: entries };
  return {
    ...manifest,
    calendar: { ...manifest.calendar, [list.slot]: entries } as PlanManifest['calendar'],
  };
}

import {
  ArrowDownOutlined,
  ArrowUpOutlined,
  DeleteOutlined,
  ExclamationCircleOutlined,
  LockOutlined,
  PlusOutlined,
} from '@ant-design/icons';
import type { PlanManifest } from '@oneplan/runtime/plan/manifest.ts';
import { EmptyState } from '@oneplan/runtime/ui/state/EmptyState.tsx';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryContext } from './entry-context.ts';
import { EntryHead } from './entry-head.tsx';
import {
  type EntryList,
  type EntryOf,
  elementKindOf,
  entriesOf,
  freeKey,
  keyOf,
  pointerOf,
  withEntries,
} from './entry-lists.ts';
import { useManifestDraft } from './manifest-draft.ts';
import { useEntryPlace } from './use-entry-place.ts';
import { moved, type Patch, withPatch } from './with-patch.ts';

interface EntryEditorProps<L extends EntryList> {
  readonly list: L;
  readonly nameOf: (entry: EntryOf[L]) => string;
  /** A new entry; null where the plan has nothing yet that it could be about. Without it none can be added. */
  readonly fresh?: (manifest: PlanManifest, key: string) => EntryOf[L] | null;
  readonly children: (entry: EntryOf[L], set: (patch: Patch<EntryOf[L]>) => void, index: number) => ReactNode;
}

/** Entries of a list of the manifest: all of them on the left, the open one with its fields on the right. */
export function EntryEditor<L extends EntryList>({ list, nameOf, fresh, children }: EntryEditorProps<L>) {
  const { t } = useTranslation('designer');
  const { manifest, readOnly, locks, change, problemsOf } = useManifestDraft();
  const place = useEntryPlace();
  const [chosen, setChosen] = useState<string | null>(place);
  const entries = entriesOf(manifest, list);
  const index = Math.max(
    entries.findIndex((it) => keyOf(it) === chosen),
    0,
  );
  const entry = entries[index];
  const kind = elementKindOf[list];
  const idOf = (it: EntryOf[L]) => `${kind}:${keyOf(it)}`;
  const isOwn = (it: EntryOf[L]) => (locks.ofElement(idOf(it))?.lock.class ?? 'FREE') === 'FREE';

  const edit = (at: string | null, next: (before: readonly EntryOf[L][]) => readonly EntryOf[L][]) =>
    change(at, (it) => withEntries(it, list, next(entriesOf(it, list))));
  const add = () => {
    const key = freeKey(entries, kind);
    const added = fresh?.(manifest, key);
    if (!added) return;
    edit(null, (before) => [...before, added]);
    setChosen(keyOf(added));
  };
  const mayAdd =
    !readOnly && fresh !== undefined && locks.mayAdd(list, kind) && fresh(manifest, 'x') !== null;

  if (entry === undefined)
    return (
      <EmptyState
        title={t(`settings.${list}.empty`)}
        hint={t(`settings.${list}.emptyHint`)}
        {...(mayAdd && { action: { label: t('settings.add'), onPress: add } })}
      />
    );
  const set = (patch: Patch<EntryOf[L]>) =>
    edit(`${idOf(entry)} ${Object.keys(patch).join()}`, (before) =>
      before.map((it) => (keyOf(it) === keyOf(entry) ? withPatch(it, patch) : it)),
    );
  return (
    <div className="de-desk">
      <nav className="de-desk-list" aria-label={t(`settings.${list}.title`)}>
        {mayAdd && (
          <div className="de-toolbar">
            <Button icon={<PlusOutlined />} onClick={add}>
              {t('settings.add')}
            </Button>
          </div>
        )}
        <ul className="de-lines de-entries">
          {entries.map((it, at) => (
            <li key={keyOf(it)}>
              <button type="button" aria-current={it === entry} onClick={() => setChosen(keyOf(it))}>
                <span className="de-line-name">{nameOf(it)}</span>
                <span className="de-line-marks">
                  {locks.isAbove && !isOwn(it) && (
                    <span className="de-tree-mark" data-kind="locked">
                      <LockOutlined aria-hidden />
                      <span className="op-visually-hidden">{t('settings.fromAbove')}</span>
                    </span>
                  )}
                  {problemsOf(`${pointerOf(list)}/${at}`, idOf(it)).length > 0 && (
                    <span className="de-tree-mark" data-kind="problems">
                      <ExclamationCircleOutlined aria-hidden />
                      <span className="op-visually-hidden">{t('settings.hasProblems')}</span>
                    </span>
                  )}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <EntryContext value={{ element: idOf(entry), name: nameOf(entry) }}>
        <section key={keyOf(entry)} className="de-card de-desk-detail" aria-label={nameOf(entry)}>
          <EntryHead
            kind={kind as Parameters<typeof EntryHead>[0]['kind']}
            pointer={`${pointerOf(list)}/${index}`}
            title={nameOf(entry)}
            actions={
              !readOnly && (
                <>
                  <Button
                    icon={<ArrowUpOutlined />}
                    aria-label={t('settings.upNamed', { name: nameOf(entry) })}
                    disabled={index === 0}
                    onClick={() => edit(null, (before) => moved(before, index, -1))}
                  />
                  <Button
                    icon={<ArrowDownOutlined />}
                    aria-label={t('settings.downNamed', { name: nameOf(entry) })}
                    disabled={index === entries.length - 1}
                    onClick={() => edit(null, (before) => moved(before, index, 1))}
                  />
                  <Button
                    icon={<DeleteOutlined />}
                    aria-label={t('settings.removeNamed', { name: nameOf(entry) })}
                    disabled={!isOwn(entry)}
                    onClick={() => edit(null, (before) => before.filter((_, at) => at !== index))}
                  />
                </>
              )
            }
          />
          {children(entry, set, index)}
        </section>
      </EntryContext>
    </div>
  );
}

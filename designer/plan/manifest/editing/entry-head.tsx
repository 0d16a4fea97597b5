import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useEntry } from './entry-context.ts';
import { useManifestDraft } from './manifest-draft.ts';
import { Problems } from './problems.tsx';
import { StatedLockNote } from './stated-lock-note.tsx';

interface EntryHeadProps {
  readonly kind:
    | 'document'
    | 'dimension'
    | 'part'
    | 'parameter'
    | 'role'
    | 'record'
    | 'archive'
    | 'indicator'
    | 'rule'
    | 'notice'
    | 'window'
    | 'group'
    | 'view'
    | 'sheet'
    | 'module';
  readonly pointer: string;
  readonly title: string;
  readonly actions?: ReactNode;
}

/** The name of the open entry, the rule upon it with what may be done instead, and what is wrong with it. */
export function EntryHead({ kind, pointer, title, actions }: EntryHeadProps) {
  const { t } = useTranslation('designer');
  const { element, name } = useEntry();
  const { locks, problemsOf } = useManifestDraft();
  const stated = locks.ofElement(element);
  return (
    <>
      <div className="de-entry-head">
        <h2>{title}</h2>
        {stated && <StatedLockNote name={name} stated={stated} instead={t(`settings.instead.${kind}`)} />}
        {locks.isAbove && !stated && <span className="de-mark">{t('settings.own')}</span>}
        {actions !== undefined && <span className="de-buttons">{actions}</span>}
      </div>
      <Problems sentences={problemsOf(pointer, element)} />
    </>
  );
}

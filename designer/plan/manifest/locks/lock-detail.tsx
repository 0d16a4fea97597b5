import type { PlanElement, PlanTree } from '@oneplan/runtime/plan/elements/element.ts';
import type { Lock } from '@oneplan/runtime/plan/lock.ts';
import { kindWords } from '@oneplan/runtime/plan/locks/element-words.ts';
import {
  alwaysLocked,
  type LockTarget,
  lockStatedIn,
  withLock,
} from '@oneplan/runtime/plan/locks/state-lock.ts';
import { Select } from 'antd';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { elementName } from '../../comparison/element-name.ts';
import { sayProperty } from '../../comparison/say-property.ts';
import { useMessageLanguage } from '../../use-message-language.ts';
import { EntryContext } from '../editing/entry-context.ts';
import { LockFields } from '../editing/lock-fields.tsx';
import { useManifestDraft } from '../editing/manifest-draft.ts';
import { type LockProperty, lockProperties } from './lock-properties.ts';

interface LockDetailProps {
  readonly element: PlanElement;
  readonly tree: PlanTree;
}

/** What the layers below may do with an element as a whole, and where it differs with single properties of it. */
export function LockDetail({ element, tree }: LockDetailProps) {
  const { t } = useTranslation('designer');
  const language = useMessageLanguage();
  const { manifest, readOnly, change } = useManifestDraft();
  const properties = useMemo(() => lockProperties(element, tree, language), [element, tree, language]);
  const name = elementName(element, tree);
  const ruled = properties.filter(({ property }) =>
    lockStatedIn(manifest, { element: element.id, property }),
  );
  const open = properties.filter((it) => it.worded && !ruled.includes(it));
  const set = (target: LockTarget, lock: Lock | undefined) =>
    change(`lock:${target.element}@${target.property ?? ''}`, (before) => withLock(before, target, lock));
  const word = (it: LockProperty) => (it.list ? t('locks.adding', { what: it.word }) : it.word);
  return (
    <section className="de-card de-desk-detail" aria-label={name}>
      <div className="de-entry-head">
        <h2>
          <span className="de-small de-muted">{kindWords[language][element.kind]} </span>
          {name}
        </h2>
      </div>
      <RuleOf target={{ element: element.id }} name={name}>
        <LockFields
          lock={lockStatedIn(manifest, { element: element.id })}
          required={alwaysLocked(element.kind)}
          onChange={(lock) => set({ element: element.id }, lock)}
        />
      </RuleOf>
      {ruled.map((it) => {
        const target = { element: element.id, property: it.property };
        return (
          <section key={it.property} aria-label={word(it)} className="de-lock-property">
            <h3>
              {word(it)}{' '}
              {!it.list && (
                <span className="de-muted de-small">
                  {t('locks.now', { value: sayProperty(element, it.property, it.value, tree, language) })}
                </span>
              )}
            </h3>
            <RuleOf target={target} name={`${name} ${word(it)}`}>
              <LockFields lock={lockStatedIn(manifest, target)} onChange={(lock) => set(target, lock)} />
            </RuleOf>
          </section>
        );
      })}
      {!readOnly && open.length > 0 && (
        <Select
          className="de-lock-add"
          aria-label={t('locks.ofProperty')}
          placeholder={t('locks.ofProperty')}
          value={null}
          showSearch
          optionFilterProp="label"
          options={open.map((it) => ({ value: it.property, label: word(it) }))}
          onChange={(property: string | null) => {
            if (property !== null) set({ element: element.id, property }, { class: 'LOCKED' });
          }}
        />
      )}
    </section>
  );
}

interface RuleOfProps {
  readonly target: LockTarget;
  readonly name: string;
  readonly children: ReactNode;
}

/** Tells the fields whose rule they show: the layer above may have stated it, and then it stays. */
function RuleOf({ target: { element, property }, name, children }: RuleOfProps) {
  const { manifest } = useManifestDraft();
  const listed = manifest.locks.some((it) => it.element === element && it.property === property);
  const entry = listed ? `lock:${element}${property === undefined ? '' : `@${property}`}` : element;
  const value = useMemo(() => ({ element: entry, name }), [entry, name]);
  return <EntryContext value={value}>{children}</EntryContext>;
}

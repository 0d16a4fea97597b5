import type { PlanTree } from '@oneplan/runtime/plan/elements/element.ts';
import { kindWords } from '@oneplan/runtime/plan/locks/element-words.ts';
import { lockStatedIn, statedLocks } from '@oneplan/runtime/plan/locks/state-lock.ts';
import { Input } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findElements } from '../../explanation/find-elements.ts';
import { useMessageLanguage } from '../../use-message-language.ts';
import { useManifestDraft } from '../editing/manifest-draft.ts';

interface LockTargetListProps {
  readonly tree: PlanTree;
  readonly chosen: string | null;
  readonly onChoose: (element: string) => void;
}

const shownAtOnce = 80;

/** What a rule is stated for, or, once something is typed, everything of the plan that bears the words. */
export function LockTargetList({ tree, chosen, onChoose }: LockTargetListProps) {
  const { t } = useTranslation('designer');
  const language = useMessageLanguage();
  const { manifest } = useManifestDraft();
  const [words, setWords] = useState('');
  const wanted = useDeferredValue(words.trim());
  const named = useMemo(() => findElements(tree, wanted), [tree, wanted]);
  const ruled = useMemo(() => new Set(statedLocks(manifest).map(({ element }) => element)), [manifest]);
  const found = wanted === '' ? named.filter(({ element }) => ruled.has(element.id)) : named;
  const gone = wanted === '' ? [...ruled].filter((element) => !tree.has(element)) : [];
  const rest = found.length - shownAtOnce;
  return (
    <nav className="de-desk-list" aria-label={t('locks.targets')}>
      <Input.Search
        allowClear
        value={words}
        aria-label={t('locks.search')}
        placeholder={t('locks.search')}
        onChange={(event) => setWords(event.target.value)}
      />
      <p className="de-muted de-small">
        {t(wanted === '' ? 'locks.stated' : 'locks.found', { count: found.length + gone.length })}
      </p>
      <ul className="de-lines de-entries">
        {gone.map((element) => (
          <li key={element}>
            <button type="button" aria-current={element === chosen} onClick={() => onChoose(element)}>
              <span className="de-line-name">{element}</span>
              <span className="de-lock-word" data-class="gone">
                {t('locks.gone')}
              </span>
            </button>
          </li>
        ))}
        {found.slice(0, shownAtOnce).map(({ element, name, within }) => {
          const lock = lockStatedIn(manifest, { element: element.id });
          return (
            <li key={element.id}>
              <button type="button" aria-current={element.id === chosen} onClick={() => onChoose(element.id)}>
                <span className="de-line-name">
                  {name}
                  <span className="de-small de-muted">
                    {' '}
                    {kindWords[language][element.kind]}
                    {within !== undefined && ` · ${within}`}
                  </span>
                </span>
                {(lock !== undefined || ruled.has(element.id)) && (
                  <span className="de-lock-word" data-class={lock?.class}>
                    {lock === undefined ? t('locks.partly') : t(`workbench.lock.short.${lock.class}`)}
                  </span>
                )}
              </button>
            </li>
          );
        })}
      </ul>
      {rest > 0 && <p className="de-muted de-small">{t('explanation.more', { count: rest })}</p>}
    </nav>
  );
}

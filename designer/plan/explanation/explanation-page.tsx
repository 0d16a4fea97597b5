import type { PlanTree } from '@oneplan/runtime/plan/elements/element.ts';
import { kindWords } from '@oneplan/runtime/plan/locks/element-words.ts';
import { PageError } from '@oneplan/runtime/ui/state/PageError.tsx';
import { Input } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Answer } from '../../app/answer.tsx';
import { useDocumentTitle } from '../../app/use-document-title.ts';
import { addresses, placeParameter } from '../addresses.ts';
import { useDraftSide } from '../comparison/plan-side.ts';
import { EditorHead } from '../editing/editor-head.tsx';
import { useMessageLanguage } from '../use-message-language.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';
import { ElementExplanation } from './element-explanation.tsx';
import { findElements } from './find-elements.ts';
import './explanation.css';

/** 依据查询: find anything of the plan, and see who set it, when, and on which clause. */
export function ExplanationPage() {
  const { t } = useTranslation('designer');
  const [search] = useSearchParams();
  const asked = search.get(placeParameter);
  const draft = useDraftSide();
  useDocumentTitle(t('explanation.title'));
  return (
    <div className="de-editor">
      <EditorHead title={t('explanation.title')} hint={t('explanation.hint')} />
      <Answer of={draft}>
        {(side) =>
          side === null ? (
            <PageError message={t('comparison.unreadable')} />
          ) : (
            <div className="de-editor-body de-explanation">
              <Finder tree={side.tree} asked={asked} />
              {asked === null ? (
                <p className="de-muted">{t('explanation.choose')}</p>
              ) : (
                <ElementExplanation key={asked} element={asked} />
              )}
            </div>
          )
        }
      </Answer>
    </div>
  );
}

const shownAtOnce = 60;

function Finder({ tree, asked }: { readonly tree: PlanTree; readonly asked: string | null }) {
  const { t } = useTranslation('designer');
  const { layer } = useWorkbench();
  const language = useMessageLanguage();
  const [words, setWords] = useState('');
  const wanted = useDeferredValue(words);
  const found = useMemo(() => findElements(tree, wanted), [tree, wanted]);
  const rest = found.length - shownAtOnce;
  return (
    <nav aria-label={t('explanation.results')} className="de-finder">
      <Input.Search
        allowClear
        value={words}
        aria-label={t('explanation.search')}
        placeholder={t('explanation.search')}
        onChange={(event) => setWords(event.target.value)}
      />
      {found.length === 0 && <p className="de-muted">{t('explanation.none')}</p>}
      <ul>
        {found.slice(0, shownAtOnce).map(({ element, name, within }) => (
          <li key={element.id}>
            <Link
              to={addresses.explanation(layer.id, element.id)}
              className="de-tree-link"
              aria-current={element.id === asked ? 'page' : undefined}
            >
              <span className="de-tree-name">
                {name}
                <span className="de-small de-muted">
                  {kindWords[language][element.kind]}
                  {within !== undefined && ` · ${within}`}
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {rest > 0 && <p className="de-muted">{t('explanation.more', { count: rest })}</p>}
    </nav>
  );
}

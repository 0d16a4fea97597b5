import { SendOutlined } from '@ant-design/icons';
import { type FilingSummary, getFiling, withdrawFiling } from '@oneplan/runtime/contracts/api/filings.ts';
import { useApi } from '@oneplan/runtime/ui/api/api-context.tsx';
import { useProblemText } from '@oneplan/runtime/ui/api/problem-words.ts';
import { useAnswer } from '@oneplan/runtime/ui/api/use-answer.ts';
import { EmptyState } from '@oneplan/runtime/ui/state/EmptyState.tsx';
import { App, Button, Popconfirm } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Answer } from '../../app/answer.tsx';
import { useDocumentTitle } from '../../app/use-document-title.ts';
import { useMe } from '../../session/me-context.ts';
import type { ElementComments } from '../comparison/element-comment.tsx';
import { EditorHead } from '../editing/editor-head.tsx';
import { useWorkbench } from '../workbench/workbench-context.ts';
import { DecisionForm } from './decision-form.tsx';
import { FiledChanges } from './filed-changes.tsx';
import { FilingFacts } from './filing-facts.tsx';
import { useForgetLifecycle, useLifecycle } from './use-lifecycle.ts';
import '../comparison/comparison.css';
import './filing.css';

/** 备案: what was filed with the authority above; that authority decides on it here, element by element. */
export function FilingPage() {
  const { t } = useTranslation('designer');
  const { layer } = useWorkbench();
  const lifecycle = useLifecycle(layer.id);
  useDocumentTitle(t('filing.title'));
  return (
    <div className="de-editor de-comparison">
      <Answer of={lifecycle}>
        {({ filing }) =>
          filing === null ? (
            <>
              <EditorHead title={t('filing.title')} />
              <EmptyState icon={<SendOutlined />} title={t('filing.empty')} hint={t('filing.emptyHint')} />
            </>
          ) : (
            <Filing key={filing.id} filing={filing} />
          )
        }
      </Answer>
    </div>
  );
}

function Filing({ filing }: { readonly filing: FilingSummary }) {
  const { t } = useTranslation('designer');
  const { layer } = useWorkbench();
  const me = useMe();
  const detail = useAnswer(getFiling, { params: { id: filing.id } });
  const [written, setWritten] = useState<ReadonlyMap<string, string>>(new Map());
  const task = detail.data?.task ?? null;
  const isDecided = task === null;
  const comments = useMemo<ElementComments>(() => {
    if (isDecided) return { texts: new Map(filing.comments.map(({ element, text }) => [element, text])) };
    const texts = new Map<string, string>();
    return {
      texts,
      onChange: (element, text) => {
        texts.set(element, text);
        setWritten(new Map(texts));
      },
    };
  }, [isDecided, filing]);
  const mayWithdraw = filing.state === 'filed' && layer.editable && me.permissions.includes('plan.publish');
  return (
    <>
      <EditorHead
        title={t('filing.of', { name: filing.orgUnit.name, authority: filing.authority.name })}
        hint={filing.planName}
        actions={mayWithdraw && !task && <Withdraw />}
      />
      <div className="de-editor-body de-filing">
        <section className="de-card">
          <FilingFacts filing={filing} />
        </section>
        {task && <DecisionForm filingId={filing.id} task={task} comments={written} />}
      </div>
      {filing.state === 'lapsed' ? (
        <p className="de-editor-body de-muted">{t('filing.lapsed')}</p>
      ) : (
        <FiledChanges comments={comments} />
      )}
    </>
  );
}

function Withdraw() {
  const { t } = useTranslation('designer');
  const { layer } = useWorkbench();
  const api = useApi();
  const textOf = useProblemText();
  const forget = useForgetLifecycle();
  const { message } = App.useApp();
  const withdraw = async () => {
    try {
      await api.call(withdrawFiling, { params: { id: layer.id } });
      forget();
    } catch (error) {
      void message.error(textOf(error));
    }
  };
  return (
    <Popconfirm
      title={t('filing.withdrawAsk')}
      okText={t('filing.withdraw')}
      cancelText={t('publishing.dialog.cancel')}
      onConfirm={() => void withdraw()}
    >
      <Button>{t('filing.withdraw')}</Button>
    </Popconfirm>
  );
}

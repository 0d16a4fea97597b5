import { CheckCircleOutlined, CloseOutlined, ReloadOutlined } from '@ant-design/icons';
import type { checkLayer } from '@oneplan/runtime/contracts/api/plans.ts';
import type { AnswerOf } from '@oneplan/runtime/ui/api/client.ts';
import type { UseQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Answer } from '../../app/answer.tsx';
import type { RefusedSave } from '../workbench/workbench-context.ts';
import { FindingList } from './finding-list.tsx';
import { useVerdict } from './use-verdict.ts';
import './findings.css';

interface FindingsDrawerProps {
  readonly check: UseQueryResult<AnswerOf<typeof checkLayer>>;
  readonly refused: RefusedSave | null;
  readonly onClose: () => void;
  readonly onAgain: () => unknown;
}

/** 检查结果, below the editor: what keeps the draft from being published, each leading to its place. */
export function FindingsDrawer({ check, refused, onClose, onAgain }: FindingsDrawerProps) {
  const { t } = useTranslation('designer');
  const verdict = useVerdict(check.data?.findings);
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus({ preventScroll: true }), []);
  return (
    <section ref={box} className="de-findings" aria-labelledby="de-findings-title" tabIndex={-1}>
      <header>
        <h2 id="de-findings-title">{t('publishing.findings.title')}</h2>
        <p role="status">
          {check.isFetching
            ? t('publishing.findings.checking')
            : verdict !== undefined && verdict.kind !== 'clean' && verdict.text}
        </p>
        <Button size="small" type="text" icon={<ReloadOutlined />} onClick={() => void onAgain()}>
          {t('publishing.findings.again')}
        </Button>
        <Button
          size="small"
          type="text"
          icon={<CloseOutlined />}
          aria-label={t('publishing.findings.close')}
          onClick={onClose}
        />
      </header>
      <div className="de-findings-body">
        {refused && refused.findings.length > 0 && (
          <section>
            <h3>{t('publishing.findings.refused')}</h3>
            <FindingList findings={refused.findings} />
          </section>
        )}
        <Answer of={check} lines={2}>
          {({ findings }) =>
            findings.length > 0 ? (
              <FindingList findings={findings} />
            ) : (
              refused === null && (
                <p className="de-clean">
                  <CheckCircleOutlined aria-hidden /> {verdict?.text}
                </p>
              )
            )
          }
        </Answer>
      </div>
    </section>
  );
}

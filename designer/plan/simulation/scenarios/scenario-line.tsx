import { CheckCircleOutlined, CloseCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useMessageLanguage } from '../../use-message-language.ts';
import type { ReplayResult } from './replay-results.ts';

interface ScenarioLineProps {
  readonly result: ReplayResult;
  /** Name of the flow, where it is another one than the flow that is open. */
  readonly flow: string | undefined;
  /** Led to from a finding. */
  readonly sought: boolean;
  readonly onDownload: () => void;
  /** Absent: the layer is not one’s own to change. */
  readonly onRemove: (() => void) | undefined;
  /** Absent: nothing to record anew, or its steps can not be taken any more. */
  readonly onRecordAnew: (() => void) | undefined;
}

/** One scenario: green, or red with the first difference and the ways to mend it. */
export function ScenarioLine({
  result,
  flow,
  sought,
  onDownload,
  onRemove,
  onRecordAnew,
}: ScenarioLineProps) {
  const { t } = useTranslation('designer');
  const language = useMessageLanguage();
  const line = useRef<HTMLLIElement>(null);
  const {
    finding,
    scenario: { name },
  } = result;
  useEffect(() => {
    if (!sought) return;
    line.current?.scrollIntoView({ block: 'center' });
    line.current?.focus();
  }, [sought]);
  return (
    <li
      ref={line}
      tabIndex={sought ? -1 : undefined}
      data-differs={finding !== undefined}
      data-sought={sought}
    >
      <strong>{name}</strong>
      {flow !== undefined && <span className="de-muted">{flow}</span>}
      {finding === undefined ? (
        <span className="de-clean">
          <CheckCircleOutlined aria-hidden /> {t('simulation.scenarios.same')}
        </span>
      ) : (
        <span className="de-found">
          <CloseCircleOutlined aria-hidden /> {finding.sentence[language]}
        </span>
      )}
      <span className="de-buttons">
        {onRecordAnew && (
          <Button size="small" onClick={onRecordAnew}>
            {t('simulation.scenarios.anew')}
            <span className="op-visually-hidden"> {name}</span>
          </Button>
        )}
        <Button size="small" onClick={onDownload}>
          {t('simulation.scenarios.download')}
          <span className="op-visually-hidden"> {name}</span>
        </Button>
        {onRemove && (
          <Button size="small" onClick={onRemove}>
            {t('simulation.scenarios.remove')}
            <span className="op-visually-hidden"> {name}</span>
          </Button>
        )}
      </span>
    </li>
  );
}

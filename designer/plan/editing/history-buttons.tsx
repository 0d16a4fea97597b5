import { RedoOutlined, UndoOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { EditHistory, HistoryStep } from './edit-history.ts';

interface HistoryButtonsProps {
  readonly history: EditHistory<unknown>;
  readonly onStep: (step: HistoryStep) => void;
}

/** 撤销 and 重做. */
export function HistoryButtons({ history, onStep }: HistoryButtonsProps) {
  const { t } = useTranslation('designer');
  return (
    <>
      <Button icon={<UndoOutlined />} disabled={history.past.length === 0} onClick={() => onStep('undo')}>
        {t('workbench.undo')}
      </Button>
      <Button icon={<RedoOutlined />} disabled={history.future.length === 0} onClick={() => onStep('redo')}>
        {t('workbench.redo')}
      </Button>
    </>
  );
}

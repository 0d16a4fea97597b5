import { LockOutlined } from '@ant-design/icons';
import { Badge, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useMatch, useNavigate } from 'react-router';
import { addresses } from '../addresses.ts';
import { SaveState } from '../editing/save-state.tsx';
import { NextActButton } from '../filing/next-act-button.tsx';
import { PresenceHint } from './presence-hint.tsx';
import { type OpenDraft, useWorkbench } from './workbench-context.ts';
import './workbench-bar.css';

interface WorkbenchBarProps {
  readonly draft: OpenDraft | null;
  readonly onCompare: () => void;
  /** Absent where the layer is only looked at. */
  readonly onCheck?: () => void;
  readonly onPublish?: () => void;
  readonly onFile: (authority: string) => void;
}

/** Plan ▸ layer ▸ version, how saving stands, and what may be done with the whole draft. */
export function WorkbenchBar({ draft, onCompare, onCheck, onPublish, onFile }: WorkbenchBarProps) {
  const { t } = useTranslation('designer');
  const { layer, findings } = useWorkbench();
  const problems = findings?.length ?? 0;
  const navigate = useNavigate();
  const process = useMatch('/layers/:layerId/processes/:key')?.params.key;
  return (
    <>
      <nav aria-label={t('workbench.path')}>
        <ol className="de-path">
          <li>
            <Link to={addresses.layers} title={t('workbench.back')}>
              {layer.planName}
            </Link>
          </li>
          <li>{layer.orgUnit.name}</li>
          <li aria-current="location">
            {layer.editable
              ? t('workbench.nextDraft', { version: (layer.published?.version ?? 0) + 1 })
              : t('workbench.viewOnly')}
            {!layer.editable && <LockOutlined aria-hidden className="de-lock-icon" />}
          </li>
        </ol>
      </nav>
      <div className="de-top-actions">
        <PresenceHint />
        {layer.editable && <SaveState draft={draft} />}
        <Button onClick={onCompare} title={t('comparison.key')} aria-keyshortcuts="d">
          {t('comparison.title')}
        </Button>
        {onCheck && (
          <Badge count={problems} size="small" color="var(--op-overdue)">
            <Button
              onClick={onCheck}
              aria-label={
                problems === 0 ? t('workbench.check') : t('workbench.checkCount', { count: problems })
              }
            >
              {t('workbench.check')}
            </Button>
          </Badge>
        )}
        <Button onClick={() => void navigate(addresses.simulation(layer.id, process))}>
          {t('simulation.title')}
        </Button>
        {onPublish && <NextActButton onPublish={onPublish} onFile={onFile} />}
      </div>
    </>
  );
}

import {
  CheckCircleOutlined,
  EditOutlined,
  ExclamationCircleOutlined,
  SyncOutlined,
} from '@ant-design/icons';
import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OpenDraft } from '../workbench/workbench-context.ts';
import { useSayClock } from './say-clock.ts';

const icons = {
  saved: CheckCircleOutlined,
  unsaved: EditOutlined,
  saving: SyncOutlined,
  failed: ExclamationCircleOutlined,
};

/** How saving stands, in words; readers hear it when it changes. */
export function SaveState({ draft }: { readonly draft: OpenDraft | null }) {
  const { t } = useTranslation('designer');
  const sayClock = useSayClock();
  return (
    <p className="de-save-state" role="status" data-phase={draft?.phase}>
      {draft && (
        <Tooltip title={draft.name}>
          <span>
            <SaveIcon phase={draft.phase} />{' '}
            {t(`workbench.state.${draft.phase}`, { at: sayClock(draft.savedAt) })}
          </span>
        </Tooltip>
      )}
    </p>
  );
}

function SaveIcon({ phase }: { readonly phase: OpenDraft['phase'] }) {
  const Icon = icons[phase];
  return <Icon aria-hidden />;
}

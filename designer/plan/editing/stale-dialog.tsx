import { DownloadOutlined } from '@ant-design/icons';
import { useSayMoment } from '@oneplan/runtime/ui/say-moment.ts';
import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ArtefactSummary } from '../artefact-ref.ts';
import { downloadArtefact } from './download-artefact.ts';
import type { Draft } from './use-draft.ts';

interface StaleDialogProps {
  readonly draft: Draft;
  readonly artefact: ArtefactSummary;
  /** Reads the newest content; `mine` is what was not saved. */
  readonly onLoad: (mine: string) => void;
}

/** Somebody saved in between: who, when, and the ways on. Nothing is lost by any of them. */
export function StaleDialog({ draft, artefact, onLoad }: StaleDialogProps) {
  const { t } = useTranslation('designer');
  const sayWhen = useSayMoment();
  const { stale, keepEditing } = draft;
  if (stale === null) return null;
  const load = () => {
    keepEditing();
    onLoad(stale.mine);
  };
  return (
    <Modal
      open
      title={t('workbench.stale.title', { name: artefact.name })}
      onCancel={keepEditing}
      footer={[
        <Button key="stay" onClick={keepEditing}>
          {t('workbench.stale.stay')}
        </Button>,
        <Button
          key="download"
          icon={<DownloadOutlined />}
          onClick={() => downloadArtefact(artefact, stale.mine)}
        >
          {t('workbench.stale.download')}
        </Button>,
        <Button key="load" type="primary" onClick={load}>
          {t('workbench.stale.load')}
        </Button>,
      ]}
    >
      <p>
        {t('workbench.stale.text', {
          who: stale.savedBy ?? t('workbench.stale.somebody'),
          when: sayWhen(stale.savedAt),
        })}
      </p>
      <p>{t('workbench.stale.choice')}</p>
    </Modal>
  );
}

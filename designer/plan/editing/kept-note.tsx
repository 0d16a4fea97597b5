import { DownloadOutlined, EyeOutlined, InfoCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArtefactSummary } from '../artefact-ref.ts';
import { ArtefactDialog } from './artefact-dialog.tsx';
import { downloadArtefact } from './download-artefact.ts';

interface KeptNoteProps {
  readonly artefact: ArtefactSummary;
  readonly mine: string | null;
}

/** After the newest content was loaded: one’s own earlier changes, to look at and to keep as a file. */
export function KeptNote({ artefact, mine }: KeptNoteProps) {
  const { t } = useTranslation('designer');
  const [shown, setShown] = useState(false);
  if (mine === null) return null;
  return (
    <>
      <div className="de-note" role="note">
        <InfoCircleOutlined aria-hidden />
        <span>{t('workbench.stale.kept')}</span>
        <span className="de-buttons">
          {artefact.kind !== 'manifest' && (
            <Button size="small" icon={<EyeOutlined />} onClick={() => setShown(true)}>
              {t('workbench.stale.compare')}
            </Button>
          )}
          <Button size="small" icon={<DownloadOutlined />} onClick={() => downloadArtefact(artefact, mine)}>
            {t('workbench.stale.download')}
          </Button>
        </span>
      </div>
      {shown && (
        <ArtefactDialog
          title={t('workbench.stale.compareTitle')}
          artefact={artefact}
          content={mine}
          onClose={() => setShown(false)}
        />
      )}
    </>
  );
}

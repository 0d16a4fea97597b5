import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ArtefactRef } from '../artefact-ref.ts';
import { downloadArtefact } from '../editing/download-artefact.ts';

interface ExportButtonProps {
  readonly artefact: ArtefactRef;
  readonly read: () => Promise<string>;
}

/** Hands the file out as it stands in the editor. */
export function ExportButton({ artefact, read }: ExportButtonProps) {
  const { t } = useTranslation('designer');
  return (
    <Button icon={<DownloadOutlined />} onClick={async () => downloadArtefact(artefact, await read())}>
      {t('decisions.export')}
    </Button>
  );
}

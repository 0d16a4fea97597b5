import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Answer } from '../../app/answer.tsx';
import { useDocumentTitle } from '../../app/use-document-title.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';
import { type DraftFile, useDraftFile } from './draft-file.ts';
import { ProcessEditor } from './process-editor.tsx';
import { ProcessView } from './process-view.tsx';
import { useReadOnlyReason } from './use-read-only.ts';

/** A flow of the draft: in the modeler, or to look at where it may not be changed. */
export function ProcessPage() {
  const { t } = useTranslation('designer');
  const { key = '' } = useParams();
  const { layer } = useWorkbench();
  const file = useDraftFile(layer.id, { kind: 'process', key });
  return (
    <Answer of={file} notFound={t('workbench.notThere')}>
      {(data) => <OpenProcess key={key} file={data} onReload={() => void file.refetch()} />}
    </Answer>
  );
}

interface OpenProcessProps {
  readonly file: DraftFile;
  readonly onReload: () => void;
}

function OpenProcess({ file, onReload }: OpenProcessProps) {
  const reason = useReadOnlyReason(file.artefact);
  const [mine, setMine] = useState<string | null>(null);
  useDocumentTitle(file.artefact.name);
  if (reason !== null) return <ProcessView artefact={file.artefact} xml={file.content} reason={reason} />;
  return (
    <ProcessEditor
      key={file.opening}
      file={file}
      mine={mine}
      onLoadNewest={(kept) => {
        setMine(kept);
        onReload();
      }}
    />
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Answer } from '../../app/answer.tsx';
import { useDocumentTitle } from '../../app/use-document-title.ts';
import { type DraftFile, useDraftFile } from '../editing/draft-file.ts';
import { useReadOnlyReason } from '../editing/use-read-only.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';
import { DecisionEditor } from './decision-editor.tsx';
import { DecisionView } from './decision-view.tsx';
import { useDecisionLocks } from './use-decision-locks.ts';

/** A decision table of the draft: in its editor, or to look at where it may not be changed. */
export function DecisionPage() {
  const { t } = useTranslation('designer');
  const { key = '' } = useParams();
  const { layer } = useWorkbench();
  const file = useDraftFile(layer.id, { kind: 'decision', key });
  return (
    <Answer of={file} notFound={t('workbench.notThere')}>
      {(data) => <OpenDecision key={key} file={data} onReload={() => void file.refetch()} />}
    </Answer>
  );
}

interface OpenDecisionProps {
  readonly file: DraftFile;
  readonly onReload: () => void;
}

function OpenDecision({ file, onReload }: OpenDecisionProps) {
  const reason = useReadOnlyReason(file.artefact);
  const locks = useDecisionLocks(file.artefact.key);
  const [mine, setMine] = useState<string | null>(null);
  useDocumentTitle(file.artefact.name);
  if (reason !== null) return <DecisionView artefact={file.artefact} xml={file.content} reason={reason} />;
  if (locks === undefined) return null;
  return (
    <DecisionEditor
      key={file.opening}
      file={file}
      locks={locks}
      mine={mine}
      onLoadNewest={(kept) => {
        setMine(kept);
        onReload();
      }}
    />
  );
}

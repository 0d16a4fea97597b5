import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Answer } from '../../app/answer.tsx';
import { useDocumentTitle } from '../../app/use-document-title.ts';
import type { ArtefactRef } from '../artefact-ref.ts';
import { readForm } from '../findings/finding-place.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';
import { type DraftFile, useDraftFile } from './draft-file.ts';
import { FormEditor } from './form-editor.tsx';
import { FormView } from './form-view.tsx';
import { UnreadablePage } from './unreadable-page.tsx';
import { useReadOnlyReason } from './use-read-only.ts';

/** A form of the draft: in the builder, or to look at where it may not be changed. */
export function FormPage() {
  const { t } = useTranslation('designer');
  const { key = '' } = useParams();
  const { layer } = useWorkbench();
  const file = useDraftFile(layer.id, { kind: 'form', key });
  return (
    <Answer of={file} notFound={t('workbench.notThere')}>
      {(data) => <OpenForm key={key} file={data} onReload={() => void file.refetch()} />}
    </Answer>
  );
}

interface OpenFormProps {
  readonly file: DraftFile;
  readonly onReload: () => void;
}

function OpenForm({ file, onReload }: OpenFormProps) {
  const ref: ArtefactRef = file.artefact;
  const reason = useReadOnlyReason(ref);
  const [mine, setMine] = useState<string | null>(null);
  useDocumentTitle(file.artefact.name);
  const form = readForm(file.content);
  if (!form) return <UnreadablePage artefact={file.artefact} />;
  if (reason !== null) return <FormView artefact={file.artefact} form={form} reason={reason} />;
  return (
    <FormEditor
      key={file.opening}
      file={file}
      form={form}
      mine={mine}
      onLoadNewest={(kept) => {
        setMine(kept);
        onReload();
      }}
    />
  );
}

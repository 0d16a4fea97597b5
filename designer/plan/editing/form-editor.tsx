import { EyeOutlined } from '@ant-design/icons';
import type { FormDefinition } from '@oneplan/runtime/ui/formio/renderable.ts';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormBuilder, type FormBuilderHandle } from '../../formio/FormBuilder.tsx';
import { lockOf } from '../lock-of.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';
import type { DraftFile } from './draft-file.ts';
import { EditorHead } from './editor-head.tsx';
import { FormPreview } from './form-preview.tsx';
import { formText } from './form-text.ts';
import { KeptNote } from './kept-note.tsx';
import { leadToComponent } from './lead-to-component.ts';
import { LeaveGuard } from './leave-guard.tsx';
import { SaveButton } from './save-button.tsx';
import { StaleDialog } from './stale-dialog.tsx';
import { useDraft } from './use-draft.ts';
import { usePlace } from './use-place.ts';

interface FormEditorProps {
  readonly file: DraftFile;
  readonly form: FormDefinition;
  /** What was not saved before the newest content was loaded. */
  readonly mine: string | null;
  readonly onLoadNewest: (mine: string) => void;
}

/** Form.io’s builder on one form of the draft. */
export function FormEditor({ file, form, mine, onLoadNewest }: FormEditorProps) {
  const { t } = useTranslation('designer');
  const { manifest } = useWorkbench();
  const { artefact } = file;
  const builder = useRef<FormBuilderHandle>(null);
  const host = useRef<HTMLDivElement>(null);
  const [preview, setPreview] = useState<FormDefinition | null>(null);
  const saved = useRef(formText(form));
  const current = () => builder.current?.getDefinition() ?? form;
  const draft = useDraft({ file, read: () => formText(current()) });
  usePlace(host, (place) => (host.current ? leadToComponent(host.current, place) : false));

  const onChange = (definition: FormDefinition) => {
    if (draft.state.phase === 'saved' && draft.state.edits === 0 && formText(definition) === saved.current)
      return;
    draft.edited();
  };

  return (
    <div className="de-editor" ref={host}>
      <EditorHead
        title={artefact.name}
        code={manifest?.forms.find(({ key }) => key === artefact.key)?.code}
        lock={lockOf(manifest, artefact)}
        element={`form:${artefact.key}`}
        actions={
          <>
            <Button icon={<EyeOutlined />} onClick={() => setPreview(current())}>
              {t('workbench.preview')}
            </Button>
            <SaveButton draft={draft} />
          </>
        }
      />
      <KeptNote artefact={artefact} mine={mine} />
      <div className="de-editor-body de-form-builder">
        <FormBuilder ref={builder} definition={form} onChange={onChange} />
      </div>
      <LeaveGuard draft={draft} name={artefact.name} />
      <StaleDialog draft={draft} artefact={artefact} onLoad={onLoadNewest} />
      {preview && <FormPreview name={artefact.name} form={preview} onClose={() => setPreview(null)} />}
    </div>
  );
}

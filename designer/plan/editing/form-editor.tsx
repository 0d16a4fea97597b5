import { EyeOutlined } from '@ant-design/icons';
import { labelOf } from '@oneplan/runtime/forms/definition.ts';
import type { FormDefinition } from '@oneplan/runtime/ui/formio/renderable.ts';
import { Button } from 'antd';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findComponent, withComponentAt } from '../../formio/component-places.ts';
import { FormBuilder, type FormBuilderHandle } from '../../formio/FormBuilder.tsx';
import { scaleOptions } from '../../formio/setup/rating-scales.ts';
import { ComponentPanel } from '../form-studio/component-panel.tsx';
import { FormMenu } from '../form-studio/form-menu.tsx';
import { planLocks } from '../form-studio/in-plan/plan-locks.ts';
import { RemovalDialog } from '../form-studio/in-plan/removal-dialog.tsx';
import { removedUses } from '../form-studio/in-plan/removed-uses.ts';
import { usePlanAround } from '../form-studio/in-plan/use-plan-around.ts';
import { indicatorOptions, termOptions } from '../form-studio/plan-options.ts';
import { FormPreview } from '../form-studio/preview/form-preview.tsx';
import { useFormEdits } from '../form-studio/use-form-edits.ts';
import { useFormLocks } from '../form-studio/use-form-locks.ts';
import { useLockWords } from '../form-studio/use-lock-words.ts';
import { useLayersAbove } from '../layers/use-layers-above.ts';
import { lockOf } from '../lock-of.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';
import type { DraftFile } from './draft-file.ts';
import { EditorHead } from './editor-head.tsx';
import { formText } from './form-text.ts';
import { HistoryButtons } from './history-buttons.tsx';
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
  const [inspected, setInspected] = useState<string | null>(null);
  const locks = useFormLocks(artefact.key);
  const around = usePlanAround(artefact.key);
  const { data: above } = useLayersAbove();
  const locksOnPlan = useMemo(() => above && planLocks(above), [above]);
  const removedBy = useCallback(
    (after: FormDefinition, before: FormDefinition) => {
      const plan = around(before);
      return plan && removedUses(plan, artefact.key, before, after);
    },
    [around, artefact.key],
  );
  const { accept, history, step, removal, answerRemoval } = useFormEdits(builder, form, locks, removedBy);
  const { mark } = useLockWords();
  const current = () => builder.current?.getDefinition() ?? form;
  const draft = useDraft({ file, read: () => formText(current()) });
  usePlace(host, (place) => (host.current ? leadToComponent(host.current, place) : false));

  const marks = useCallback(
    (id: string) => {
      const stated = locks?.ofComponent(id);
      const node = stated && findComponent(builder.current?.getDefinition() ?? form, id);
      return node && mark(labelOf(node.component), stated);
    },
    [form, locks, mark],
  );
  const previewPlan = preview && around(preview);
  const node = inspected === null ? undefined : findComponent(current(), inspected);

  return (
    <div className="de-editor" ref={host}>
      <EditorHead
        title={artefact.name}
        code={manifest?.forms.find(({ key }) => key === artefact.key)?.code}
        lock={lockOf(manifest, artefact)}
        element={`form:${artefact.key}`}
        actions={
          <>
            <HistoryButtons history={history} onStep={step} />
            <Button icon={<EyeOutlined />} onClick={() => setPreview(current())}>
              {t('workbench.preview')}
            </Button>
            <FormMenu
              artefact={artefact}
              current={current}
              around={around}
              onImport={(next) => builder.current?.setDefinition(next) ?? false}
            />
            <SaveButton draft={draft} />
          </>
        }
      />
      <KeptNote artefact={artefact} mine={mine} />
      <div className="de-editor-body de-form-builder">
        <FormBuilder
          key={locks === undefined ? 'free' : 'locked'}
          ref={builder}
          definition={current()}
          planOptions={{
            terms: termOptions(manifest),
            indicators: indicatorOptions(manifest),
            grades: scaleOptions('fourGrades', t('formPalette.scaleWords.fourGrades').split(' ')),
            hoursUnit: t('formPalette.hoursUnit'),
          }}
          accept={accept}
          marks={marks}
          onInspect={setInspected}
          onChange={draft.edited}
        />
      </div>
      <LeaveGuard draft={draft} name={artefact.name} />
      <StaleDialog draft={draft} artefact={artefact} onLoad={onLoadNewest} />
      {node && (
        <ComponentPanel
          formKey={artefact.key}
          form={current()}
          node={node}
          plan={around(current())}
          planLocks={locksOnPlan}
          onSave={draft.save}
          locks={locks}
          onApply={(component) =>
            builder.current?.setDefinition(withComponentAt(current(), node.definitionPath, component)) ??
            false
          }
          onClose={() => setInspected(null)}
        />
      )}
      {removal && (
        <RemovalDialog
          removed={removal}
          onKeep={() => answerRemoval(false)}
          onRemove={() => answerRemoval(true)}
        />
      )}
      {preview && previewPlan && (
        <FormPreview
          name={artefact.name}
          formKey={artefact.key}
          form={preview}
          plan={previewPlan}
          onClose={() => setPreview(null)}
        />
      )}
    </div>
  );
}

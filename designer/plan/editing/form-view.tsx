import { FormRenderer } from '@oneplan/runtime/ui/formio/FormRenderer.tsx';
import type { FormDefinition } from '@oneplan/runtime/ui/formio/renderable.ts';
import type { ArtefactSummary } from '../artefact-ref.ts';
import { lockOf } from '../lock-of.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';
import { EditorHead } from './editor-head.tsx';
import { ReadOnlyNote } from './read-only-note.tsx';

interface FormViewProps {
  readonly artefact: ArtefactSummary;
  readonly form: FormDefinition;
  readonly reason: string;
}

/** A form that may not be changed here, as whoever fills it sees it. */
export function FormView({ artefact, form, reason }: FormViewProps) {
  const { manifest } = useWorkbench();
  return (
    <div className="de-editor">
      <EditorHead
        title={artefact.name}
        code={manifest?.forms.find(({ key }) => key === artefact.key)?.code}
        lock={lockOf(manifest, artefact)}
        element={`form:${artefact.key}`}
      />
      <ReadOnlyNote>{reason}</ReadOnlyNote>
      <div className="de-editor-body de-paper">
        <FormRenderer definition={form} readOnly />
      </div>
    </div>
  );
}

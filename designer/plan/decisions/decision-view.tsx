import { DecisionFileView } from '../../dmn/decision-table-view.tsx';
import type { ArtefactSummary } from '../artefact-ref.ts';
import { EditorHead } from '../editing/editor-head.tsx';
import { ReadOnlyNote } from '../editing/read-only-note.tsx';
import { lockOf } from '../lock-of.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';
import { ExportButton } from './export-button.tsx';

interface DecisionViewProps {
  readonly artefact: ArtefactSummary;
  readonly xml: string;
  readonly reason: string;
}

/** A decision table that may not be changed here. */
export function DecisionView({ artefact, xml, reason }: DecisionViewProps) {
  const { manifest } = useWorkbench();
  return (
    <div className="de-editor">
      <EditorHead
        title={artefact.name}
        lock={lockOf(manifest, artefact)}
        element={`decision:${artefact.key}`}
        actions={<ExportButton artefact={artefact} read={async () => xml} />}
      />
      <ReadOnlyNote>{reason}</ReadOnlyNote>
      <div className="de-editor-body">
        <section className="de-paper" aria-label={artefact.name}>
          <DecisionFileView decision={artefact.key} xml={xml} />
        </section>
      </div>
    </div>
  );
}

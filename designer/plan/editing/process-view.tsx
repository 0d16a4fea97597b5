import { DiagramViewer } from '@oneplan/runtime/ui/bpmn/DiagramViewer.tsx';
import type { ArtefactSummary } from '../artefact-ref.ts';
import { lockOf } from '../lock-of.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';
import { EditorHead } from './editor-head.tsx';
import { ReadOnlyNote } from './read-only-note.tsx';

interface ProcessViewProps {
  readonly artefact: ArtefactSummary;
  readonly xml: string;
  readonly reason: string;
}

/** A flow that may not be changed here, as a diagram. */
export function ProcessView({ artefact, xml, reason }: ProcessViewProps) {
  const { manifest } = useWorkbench();
  return (
    <div className="de-editor de-fill">
      <EditorHead
        title={artefact.name}
        code={manifest?.processes.find(({ key }) => key === artefact.key)?.code}
        lock={lockOf(manifest, artefact)}
        element={`process:${artefact.key}`}
      />
      <ReadOnlyNote>{reason}</ReadOnlyNote>
      <div className="de-editor-body de-diagram">
        <DiagramViewer xml={xml} height={560} />
      </div>
    </div>
  );
}

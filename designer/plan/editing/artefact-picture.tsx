import { DiagramViewer } from '@oneplan/runtime/ui/bpmn/DiagramViewer.tsx';
import { FormRenderer } from '@oneplan/runtime/ui/formio/FormRenderer.tsx';
import { DecisionFileView } from '../../dmn/decision-table-view.tsx';
import type { ArtefactRef } from '../artefact-ref.ts';
import { readForm } from '../findings/finding-place.ts';

interface ArtefactPictureProps {
  readonly artefact: ArtefactRef;
  readonly content: string;
  /** px, of a diagram */
  readonly height?: number;
}

/** A form as whoever fills it sees it, a flow as a diagram, a decision as its table; none can be changed. */
export function ArtefactPicture({ artefact, content, height = 520 }: ArtefactPictureProps) {
  if (artefact.kind === 'process') return <DiagramViewer xml={content} height={height} />;
  if (artefact.kind === 'decision') return <DecisionFileView decision={artefact.key} xml={content} />;
  const form = readForm(content);
  return form && <FormRenderer definition={form} readOnly />;
}

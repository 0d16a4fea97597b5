import type { getInstance } from '../../contracts/api/instances.ts';
import type { AnswerOf } from '../../ui/api/client.ts';
import { DiagramViewer } from '../../ui/bpmn/DiagramViewer.tsx';

/** The process of a record with what is finished and what is being worked on. */
export function InstanceDiagram({ instance }: { readonly instance: AnswerOf<typeof getInstance> }) {
  const { diagram, state } = instance;
  const active = diagram.active.map((one) => one.elementId);
  return (
    <DiagramViewer
      xml={diagram.xml}
      marks={{
        active: state === 'incident' ? [] : active,
        failed: state === 'incident' ? active : [],
        finished: diagram.finished,
        flows: diagram.flows,
      }}
    />
  );
}

import { childrenOf } from '@oneplan/runtime/model/moddle-element.ts';
import type { ModelElement } from 'bpmn-js/lib/Modeler';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionSection } from './action-section.tsx';
import { BranchCard } from './branch-card.tsx';
import { DeadlineSection } from './deadline-section.tsx';
import { FlowSection } from './flow-field.tsx';
import { FormSection } from './form-section.tsx';
import { DecisionSection, MessageSection, SubflowSection } from './linked-section.tsx';
import { OnwardSection } from './onward-section.tsx';
import { TimerFields } from './timer-fields.tsx';
import { WhoSection } from './who-section.tsx';

/** What can be said of an element, by its type. */
export function ElementSections({ element }: { readonly element: ModelElement }) {
  return (
    <>
      {ownSections(element)}
      {element.type !== 'bpmn:SequenceFlow' && <OnwardSection element={element} />}
    </>
  );
}

function ownSections(element: ModelElement): ReactNode {
  switch (element.type) {
    case 'bpmn:UserTask':
      return (
        <>
          <WhoSection element={element} />
          <FormSection element={element} />
          <DeadlineSection element={element} />
        </>
      );
    case 'bpmn:ServiceTask':
    case 'bpmn:SendTask':
      return <ActionSection element={element} />;
    case 'bpmn:CallActivity':
      return <SubflowSection element={element} />;
    case 'bpmn:BusinessRuleTask':
      return <DecisionSection element={element} />;
    case 'bpmn:BoundaryEvent':
    case 'bpmn:IntermediateCatchEvent':
      return <EventSection element={element} />;
    case 'bpmn:SequenceFlow':
      return <WaySection flow={element} />;
    default:
      return null;
  }
}

function EventSection({ element }: { readonly element: ModelElement }) {
  const { t } = useTranslation('flow');
  const [definition] = childrenOf(element.businessObject, 'eventDefinitions');
  if (definition?.$type === 'bpmn:MessageEventDefinition') return <MessageSection element={element} />;
  if (definition?.$type !== 'bpmn:TimerEventDefinition') return null;
  return (
    <FlowSection title={t('timer.title')}>
      <TimerFields element={element} />
    </FlowSection>
  );
}

/** An arrow: out of a gateway it is a way with a condition, elsewhere there is nothing to say but where it leads. */
function WaySection({ flow }: { readonly flow: ModelElement }) {
  const { t } = useTranslation('flow');
  const isDecided = /Gateway$/.test(flow.source?.type ?? '') && flow.source?.type !== 'bpmn:ParallelGateway';
  if (!isDecided) return <p className="op-flow-hint">{t('way.plain')}</p>;
  return (
    <FlowSection title={t('way.title')}>
      <BranchCard flow={flow} />
    </FlowSection>
  );
}

import { childOf, childrenOf, textOf } from '@oneplan/runtime/model/moddle-element.ts';
import { Select } from 'antd';
import type { ModelElement } from 'bpmn-js/lib/Modeler';
import { useTranslation } from 'react-i18next';
import { nameMessage } from '../editing/name-message.ts';
import { FlowField, FlowSection } from './flow-field.tsx';
import { useFlowPanel, useHold } from './flow-panel-context.ts';
import type { Choice } from './flow-plan.ts';
import { TextSetting } from './name-field.tsx';

/** The flow that a step runs as a part of this one. */
export function SubflowSection({ element }: { readonly element: ModelElement }) {
  const { t } = useTranslation('flow');
  const { studio, plan } = useFlowPanel();
  return (
    <LinkSection
      element={element}
      title={t('subflow.title')}
      hint={t('subflow.hint')}
      property="calledElement"
      choices={plan.processes}
      value={textOf(element.businessObject, 'calledElement')}
      onSet={(key) => studio.set(element, { calledElement: key })}
    />
  );
}

/** The decision table that a step asks. */
export function DecisionSection({ element }: { readonly element: ModelElement }) {
  const { t } = useTranslation('flow');
  const { studio, plan } = useFlowPanel();
  return (
    <LinkSection
      element={element}
      title={t('decision.title')}
      hint={t(plan.decisions.length === 0 ? 'decision.none' : 'decision.hint')}
      property="decisionRef"
      choices={plan.decisions}
      value={textOf(element.businessObject, 'camunda:decisionRef')}
      onSet={(key) =>
        studio.set(element, {
          'camunda:decisionRef': key,
          'camunda:mapDecisionResult': 'singleEntry',
          'camunda:resultVariable':
            textOf(element.businessObject, 'camunda:resultVariable') ?? 'decisionResult',
        })
      }
    />
  );
}

interface LinkSectionProps {
  readonly element: ModelElement;
  readonly title: string;
  readonly hint: string;
  readonly property: string;
  readonly choices: readonly Choice[];
  readonly value: string | undefined;
  readonly onSet: (key: string) => void;
}

function LinkSection({ element, title, hint, property, choices, value, onSet }: LinkSectionProps) {
  const { t } = useTranslation('flow');
  const hold = useHold(element.id, property);
  const isOffered = value === undefined || choices.some(({ key }) => key === value);
  return (
    <FlowSection title={title}>
      <FlowField label={title} hold={hold} hint={hint}>
        {(id) => (
          <Select
            id={id}
            disabled={hold.fixed}
            placeholder={t('choose')}
            value={value}
            onChange={onSet}
            options={[
              ...choices.map(({ key, label }) => ({ value: key, label })),
              ...(isOffered ? [] : [{ value, label: t('asWritten') }]),
            ]}
          />
        )}
      </FlowField>
    </FlowSection>
  );
}

/** What a step waits to be told. */
export function MessageSection({ element }: { readonly element: ModelElement }) {
  const { t } = useTranslation('flow');
  const { studio } = useFlowPanel();
  const hold = useHold(element.id, 'message.messageRef');
  const [definition] = childrenOf(element.businessObject, 'eventDefinitions');
  if (!definition) return null;
  const message = childOf(definition, 'messageRef');
  return (
    <FlowSection title={t('message.title')}>
      <FlowField label={t('message.name')} hold={hold} hint={t('message.hint')}>
        {(id) => (
          <TextSetting
            id={id}
            disabled={hold.fixed}
            value={(message && textOf(message, 'name')) ?? ''}
            onSet={(name) => nameMessage(studio, element, definition, name)}
          />
        )}
      </FlowField>
    </FlowSection>
  );
}

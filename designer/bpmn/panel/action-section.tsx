import { textOf } from '@oneplan/runtime/model/moddle-element.ts';
import { Select } from 'antd';
import type { ModelElement } from 'bpmn-js/lib/Modeler';
import { useTranslation } from 'react-i18next';
import { inputOf, withInputs } from '../flow/moddle-patch.ts';
import {
  actionTemplates,
  messageKinds,
  type TemplateInput,
  templateOf,
} from '../templates/action-templates.ts';
import { FlowField, FlowSection } from './flow-field.tsx';
import { useFlowPanel, useHold } from './flow-panel-context.ts';
import type { Choice } from './flow-plan.ts';

/** What the platform does at a step by itself. */
export function ActionSection({ element }: { readonly element: ModelElement }) {
  const { t } = useTranslation('flow');
  const { studio } = useFlowPanel();
  const hold = useHold(element.id, 'topic');
  const task = element.businessObject;
  const topic = textOf(task, 'camunda:topic');
  const template = templateOf(topic);
  const choose = (key: string) => {
    const chosen = actionTemplates.find((it) => it.key === key);
    if (!chosen) return;
    const dropped = (template?.inputs ?? []).map(({ name }) => [name, undefined] as const);
    const isUnnamed = task.name === undefined || task.name === t('kind.action');
    studio.set(element, {
      'camunda:type': 'external',
      'camunda:topic': chosen.topic,
      ...(isUnnamed && { name: t(`action.${chosen.key}`) }),
      ...withInputs(task, studio.create, Object.fromEntries(dropped)),
    });
  };
  return (
    <FlowSection title={t('action.title')}>
      <FlowField label={t('action.what')} hold={hold} hint={template && t(`action.hint.${template.key}`)}>
        {(id) => (
          <Select
            id={id}
            disabled={hold.fixed}
            placeholder={t('action.none')}
            value={template?.key ?? topic}
            onChange={choose}
            options={[
              ...actionTemplates.map(({ key }) => ({ value: key as string, label: t(`action.${key}`) })),
              ...(topic !== undefined && !template ? [{ value: topic, label: t('action.other') }] : []),
            ]}
          />
        )}
      </FlowField>
      {template?.inputs.map((input) => (
        <TemplateField key={input.name} element={element} input={input} />
      ))}
    </FlowSection>
  );
}

function TemplateField({
  element,
  input,
}: {
  readonly element: ModelElement;
  readonly input: TemplateInput;
}) {
  const { t } = useTranslation('flow');
  const { studio } = useFlowPanel();
  const hold = useHold(element.id, `inputs.${input.name}`);
  const choices = useInputChoices(input);
  const value = inputOf(element.businessObject, input.name);
  const isOffered = value === undefined || choices.some(({ key }) => key === value);
  return (
    <FlowField
      label={t(`ask.${input.ask}`)}
      hold={hold}
      hint={choices.length === 0 ? t(`askNone.${input.ask}`) : undefined}
    >
      {(id) => (
        <Select
          id={id}
          disabled={hold.fixed}
          placeholder={t('choose')}
          value={value}
          onChange={(chosen: string) =>
            studio.set(element, withInputs(element.businessObject, studio.create, { [input.name]: chosen }))
          }
          options={[
            ...choices.map(({ key, label }) => ({ value: key, label })),
            ...(isOffered ? [] : [{ value, label: t('asWritten') }]),
          ]}
        />
      )}
    </FlowField>
  );
}

function useInputChoices({ ask }: TemplateInput): readonly Choice[] {
  const { t } = useTranslation('flow');
  const { studio, plan } = useFlowPanel();
  if (ask === 'notice') return plan.notices;
  if (ask === 'section') return plan.archiveSections;
  if (ask === 'message') return messageKinds.map((kind) => ({ key: kind, label: t(`message.${kind}`) }));
  const initiator = studio.entry().variables.find(({ source }) => source.from === 'initiator')?.name;
  return [
    ...(initiator === undefined ? [] : [{ key: `user:\${${initiator}}`, label: t('who.by.initiator') }]),
    ...plan.recipients.map(({ key, label }) => ({ key: `role:${key}`, label })),
  ];
}

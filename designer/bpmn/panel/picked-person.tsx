import { Select } from 'antd';
import type { ModelElement } from 'bpmn-js/lib/Modeler';
import { useTranslation } from 'react-i18next';
import type { FlowEntry } from '../flow/flow-entry.ts';
import { fieldVariable, stepFields } from './earlier-fields.ts';
import { FlowField } from './flow-field.tsx';
import { useFlowPanel } from './flow-panel-context.ts';

interface PickedPersonProps {
  readonly element: ModelElement;
  readonly variable: string;
  readonly fixed: boolean;
  readonly onSet: (variable: string, entry: FlowEntry) => void;
}

/** The field of an earlier step in which somebody names the person. */
export function PickedPerson({ element, variable, fixed, onSet }: PickedPersonProps) {
  const { t } = useTranslation('flow');
  const { studio, plan } = useFlowPanel();
  const entry = studio.entry();
  const fields = stepFields(studio, plan, element);
  const source = entry.variables.find(({ name }) => name === variable)?.source;
  return (
    <FlowField label={t('who.field')}>
      {(id) => (
        <Select
          id={id}
          disabled={fixed}
          placeholder={t('who.chooseField')}
          value={source?.from === 'step' ? `${source.element}/${source.component}` : undefined}
          onChange={(chosen: string) => {
            const found = fields.find(({ step, field }) => `${step}/${field.path}` === chosen);
            if (!found) return;
            const named = fieldVariable(entry, found);
            onSet(named.name, named.entry);
          }}
          options={fields.map(({ step, stepName, field }) => ({
            value: `${step}/${field.path}`,
            label: `${stepName} · ${field.label}`,
          }))}
        />
      )}
    </FlowField>
  );
}

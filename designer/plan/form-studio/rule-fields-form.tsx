import type { FormComponent } from '@oneplan/runtime/forms/definition.ts';
import { valueAt, withValueAt } from '@oneplan/runtime/plan/elements/json-value.ts';
import { Alert, Checkbox, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  contradictions,
  hasOtherRules,
  messagePath,
  type RuleField,
  ruleFieldsOf,
  ruleValue,
  withRule,
} from '../../formio/validation/rule-fields.ts';
import { DataClassField } from './data-class-field.tsx';
import { OptionFields } from './option-fields.tsx';
import { PatternField } from './pattern-field.tsx';
import { StudioField } from './studio-field.tsx';

interface RuleFieldsFormProps {
  readonly component: FormComponent;
  readonly onChange: (component: FormComponent) => void;
}

/** What is asked of whoever fills a component in, in plain words. */
export function RuleFieldsForm({ component, onChange }: RuleFieldsFormProps) {
  const { t } = useTranslation('designer');
  const fields = ruleFieldsOf(component);
  const words = (name: string) => t(`formStudio.rules.${name}` as never) as string;
  if (fields.length === 0) return <p className="de-muted">{t('formStudio.rules.none')}</p>;
  return (
    <>
      {fields.map((field) => (
        <RuleInput
          key={field.name}
          field={field}
          label={words(field.name)}
          value={ruleValue(component, field)}
          onChange={(value) => onChange(withRule(component, field, value))}
        />
      ))}
      {contradictions(component).map(([lower, upper]) => (
        <Alert
          key={lower}
          type="warning"
          title={t('formStudio.rules.contradiction', { lower: words(lower), upper: words(upper) })}
        />
      ))}
      <StudioField label={t('formStudio.rules.message')}>
        {(id) => (
          <Input
            id={id}
            value={String(valueAt(component, messagePath) ?? '')}
            placeholder={t('formStudio.rules.messageHint')}
            onChange={({ target }) =>
              onChange(withValueAt(component, messagePath, target.value === '' ? undefined : target.value))
            }
          />
        )}
      </StudioField>
      <DataClassField component={component} onChange={onChange} />
      <OptionFields component={component} onChange={onChange} />
      {hasOtherRules(component) && <p className="de-muted">{t('formStudio.rules.otherRules')}</p>}
    </>
  );
}

interface RuleInputProps {
  readonly field: RuleField;
  readonly label: string;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

function RuleInput({ field, label, value, onChange }: RuleInputProps) {
  if (field.kind === 'pattern') return <PatternField label={label} value={value} onChange={onChange} />;
  if (field.kind === 'switch')
    return (
      <Checkbox checked={value === true} onChange={({ target }) => onChange(target.checked)}>
        {label}
      </Checkbox>
    );
  return (
    <StudioField label={label}>
      {(id) =>
        field.kind === 'size' ? (
          <Input id={id} value={String(value ?? '')} onChange={({ target }) => onChange(target.value)} />
        ) : (
          <InputNumber
            id={id}
            value={value === undefined ? null : Number(value)}
            {...(field.kind === 'count' ? { min: 0, precision: 0 } : {})}
            onChange={(given) => onChange(given)}
          />
        )
      }
    </StudioField>
  );
}

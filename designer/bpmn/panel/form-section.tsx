import type { PlanStep } from '@oneplan/runtime/plan/manifest.ts';
import { Select } from 'antd';
import type { ModelElement } from 'bpmn-js/lib/Modeler';
import { useTranslation } from 'react-i18next';
import { accessForAll } from '../flow/field-access.ts';
import { declaring, freshStep, stepOf, withStep } from '../flow/flow-entry.ts';
import { AccessFields } from './access-fields.tsx';
import { FlowField, FlowSection } from './flow-field.tsx';
import { useFlowPanel, useHold } from './flow-panel-context.ts';
import { decisionFields, type FormField, textFields } from './flow-plan.ts';
import { OutcomeFields } from './outcome-fields.tsx';

/** What whoever does the step sees and fills: the form of the step, the record beside it, and what is decided. */
export function FormSection({ element }: { readonly element: ModelElement }) {
  const { t } = useTranslation('flow');
  const { studio, plan } = useFlowPanel();
  const hold = useHold(element.id, 'formKey');
  const entry = studio.entry();
  const step = stepOf(entry, element.id) ?? freshStep(element.id);
  const written = element.businessObject.get('camunda:formKey');
  const isOnRecord = plan.recordFormKey !== undefined && written === plan.recordFormKey;
  const form = plan.forms.find(({ key }) => key === step.form?.key);
  const setStep = (next: PlanStep) => studio.edit({ entry: withStep(entry, next) });
  const chooseForm = (key: string | undefined) => {
    const chosen = plan.forms.find((it) => it.key === key);
    const next = chosen ? withForm(step, chosen.key, chosen.fields) : onRecord(step);
    const named = next.outcome
      ? declaring(
          entry,
          { from: 'step', element: element.id, component: next.outcome.component },
          next.outcome.component,
        ).entry
      : entry;
    studio.set(element, { 'camunda:formKey': key }, { entry: withStep(named, next) });
  };
  return (
    <FlowSection title={t('form.title')}>
      <FlowField label={t('form.form')} hold={hold} hint={isOnRecord ? t('form.onRecord') : undefined}>
        {(id) => (
          <Select
            id={id}
            allowClear
            placeholder={t('form.none')}
            disabled={hold.fixed}
            value={typeof written === 'string' ? written : undefined}
            onChange={chooseForm}
            options={[
              ...(plan.recordFormKey === undefined
                ? []
                : [{ value: plan.recordFormKey, label: t('form.record') }]),
              ...plan.forms.map(({ key, label }) => ({ value: key, label })),
            ]}
          />
        )}
      </FlowField>
      {form && step.form && (
        <>
          <AccessFields
            element={element.id}
            part="form"
            label={t('form.access')}
            fields={form.fields}
            access={step.form}
            onSet={(access) => setStep({ ...step, form: { ...access, key: form.key } })}
          />
          <OutcomeFields element={element} step={step} fields={form.fields} onSet={setStep} />
        </>
      )}
      {plan.recordFields.length > 0 && (
        <AccessFields
          element={element.id}
          part="record"
          label={t('form.recordAccess')}
          fields={plan.recordFields}
          access={step.record}
          onSet={(record) => setStep({ ...step, record })}
        />
      )}
    </FlowSection>
  );
}

/** A step on the record itself has no decision and lets the record be changed. */
function onRecord({ element }: PlanStep): PlanStep {
  return { element, record: accessForAll('edit') };
}

/** Everything of the form open, and its decision where it has just one field that can be it. */
function withForm(step: PlanStep, key: string, fields: readonly FormField[]): PlanStep {
  const [decision, ...others] = decisionFields(fields);
  const [remark] = textFields(fields);
  const { outcome: _, ...rest } = step;
  const base: PlanStep = { ...rest, form: { ...accessForAll('edit'), key } };
  if (!decision || others.length > 0) return base;
  return {
    ...base,
    outcome: {
      component: decision.path,
      ...(remark && { remark: remark.path }),
      kinds: Object.fromEntries(decision.options.map((option, at) => [option.key, kindOf(option.key, at)])),
    },
  };
}

/** A first guess, which the officer sees and can change. */
function kindOf(value: string, at: number): 'confirm' | 'return' | 'other' {
  if (/return|reject|refus|back|no$/i.test(value)) return 'return';
  return at === 0 ? 'confirm' : at === 1 ? 'return' : 'other';
}

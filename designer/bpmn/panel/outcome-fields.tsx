import type { PlanStep } from '@oneplan/runtime/plan/manifest.ts';
import { Select } from 'antd';
import type { ModelElement } from 'bpmn-js/lib/Modeler';
import { useTranslation } from 'react-i18next';
import { declaring, withStep } from '../flow/flow-entry.ts';
import { FlowField } from './flow-field.tsx';
import { useFlowPanel, useHold } from './flow-panel-context.ts';
import { decisionFields, type FormField, textFields } from './flow-plan.ts';

const kinds = ['confirm', 'return', 'other'] as const;
type Kind = (typeof kinds)[number];

interface OutcomeFieldsProps {
  readonly element: ModelElement;
  readonly step: PlanStep;
  readonly fields: readonly FormField[];
  readonly onSet: (step: PlanStep) => void;
}

/** Which field of the form is the decision, and what each of its values means. */
export function OutcomeFields({ element, step, fields, onSet }: OutcomeFieldsProps) {
  const { t } = useTranslation('flow');
  const { studio } = useFlowPanel();
  const hold = useHold(element.id, 'outcome', true);
  const decisions = decisionFields(fields);
  const { outcome } = step;
  const decision = decisions.find(({ path }) => path === outcome?.component);
  if (decisions.length === 0) return null;
  const choose = (path: string | undefined) => {
    const field = decisions.find((it) => it.path === path);
    const { outcome: before, ...rest } = step;
    if (!field) return onSet(rest);
    const [remark] = textFields(fields);
    const next: PlanStep = {
      ...rest,
      outcome: {
        component: field.path,
        ...(before?.remark !== undefined ? { remark: before.remark } : remark && { remark: remark.path }),
        kinds: Object.fromEntries(
          field.options.map(({ key }, at) => [key, kinds[Math.min(at, 2)] ?? 'other']),
        ),
      },
    };
    const named = declaring(
      studio.entry(),
      { from: 'step', element: element.id, component: field.path },
      field.path,
    );
    studio.edit({ entry: withStep(named.entry, next) });
  };
  return (
    <>
      <FlowField label={t('outcome.field')} hold={hold} hint={outcome ? undefined : t('outcome.none')}>
        {(id) => (
          <Select
            id={id}
            allowClear
            disabled={hold.fixed}
            placeholder={t('outcome.choose')}
            value={outcome?.component}
            onChange={choose}
            options={decisions.map(({ path, label }) => ({ value: path, label }))}
          />
        )}
      </FlowField>
      {outcome && decision && (
        <ul className="op-flow-access" aria-label={t('outcome.meanings')}>
          {decision.options.map(({ key, label }) => (
            <li key={key}>
              <span>{label}</span>
              <Select<Kind>
                size="small"
                aria-label={t('outcome.meaningOf', { label })}
                disabled={hold.fixed}
                value={outcome.kinds[key] ?? 'other'}
                onChange={(kind) =>
                  onSet({ ...step, outcome: { ...outcome, kinds: { ...outcome.kinds, [key]: kind } } })
                }
                options={kinds.map((kind) => ({ value: kind, label: t(`outcome.kind.${kind}`) }))}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

import { BranchesOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import type { ModelElement } from 'bpmn-js/lib/Modeler';
import { is } from 'bpmn-js/lib/util/ModelUtil';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { branchByDecision } from '../editing/branches.ts';
import { declaring, stepOf } from '../flow/flow-entry.ts';
import { labelOf } from './element-label.ts';
import { FlowField } from './flow-field.tsx';
import { useFlowPanel } from './flow-panel-context.ts';
import { targetsOf } from './flow-targets.ts';

/** Lets the flow go on by what is decided at a step that simply goes on until now. */
export function BranchForm({ step }: { readonly step: ModelElement }) {
  const { t } = useTranslation('flow');
  const { studio, plan } = useFlowPanel();
  const [open, setOpen] = useState(false);
  const entry = studio.entry();
  const { outcome, form } = stepOf(entry, step.id) ?? {};
  const decision = plan.forms
    .find(({ key }) => key === form?.key)
    ?.fields.find(({ path }) => path === outcome?.component);
  if (!outcome || !decision || (step.outgoing ?? []).length > 1) return null;
  if (!open)
    return (
      <Button block icon={<BranchesOutlined />} onClick={() => setOpen(true)}>
        {t('branch.byDecision')}
      </Button>
    );
  const choose = (id: string) => {
    const returnTo = studio.element(id);
    if (!returnTo) return;
    const named = declaring(
      entry,
      { from: 'step', element: step.id, component: outcome.component },
      outcome.component,
    );
    if (named.entry !== entry) studio.edit({ entry: named.entry });
    const branches = decision.options.map(({ key, label }) => ({
      value: key,
      label,
      kind: outcome.kinds[key] ?? ('other' as const),
    }));
    branchByDecision(studio, step, named.name, branches, returnTo, decision.label);
    setOpen(false);
  };
  const before = targetsOf(step, studio.outline()).filter(
    (it) => is(it, 'bpmn:UserTask') || is(it, 'bpmn:EndEvent') || is(it, 'bpmn:ServiceTask'),
  );
  return (
    <div className="op-flow-card">
      <FlowField label={t('branch.returnTo')} hint={t('branch.returnHint')}>
        {(id) => (
          <Select
            id={id}
            autoFocus
            value={undefined}
            placeholder={t('choose')}
            onChange={choose}
            options={before.map((it) => ({ value: it.id, label: labelOf(it, t) }))}
          />
        )}
      </FlowField>
      <Button size="small" onClick={() => setOpen(false)}>
        {t('cancel')}
      </Button>
    </div>
  );
}

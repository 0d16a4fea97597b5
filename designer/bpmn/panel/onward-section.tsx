import { DeleteOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import type { ModelElement } from 'bpmn-js/lib/Modeler';
import { is } from 'bpmn-js/lib/util/ModelUtil';
import { useTranslation } from 'react-i18next';
import { gatewayAfter } from '../editing/branches.ts';
import { BranchCard } from './branch-card.tsx';
import { BranchForm } from './branch-form.tsx';
import { labelOf } from './element-label.ts';
import { FlowSection } from './flow-field.tsx';
import { useFlowPanel } from './flow-panel-context.ts';
import { targetsOf } from './flow-targets.ts';

/** Where the flow goes from here. */
export function OnwardSection({ element }: { readonly element: ModelElement }) {
  const { t } = useTranslation('flow');
  const { studio } = useFlowPanel();
  if (is(element, 'bpmn:EndEvent')) return null;
  const flows = element.outgoing ?? [];
  const gateway = is(element, 'bpmn:UserTask') ? gatewayAfter(element) : undefined;
  const targets = targetsOf(element, studio.outline());
  const isChoice = is(element, 'bpmn:ExclusiveGateway') || is(element, 'bpmn:InclusiveGateway');
  return (
    <FlowSection title={t(gateway || isChoice ? 'onward.byCase' : 'onward.title')}>
      {gateway
        ? (gateway.outgoing ?? []).map((flow) => <BranchCard key={flow.id} flow={flow} />)
        : flows.map((flow) => <FlowRow key={flow.id} flow={flow} decides={isChoice} />)}
      {!gateway && (
        <Select
          aria-label={t('onward.connect')}
          value={undefined}
          placeholder={t(flows.length === 0 ? 'onward.choose' : 'onward.connect')}
          onChange={(id: string) => {
            const target = studio.element(id);
            if (target) studio.connect(element, target);
          }}
          options={targets.map((it) => ({ value: it.id, label: labelOf(it, t) }))}
        />
      )}
      {!gateway && is(element, 'bpmn:UserTask') && <BranchForm step={element} />}
    </FlowSection>
  );
}

function FlowRow({ flow, decides }: { readonly flow: ModelElement; readonly decides: boolean }) {
  const { t } = useTranslation('flow');
  const { studio, locks } = useFlowPanel();
  if (decides) return <BranchCard flow={flow} />;
  const held = locks?.ofElement(flow.id)?.lock.class ?? 'FREE';
  return (
    <div className="op-flow-row">
      <Select
        aria-label={t('onward.target')}
        value={flow.target?.id}
        onChange={(id: string) => {
          const target = studio.element(id);
          if (target) studio.lead(flow, target);
        }}
        options={targetsOf(flow.source ?? flow, studio.outline()).map((it) => ({
          value: it.id,
          label: labelOf(it, t),
        }))}
      />
      {held !== 'LOCKED' && (
        <Button
          type="text"
          icon={<DeleteOutlined />}
          aria-label={t('onward.remove')}
          onClick={() => studio.remove(flow)}
        />
      )}
    </div>
  );
}

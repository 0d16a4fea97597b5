import { DeleteOutlined } from '@ant-design/icons';
import { Button, Checkbox, Select } from 'antd';
import type { ModelElement } from 'bpmn-js/lib/Modeler';
import { useTranslation } from 'react-i18next';
import { ConditionFields } from './condition-fields.tsx';
import { labelOf } from './element-label.ts';
import { FlowField } from './flow-field.tsx';
import { useFlowPanel, useHold } from './flow-panel-context.ts';
import { targetsOf } from './flow-targets.ts';
import { nameOf, TextSetting } from './name-field.tsx';

/** One way out of a gateway: what it is called, when it is taken, and where it leads. */
export function BranchCard({ flow }: { readonly flow: ModelElement }) {
  const { t } = useTranslation('flow');
  const { studio, locks } = useFlowPanel();
  const gateway = flow.source ?? flow;
  const isDefault = gateway.businessObject.get('default') === flow.businessObject;
  const byDefault = useHold(gateway.id, 'default');
  const named = useHold(flow.id, 'name');
  const isLocked = locks?.ofElement(flow.id)?.lock.class === 'LOCKED';
  const setDefault = (isOn: boolean) =>
    studio.set(
      gateway,
      { default: isOn ? flow.businessObject : undefined },
      isOn
        ? { run: () => studio.services.modeling.updateProperties(flow, { conditionExpression: undefined }) }
        : undefined,
    );
  return (
    <fieldset className="op-flow-card">
      <legend className="op-visually-hidden">{nameOf(flow) || t('branch.unnamed')}</legend>
      <div className="op-flow-row">
        <TextSetting
          id={`name-${flow.id}`}
          value={nameOf(flow)}
          placeholder={t('branch.name')}
          disabled={named.fixed && locks?.ofElement(flow.id)?.lock.class !== 'APPEND'}
          onSet={(name) => studio.set(flow, { name: name || undefined })}
        />
        {!isLocked && (
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={t('branch.remove', { name: nameOf(flow) })}
            onClick={() => studio.remove(flow)}
          />
        )}
      </div>
      <FlowField label={t('branch.leadsTo')}>
        {(id) => (
          <Select
            id={id}
            value={flow.target?.id}
            onChange={(chosen: string) => {
              const target = studio.element(chosen);
              if (target) studio.lead(flow, target);
            }}
            options={targetsOf(gateway, studio.outline()).map((it) => ({
              value: it.id,
              label: labelOf(it, t),
            }))}
          />
        )}
      </FlowField>
      <Checkbox
        checked={isDefault}
        disabled={byDefault.fixed}
        onChange={({ target }) => setDefault(target.checked)}
      >
        {t('branch.otherwise')}
      </Checkbox>
      {!isDefault && <ConditionFields flow={flow} />}
    </fieldset>
  );
}

import type { ComponentNode } from '@oneplan/runtime/forms/component-tree.ts';
import { type FormComponent, labelOf } from '@oneplan/runtime/forms/definition.ts';
import type { FormDefinition } from '@oneplan/runtime/ui/formio/renderable.ts';
import { Button, Drawer, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { componentId } from '../../formio/component-places.ts';
import { conditionTargets } from '../../formio/conditions/condition-targets.ts';
import { storedCondition, withCondition } from '../../formio/conditions/stored-condition.ts';
import { paletteKindOf } from '../../formio/setup/palette-kind.ts';
import { ConditionFields } from './condition-fields.tsx';
import type { FormLocks } from './form-locks.ts';
import { LockExplanation } from './lock-explanation.tsx';
import { RuleFieldsForm } from './rule-fields-form.tsx';
import { SetupForm } from './setup-form.tsx';
import './form-studio.css';

interface ComponentPanelProps {
  readonly form: FormDefinition;
  readonly node: ComponentNode;
  readonly locks: FormLocks | undefined;
  /** false: refused, and said so */
  readonly onApply: (component: FormComponent) => boolean;
  readonly onClose: () => void;
}

/** What stands beside Form.io’s own settings of a component; nothing changes until it is applied. */
export function ComponentPanel({ form, node, locks, onApply, onClose }: ComponentPanelProps) {
  const { t } = useTranslation('designer');
  const [component, setComponent] = useState(node.component);
  const targets = conditionTargets(form, node.definitionPath);
  const [condition, setCondition] = useState(storedCondition(node.component, targets));
  const [conditionChanged, setConditionChanged] = useState(false);
  const changed = conditionChanged || component !== node.component;
  const id = componentId(node);
  const apply = () => {
    const next = conditionChanged && condition ? withCondition(component, condition, targets) : component;
    if (onApply(next)) onClose();
  };
  const kind = paletteKindOf(node.component);
  const isLocked = locks?.ofComponent(id)?.lock.class === 'LOCKED';
  return (
    <Drawer
      open
      size={560}
      title={t('formStudio.panel', { name: labelOf(node.component) })}
      onClose={onClose}
      closable={{ 'aria-label': t('formStudio.close') }}
      footer={
        <Button type="primary" disabled={!changed} onClick={apply}>
          {t('formStudio.apply')}
        </Button>
      }
    >
      <Tabs
        defaultActiveKey={isLocked ? 'lock' : kind ? 'setup' : 'condition'}
        items={[
          ...(kind
            ? [
                {
                  key: 'setup',
                  label: t('formPalette.tab'),
                  children: (
                    <div className="de-studio-tab">
                      <SetupForm kind={kind} component={component} onChange={setComponent} />
                    </div>
                  ),
                },
              ]
            : []),
          {
            key: 'condition',
            label: t('formStudio.tabs.condition'),
            children: (
              <div className="de-studio-tab">
                <ConditionFields
                  draft={condition}
                  targets={targets}
                  onChange={(draft) => {
                    setCondition(draft);
                    setConditionChanged(true);
                  }}
                />
              </div>
            ),
          },
          {
            key: 'rules',
            label: t('formStudio.tabs.rules'),
            children: (
              <div className="de-studio-tab">
                <RuleFieldsForm component={component} onChange={setComponent} />
              </div>
            ),
          },
          {
            key: 'lock',
            label: t('formStudio.tabs.lock'),
            children: (
              <div className="de-studio-tab">
                <LockExplanation locks={locks} component={id} />
              </div>
            ),
          },
        ]}
      />
    </Drawer>
  );
}

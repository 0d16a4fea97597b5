import type { ComponentNode } from '@oneplan/runtime/forms/component-tree.ts';
import { type FormComponent, labelOf } from '@oneplan/runtime/forms/definition.ts';
import type { PlanUnderCheck } from '@oneplan/runtime/plan/checks/plan-under-check.ts';
import { usesOfComponent } from '@oneplan/runtime/plan/form-uses/where-used.ts';
import { lockMessage } from '@oneplan/runtime/plan/locks/lock-message.ts';
import type { FormDefinition } from '@oneplan/runtime/ui/formio/renderable.ts';
import { App, Button, Drawer, Tabs } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { componentId } from '../../formio/component-places.ts';
import { conditionTargets } from '../../formio/conditions/condition-targets.ts';
import { storedCondition, withCondition } from '../../formio/conditions/stored-condition.ts';
import { paletteKindOf } from '../../formio/setup/palette-kind.ts';
import { useMessageLanguage } from '../use-message-language.ts';
import { ConditionFields } from './condition-fields.tsx';
import type { FormLocks } from './form-locks.ts';
import type { PlanLocks } from './in-plan/plan-locks.ts';
import { PlanTab } from './in-plan/plan-tab.tsx';
import { UseList } from './in-plan/use-list.tsx';
import { usePlanEdit } from './in-plan/use-plan-edit.ts';
import { LockExplanation } from './lock-explanation.tsx';
import { RuleFieldsForm } from './rule-fields-form.tsx';
import { SetupForm } from './setup-form.tsx';
import './form-studio.css';

interface ComponentPanelProps {
  readonly formKey: string;
  readonly form: FormDefinition;
  readonly node: ComponentNode;
  readonly locks: FormLocks | undefined;
  /** The draft around the form; undefined while it is on its way. */
  readonly plan: PlanUnderCheck | undefined;
  readonly planLocks: PlanLocks | undefined;
  /** false: refused, and said so */
  readonly onApply: (component: FormComponent) => boolean;
  /** Saves the form, so that the plan can name what is in it; false when that was refused. */
  readonly onSave: () => Promise<boolean>;
  readonly onClose: () => void;
}

/** What stands beside Form.io’s own settings of a component; nothing changes until it is applied. */
export function ComponentPanel(props: ComponentPanelProps) {
  const { formKey, form, node, locks, plan, planLocks, onApply, onSave, onClose } = props;
  const { t } = useTranslation('designer');
  const { message } = App.useApp();
  const language = useMessageLanguage();
  const [component, setComponent] = useState(node.component);
  const targets = conditionTargets(form, node.definitionPath);
  const [condition, setCondition] = useState(storedCondition(node.component, targets));
  const [conditionChanged, setConditionChanged] = useState(false);
  const edit = usePlanEdit();
  const [saving, setSaving] = useState(false);
  const changed = conditionChanged || component !== node.component;
  const id = componentId(node);
  const opened = plan && edit.opened ? { ...plan, manifest: edit.opened } : undefined;

  const apply = async () => {
    const refused = edit.changed && edit.manifest && opened && planLocks?.newlyRefused(opened, edit.manifest);
    if (refused) {
      const reason = lockMessage(refused, language);
      void message.warning({ content: t('formStudio.lock.refused', { reason }), duration: 10 });
      return;
    }
    const next = conditionChanged && condition ? withCondition(component, condition, targets) : component;
    if (changed && !onApply(next)) return;
    if (edit.changed) {
      setSaving(true);
      const saved = (await onSave()) && (await edit.save());
      setSaving(false);
      if (!saved) return;
      void message.success(t('formInPlan.saved'));
    }
    onClose();
  };

  const kind = paletteKindOf(node.component);
  const isLocked = locks?.ofComponent(id)?.lock.class === 'LOCKED';
  const uses = plan ? usesOfComponent(plan, formKey, id) : [];
  const tab = (key: string, label: string, children: ReactNode) => ({
    key,
    label,
    children: <div className="de-studio-tab">{children}</div>,
  });
  return (
    <Drawer
      open
      size={640}
      title={t('formStudio.panel', { name: labelOf(node.component) })}
      onClose={onClose}
      closable={{ 'aria-label': t('formStudio.close') }}
      footer={
        <Button
          type="primary"
          disabled={!changed && !edit.changed}
          loading={saving}
          onClick={() => void apply()}
        >
          {t('formStudio.apply')}
        </Button>
      }
    >
      <Tabs
        defaultActiveKey={isLocked ? 'lock' : kind ? 'setup' : 'condition'}
        items={[
          ...(kind
            ? [
                tab(
                  'setup',
                  t('formPalette.tab'),
                  <SetupForm kind={kind} component={component} onChange={setComponent} />,
                ),
              ]
            : []),
          tab(
            'condition',
            t('formStudio.tabs.condition'),
            <ConditionFields
              draft={condition}
              targets={targets}
              onChange={(draft) => {
                setCondition(draft);
                setConditionChanged(true);
              }}
            />,
          ),
          tab(
            'rules',
            t('formStudio.tabs.rules'),
            <RuleFieldsForm component={component} onChange={setComponent} />,
          ),
          tab(
            'steps',
            t('formInPlan.tabs.steps'),
            <PlanTab
              plan={plan && edit.manifest ? { ...plan, manifest: edit.manifest } : undefined}
              form={formKey}
              node={node}
              component={component}
              locks={planLocks}
              readOnly={edit.readOnly}
              onChange={edit.change}
            />,
          ),
          tab(
            'uses',
            t('formInPlan.tabs.uses'),
            uses.length === 0 ? (
              <p className="de-muted">{t(plan ? 'formInPlan.unused' : 'formInPlan.loading')}</p>
            ) : (
              <>
                <p className="de-muted">{t('formInPlan.usesHint')}</p>
                <UseList uses={uses} />
              </>
            ),
          ),
          tab('lock', t('formStudio.tabs.lock'), <LockExplanation locks={locks} component={id} />),
        ]}
      />
    </Drawer>
  );
}

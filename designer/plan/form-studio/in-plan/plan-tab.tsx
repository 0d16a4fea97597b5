import type { ComponentNode } from '@oneplan/runtime/forms/component-tree.ts';
import type { FormComponent } from '@oneplan/runtime/forms/definition.ts';
import type { PlanUnderCheck } from '@oneplan/runtime/plan/checks/plan-under-check.ts';
import type { PlanManifest } from '@oneplan/runtime/plan/manifest.ts';
import { ConfigProvider } from 'antd';
import { useTranslation } from 'react-i18next';
import { componentId } from '../../../formio/component-places.ts';
import { FlagList } from './flag-list.tsx';
import type { PlanLocks } from './plan-locks.ts';
import { StepTable } from './step-table.tsx';

interface PlanTabProps {
  /** With what was changed here; undefined while it is on its way. */
  readonly plan: PlanUnderCheck | undefined;
  readonly form: string;
  readonly node: ComponentNode;
  readonly component: FormComponent;
  readonly locks: PlanLocks | undefined;
  readonly readOnly: string | null;
  readonly onChange: (manifest: PlanManifest) => void;
}

/** What is locked is read as well as what is not. */
const readableLocks = { token: { colorTextDisabled: 'var(--op-ink-muted)' } };

/** What the plan makes of a component: who sees and fills it at which step, whether it is shown and kept. */
export function PlanTab({ plan, form, node, component, locks, readOnly, onChange }: PlanTabProps) {
  const { t } = useTranslation('designer');
  if (node.type?.kind === 'layout' || node.type?.kind === 'content')
    return <p className="de-muted">{t('formInPlan.layout')}</p>;
  if (!plan) return <p className="de-muted">{t('formInPlan.loading')}</p>;
  const shared = { plan, form, path: componentId(node), locks, readOnly: readOnly !== null, onChange };
  return (
    <ConfigProvider theme={readableLocks}>
      <p className="de-muted">{readOnly ?? t('formInPlan.savedWithPlan')}</p>
      <h3>{t('formInPlan.stepsHeading')}</h3>
      <StepTable {...shared} component={component} />
      <h3>{t('formInPlan.flagsHeading')}</h3>
      <FlagList {...shared} />
    </ConfigProvider>
  );
}

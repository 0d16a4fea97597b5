import { type FormComponent, objectOf } from '@oneplan/runtime/forms/definition.ts';
import type { PlanUnderCheck } from '@oneplan/runtime/plan/checks/plan-under-check.ts';
import {
  accessOf,
  type ComponentAccess,
  withAccess,
} from '@oneplan/runtime/plan/form-uses/component-access.ts';
import {
  type FormStep,
  stepsOfForm,
  withStepPermission,
} from '@oneplan/runtime/plan/form-uses/form-steps.ts';
import type { PlanManifest } from '@oneplan/runtime/plan/manifest.ts';
import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { StatedLockNote } from '../../manifest/editing/stated-lock-note.tsx';
import type { PlanLocks } from './plan-locks.ts';
import { useStepName } from './use-step-name.ts';

interface StepTableProps {
  readonly plan: PlanUnderCheck;
  readonly form: string;
  readonly component: FormComponent;
  readonly path: string;
  readonly locks: PlanLocks | undefined;
  readonly readOnly: boolean;
  readonly onChange: (manifest: PlanManifest) => void;
}

const rights = ['visible', 'editable', 'required'] as const;

/** 步骤 × 可见 / 可填 / 必填: who may do what with a component at which step. */
export function StepTable({ plan, form, component, path, locks, readOnly, onChange }: StepTableProps) {
  const { t } = useTranslation('designer');
  const nameOf = useStepName(plan);
  const steps = stepsOfForm(plan.manifest, form);
  const always = objectOf(component, 'validate').required === true;
  if (steps.length === 0) return <p className="de-muted">{t('formInPlan.noSteps')}</p>;
  const set = (step: FormStep, access: ComponentAccess) => {
    const all = step.forms.flatMap((key) => [...(plan.forms.get(key)?.components.keys() ?? [])]);
    onChange(withStepPermission(plan.manifest, step, withAccess(step.permission, path, access, all)));
  };
  return (
    <>
      <table className="de-step-table">
        <thead>
          <tr>
            <th scope="col">{t('formInPlan.step')}</th>
            {rights.map((right) => (
              <th key={right} scope="col">
                {t(`formInPlan.${right}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => {
            const access = accessOf(step.permission, path);
            const stated = locks?.ofElement(step.planElement);
            const name = nameOf(step);
            return (
              <tr key={`${step.kind} ${step.planElement}`}>
                <th scope="row">
                  {name}
                  {stated && stated.lock.class !== 'FREE' && <StatedLockNote name={name} stated={stated} />}
                  {step.forms.length > 1 && (
                    <span className="de-muted de-small">
                      {t('formInPlan.shared', { count: step.forms.length })}
                    </span>
                  )}
                </th>
                {rights.map((right) => {
                  const isAlways = right === 'required' && always && access.editable;
                  return (
                    <td key={right}>
                      <Checkbox
                        aria-label={`${name} ${t(`formInPlan.${right}`)}`}
                        checked={access[right] || isAlways}
                        disabled={readOnly || isAlways || stated?.lock.class === 'LOCKED'}
                        onChange={({ target }) => set(step, changed(access, right, target.checked))}
                      />
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
      {always && <p className="de-muted">{t('formInPlan.always')}</p>}
    </>
  );
}

/** What is required is filled in, what is filled in is seen: ticking one ticks those before it, and the other way round. */
function changed(access: ComponentAccess, right: (typeof rights)[number], on: boolean): ComponentAccess {
  const at = rights.indexOf(right);
  const is = (name: (typeof rights)[number]) => {
    const place = rights.indexOf(name);
    if (place === at) return on;
    return on ? access[name] || place < at : access[name] && place < at;
  };
  return { visible: is('visible'), editable: is('editable'), required: is('required') };
}

import { DesktopOutlined, MobileOutlined, ReloadOutlined } from '@ant-design/icons';
import { stripUnreadable } from '@oneplan/runtime/forms/permission.ts';
import { requiredAt } from '@oneplan/runtime/forms/required-at.ts';
import type { PlanUnderCheck } from '@oneplan/runtime/plan/checks/plan-under-check.ts';
import { type FormStep, stepsOfForm } from '@oneplan/runtime/plan/form-uses/form-steps.ts';
import { type FormData, type FormHandle, FormRenderer } from '@oneplan/runtime/ui/formio/FormRenderer.tsx';
import { formPermission } from '@oneplan/runtime/ui/formio/form-permission.ts';
import type { FormDefinition } from '@oneplan/runtime/ui/formio/renderable.ts';
import { Alert, Button, Modal, Segmented, Select } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { trialStorage } from '../../simulation/view/trial-storage.ts';
import { useStepName } from '../in-plan/use-step-name.ts';
import { trialChoices } from '../trial-choices.ts';
import { performersAt } from './performers.ts';
import './form-preview.css';

interface FormPreviewProps {
  readonly name: string;
  readonly formKey: string;
  readonly form: FormDefinition;
  readonly plan: PlanUnderCheck;
  readonly onClose: () => void;
}

type Device = 'phone' | 'desktop';

const everything: FormStep['permission'] = { readable: '*', editable: '*' };

/**
 * The form as it stands in the builder, tried out as a role at a step: with the permissions of the step and the rules
 * that the server will apply, on both kinds of screen. What is filled in goes along to the next step; nothing is kept.
 */
export function FormPreview({ name, formKey, form, plan, onClose }: FormPreviewProps) {
  const { t } = useTranslation('designer');
  const nameOf = useStepName(plan);
  const steps = stepsOfForm(plan.manifest, formKey);
  const [at, setAt] = useState(0);
  const step = steps[at];
  const performers = step ? performersAt(plan, step) : [];
  const [chosenRole, setRole] = useState<string | undefined>(undefined);
  const roles = roleChoices(plan, steps);
  const role = chosenRole ?? performers[0] ?? roles[0]?.value;
  const acts = !step || performers.length === 0 || performers.some((it) => it === role);
  const [device, setDevice] = useState<Device>('phone');
  const [data, setData] = useState<FormData>({});
  const [round, setRound] = useState(0);
  const [passed, setPassed] = useState(false);
  const handle = useRef<FormHandle>(null);

  const permission = step?.permission ?? everything;
  const definition = requiredAt(form, permission.required);
  const keep = () => setData((before) => ({ ...before, ...handle.current?.getData() }));
  const restart = (next: () => void) => {
    setPassed(false);
    next();
    setRound((n) => n + 1);
  };
  const check = async () => {
    const result = await handle.current?.submit();
    setPassed(result?.valid === true);
  };
  return (
    <Modal
      open
      title={t('workbench.previewTitle', { name })}
      footer={null}
      width={1080}
      onCancel={onClose}
      className="de-preview"
    >
      <div className="de-preview-bar">
        {steps.length > 0 && (
          <Select
            aria-label={t('formPreview.step')}
            value={at}
            options={steps.map((it, value) => ({ value, label: nameOf(it) }))}
            onChange={(next) =>
              restart(() => {
                keep();
                setAt(next);
                setRole(undefined);
              })
            }
          />
        )}
        {step && roles.length > 0 && (
          <Select
            aria-label={t('formPreview.role')}
            value={role ?? null}
            options={roles}
            onChange={(next) =>
              restart(() => {
                keep();
                setRole(next ?? undefined);
              })
            }
          />
        )}
        <Segmented<Device>
          aria-label={t('workbench.preview')}
          value={device}
          options={[
            { value: 'phone', label: t('workbench.phone'), icon: <MobileOutlined /> },
            { value: 'desktop', label: t('workbench.desktop'), icon: <DesktopOutlined /> },
          ]}
          onChange={setDevice}
        />
        <span className="de-preview-actions">
          <Button icon={<ReloadOutlined />} onClick={() => restart(() => setData({}))}>
            {t('formPreview.reset')}
          </Button>
          <Button type="primary" disabled={!acts} onClick={() => void check()}>
            {t('formPreview.submit')}
          </Button>
        </span>
      </div>
      <p className="de-muted" role="status">
        {acts ? t('workbench.previewHint') : t('formPreview.readsOnly')}
      </p>
      {passed && <Alert type="success" title={t('formPreview.passed')} showIcon />}
      <section
        className="de-device"
        data-device={device}
        aria-label={t(`workbench.${device}`)}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
        tabIndex={0}
      >
        <FormRenderer
          key={round}
          ref={handle}
          definition={definition}
          permission={formPermission(definition, {
            readable: copyOf(permission.readable),
            editable: acts ? copyOf(permission.editable) : [],
          })}
          data={stripUnreadable(definition, data, permission)}
          readOnly={!acts}
          choices={trialChoices}
          fileStorage={trialStorage}
          onSubmit={() => void check()}
          onChange={() => setPassed(false)}
        />
      </section>
    </Modal>
  );
}

const copyOf = (list: '*' | readonly string[]) => (list === '*' ? list : [...list]);

/** Roles of the plan, and those that act at a step without being named there. */
function roleChoices(plan: PlanUnderCheck, steps: readonly FormStep[]) {
  const named = plan.manifest.roles.map(({ key, name }) => ({ value: key as string, label: name }));
  const acting = [...new Set(steps.flatMap((step) => performersAt(plan, step)))];
  const others = acting.filter((role) => !named.some(({ value }) => value === role));
  return [...named, ...others.map((role) => ({ value: role as string, label: role as string }))];
}

import type { PlanUnderCheck } from '@oneplan/runtime/plan/checks/plan-under-check.ts';
import { privateReason } from '@oneplan/runtime/plan/checks/private-reason.ts';
import { flagsOf, withFlag } from '@oneplan/runtime/plan/form-uses/component-flags.ts';
import type { PlanManifest } from '@oneplan/runtime/plan/manifest.ts';
import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { StatedLockNote } from '../../manifest/editing/stated-lock-note.tsx';
import type { PlanLocks } from './plan-locks.ts';

interface FlagListProps {
  readonly plan: PlanUnderCheck;
  readonly form: string;
  readonly path: string;
  readonly locks: PlanLocks | undefined;
  readonly readOnly: boolean;
  readonly onChange: (manifest: PlanManifest) => void;
}

/** Whether a component is shown in notices and kept in the archive; what must stay private says why. */
export function FlagList({ plan, form, path, locks, readOnly, onChange }: FlagListProps) {
  const { t } = useTranslation('designer');
  const component = plan.forms.get(form)?.components.get(path);
  const flags = component ? flagsOf(plan.manifest, form, component) : [];
  if (!component || flags.length === 0) return <p className="de-muted">{t('formInPlan.noFlags')}</p>;
  return (
    <ul className="de-flag-list">
      {flags.map((flag) => {
        const reason = flag.kind === 'notice' ? privateReason(component) : undefined;
        const stated = locks?.ofElement(flag.planElement);
        const words = t(`formInPlan.flag.${flag.kind}`, { heading: flag.heading });
        return (
          <li key={`${flag.kind} ${flag.key}`}>
            <Checkbox
              checked={flag.on}
              disabled={readOnly || stated?.lock.class === 'LOCKED' || (reason !== undefined && !flag.on)}
              onChange={({ target }) => onChange(withFlag(plan.manifest, form, path, flag, target.checked))}
            >
              {words}
              {reason !== undefined && (
                <span className="de-muted">
                  {' '}
                  {t(`settings.notices.private.${reason}`, { dataClass: component.dataClass })}
                </span>
              )}
            </Checkbox>
            {stated && stated.lock.class !== 'FREE' && <StatedLockNote name={words} stated={stated} />}
          </li>
        );
      })}
    </ul>
  );
}

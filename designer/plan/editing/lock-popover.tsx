import { LockOutlined } from '@ant-design/icons';
import type { LockClass } from '@oneplan/runtime/plan/lock.ts';
import type { LegalBasis } from '@oneplan/runtime/plan/locks/stated-lock.ts';
import { Button, Popover } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { sayBasis } from '../explanation/say-basis.ts';
import './lock-mark.css';

interface LockPopoverProps {
  /** What the rule is about, for who cannot see where it stands. */
  readonly name: string;
  readonly lockClass: LockClass;
  readonly children: ReactNode;
}

/** The mark of a rule on something: calm; on pressing, what `children` say of it. */
export function LockPopover({ name, lockClass, children }: LockPopoverProps) {
  const { t } = useTranslation('designer');
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      title={t(`workbench.lock.${lockClass}`)}
      content={<div className="de-lock-note">{children}</div>}
    >
      <Button type="text" size="small" className="de-lock" data-class={lockClass}>
        {lockClass !== 'FREE' && <LockOutlined aria-hidden />}
        {t(`workbench.lock.short.${lockClass}`)}
        <span className="op-visually-hidden">{t('workbench.lock.label', { name })}</span>
      </Button>
    </Popover>
  );
}

interface LockBasisProps {
  readonly basis: LegalBasis | undefined;
  /** What is said where nobody gave one. */
  readonly without?: string;
}

/** The clause that a rule rests on. */
export function LockBasis({ basis, without }: LockBasisProps) {
  const { t } = useTranslation('designer');
  return (
    <p className="de-muted">
      {basis ? `${t('workbench.lock.basis')}：${sayBasis(basis)}` : (without ?? t('workbench.lock.noBasis'))}
    </p>
  );
}

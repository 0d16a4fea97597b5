import type { StatedLock } from '@oneplan/runtime/plan/locks/stated-lock.ts';
import { useTranslation } from 'react-i18next';
import { LockBasis, LockPopover } from '../../editing/lock-popover.tsx';

interface StatedLockNoteProps {
  /** What the rule is about, for who cannot see where it stands. */
  readonly name: string;
  readonly stated: StatedLock;
  /** What may be done instead. */
  readonly instead?: string | undefined;
}

/** The rule of the layer above on an entry or a property: calm; on pressing who set it, on which ground, what may be done. */
export function StatedLockNote({ name, stated, instead }: StatedLockNoteProps) {
  const { t } = useTranslation('designer');
  const { lock, authority, version, basis } = stated;
  return (
    <LockPopover name={name} lockClass={lock.class}>
      <p>{t(`workbench.lock.explain.${lock.class}`, { authority })}</p>
      {lock.among !== undefined && (
        <p>{t('settings.lock.among', { values: lock.among.join(t('settings.and')) })}</p>
      )}
      {instead !== undefined && <p>{t('settings.lock.instead', { instead })}</p>}
      {version !== undefined && <p className="de-muted">{t('settings.lock.by', { authority, version })}</p>}
      <LockBasis
        basis={basis}
        {...(stated.stated === 'default' && { without: t('settings.lock.default') })}
      />
    </LockPopover>
  );
}

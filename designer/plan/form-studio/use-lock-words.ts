import type { StatedLock } from '@oneplan/runtime/plan/locks/stated-lock.ts';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { LockMark } from '../../formio/lock-marks.ts';

/** A lock as it is told to an officer: who set it, on which ground, and what may be done instead. */
export function useLockWords() {
  const { t } = useTranslation('designer');
  const ground = useCallback(
    ({ authority, version, basis }: StatedLock) => {
      const who = t('formStudio.lock.by', { authority, version: version ?? '' });
      if (!basis) return t('formStudio.lock.noBasis', { who });
      const { title, number, clause } = basis;
      return t('formStudio.lock.basis', { who, title, number, clause: clause ?? '' }).trim();
    },
    [t],
  );
  const mark = useCallback(
    (name: string, stated: StatedLock): LockMark | undefined => {
      const { class: lockClass } = stated.lock;
      if (lockClass === 'FREE') return undefined;
      const short = t(`workbench.lock.short.${lockClass}`);
      return {
        lockClass,
        short,
        label: t('formStudio.lock.mark', { name, short, authority: stated.authority }),
        stays: true,
      };
    },
    [t],
  );
  return { ground, mark, instead: (stated: StatedLock) => t(`formStudio.lock.instead.${stated.lock.class}`) };
}

import { useTranslation } from 'react-i18next';

/** The product’s sign and name. */
export function Brand() {
  const { t } = useTranslation('designer');
  return (
    <>
      <svg viewBox="0 0 32 32" width="24" height="24" aria-hidden="true">
        <rect width="32" height="32" rx="6" fill="var(--op-primary)" />
        <path
          d="M9 16.5l5 5 9-11"
          fill="none"
          stroke="var(--op-on-primary)"
          strokeWidth="3.4"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      <span>{t('shell.product')}</span>
    </>
  );
}

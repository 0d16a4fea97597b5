import { useTranslation } from 'react-i18next';

/** What stands while the first page’s code is on its way: nearly nothing, so that nothing flickers. */
export function OpeningPage() {
  const { t } = useTranslation('portal');
  return (
    <p className="po-opening" role="status">
      {t('shell.loading')}
    </p>
  );
}

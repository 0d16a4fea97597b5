import { useTranslation } from 'react-i18next';

/** What stands while the page’s code or the session is on its way: nearly nothing, so that nothing flickers. */
export function OpeningPage() {
  const { t } = useTranslation('designer');
  return (
    <p className="de-opening" role="status">
      {t('shell.loading')}
    </p>
  );
}

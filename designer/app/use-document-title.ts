import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** The title of the window, for as long as the page is shown. */
export function useDocumentTitle(title: string): void {
  const { t } = useTranslation('designer');
  useEffect(() => {
    document.title = t('shell.titled', { title });
  }, [title, t]);
}

import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';

/** A page whose code could not be loaded or failed while drawing. */
export function CrashPage() {
  const { t } = useTranslation('portal');
  const error = useRouteError();
  useEffect(() => console.error(error), [error]);
  const offline = !navigator.onLine;
  return (
    <main className="po-message" role="alert">
      <h1>{t(offline ? 'shell.offline.title' : 'shell.broken.title')}</h1>
      <p>{t(offline ? 'shell.offline.hint' : 'shell.broken.hint')}</p>
      <Button type="primary" onClick={() => location.reload()}>
        {t('shell.reload')}
      </Button>
    </main>
  );
}

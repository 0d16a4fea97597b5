import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';

/** A page whose code could not be loaded or failed while drawing. */
export function CrashPage() {
  const { t } = useTranslation('designer');
  const error = useRouteError();
  useEffect(() => console.error(error), [error]);
  const words = navigator.onLine ? 'broken' : 'offline';
  return (
    <main className="op-empty" role="alert">
      <h1>{t(`shell.${words}.title`)}</h1>
      <p className="op-empty-hint">{t(`shell.${words}.hint`)}</p>
      <Button type="primary" onClick={() => location.reload()}>
        {t('shell.broken.action')}
      </Button>
    </main>
  );
}

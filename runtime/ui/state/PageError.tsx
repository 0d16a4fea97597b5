import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import './empty-state.css';

interface PageErrorProps {
  /** Which thing did not work and why; where it is missing, what is known of the connection. */
  readonly message?: string;
  readonly onRetry?: () => void;
}

/** A page that could not be shown: what, why, and what to do. */
export function PageError({ message, onRetry }: PageErrorProps) {
  const { t } = useTranslation('ui');
  const reason = message ?? (navigator.onLine ? t('pageError.unknown') : t('pageError.offline'));
  return (
    <section className="op-empty" role="alert">
      <p className="op-empty-title">{t('pageError.title')}</p>
      <p className="op-empty-hint">{reason}</p>
      {onRetry && (
        <Button type="primary" onClick={onRetry}>
          {t('pageError.retry')}
        </Button>
      )}
    </section>
  );
}

import { DisconnectOutlined } from '@ant-design/icons';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';

function listen(notify: () => void) {
  window.addEventListener('online', notify);
  window.addEventListener('offline', notify);
  return () => {
    window.removeEventListener('online', notify);
    window.removeEventListener('offline', notify);
  };
}

/** Says that the device has no network, for as long as it has none. */
export function OfflineBar() {
  const { t } = useTranslation('portal');
  const online = useSyncExternalStore(listen, () => navigator.onLine);
  return (
    <div role="status" className="po-offline">
      {!online && (
        <p>
          <DisconnectOutlined aria-hidden /> {t('shell.offlineBar')}
        </p>
      )}
    </div>
  );
}

import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../app/announcer.tsx';
import { type Sending, useSending } from '../app/use-sending.ts';

interface RetryButtonProps {
  /** Of what is tried again. */
  readonly name: string;
  readonly disabled?: boolean;
  readonly retry: (send: Sending['send']) => Promise<unknown>;
  /** What is said once it is asked for. */
  readonly done: string;
  readonly onDone: () => void;
}

/** Tries again what did not work, and says beside the button why not even that could be asked for. */
export function RetryButton({ name, disabled = false, retry, done, onDone }: RetryButtonProps) {
  const { t } = useTranslation('portal');
  const announce = useAnnounce();
  const { sending, failure, send } = useSending();
  const press = async () => {
    if ((await retry(send)) === null) return;
    announce(done);
    onDone();
  };
  return (
    <>
      <Button
        size="small"
        loading={sending}
        disabled={disabled}
        aria-label={t('operations.retryNamed', { name })}
        onClick={() => void press()}
      >
        {t('operations.retry')}
      </Button>
      <span role="alert" className="po-small">
        {failure}
      </span>
    </>
  );
}

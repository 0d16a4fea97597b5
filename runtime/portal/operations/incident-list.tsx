import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Incident, resolveIncident } from '../../contracts/api/operations.ts';
import { useApi } from '../../ui/api/api-context.tsx';
import { useAnnounce } from '../app/announcer.tsx';
import { useProblemText } from '../app/problem-words.ts';
import { StandingTable } from './standing-table.tsx';

interface IncidentListProps {
  readonly items: readonly Incident[];
  /** Whether the person may do something about them. */
  readonly manages: boolean;
  readonly onChanged: () => void;
}

/** What failed for the last time: what, since when, why, and a button that tries again. */
export function IncidentList({ items, manages, onChanged }: IncidentListProps) {
  const { t } = useTranslation('portal');
  return (
    <StandingTable
      label={t('operations.incidents')}
      items={items}
      since={({ at }) => at}
      instanceId={(incident) => incident.instanceId}
      place={({ elementName, kind }) => (
        <>
          {elementName} <span className="po-muted">{t(`operations.kind.${kind}`)}</span>
        </>
      )}
      why={({ message }) => message ?? t('operations.noMessage')}
      action={manages ? (incident) => <RetryButton incident={incident} onDone={onChanged} /> : undefined}
    />
  );
}

function RetryButton({ incident, onDone }: { readonly incident: Incident; readonly onDone: () => void }) {
  const { t } = useTranslation('portal');
  const api = useApi();
  const announce = useAnnounce();
  const textOf = useProblemText();
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const retry = async () => {
    setSending(true);
    setFailure(null);
    try {
      await api.call(resolveIncident, { params: { id: incident.id }, body: { retries: 1 } });
      announce(t('operations.retried', { name: incident.elementName }));
      onDone();
    } catch (error) {
      setFailure(textOf(error));
    } finally {
      setSending(false);
    }
  };
  return (
    <>
      <Button
        size="small"
        loading={sending}
        disabled={incident.suspended}
        aria-label={t('operations.retryNamed', { name: incident.elementName })}
        onClick={() => void retry()}
      >
        {t('operations.retry')}
      </Button>
      <span role="alert" className="po-small">
        {failure}
      </span>
    </>
  );
}

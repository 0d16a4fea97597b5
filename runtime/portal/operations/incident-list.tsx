import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Incident, resolveIncident } from '../../contracts/api/operations.ts';
import { useApi } from '../../ui/api/api-context.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { useAnnounce } from '../app/announcer.tsx';
import { useProblemText } from '../app/problem-words.ts';
import { TableFrame } from '../app/table-frame.tsx';

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
    <TableFrame label={t('operations.incidents')}>
      <table className="po-table">
        <thead>
          <tr>
            <th scope="col">{t('operations.since')}</th>
            <th scope="col">{t('operations.process')}</th>
            <th scope="col">{t('operations.element')}</th>
            <th scope="col">{t('operations.why')}</th>
            {manages && <th scope="col">{t('operations.do')}</th>}
          </tr>
        </thead>
        <tbody>
          {items.map((incident) => (
            <tr key={incident.id}>
              <td className="po-nowrap">
                <Moment at={incident.at} />
              </td>
              <td>
                {incident.instanceId === null ? (
                  incident.processName
                ) : (
                  <Link to={`/operations/instances/${incident.instanceId}`}>{incident.processName}</Link>
                )}
              </td>
              <td>
                {incident.elementName}{' '}
                <span className="po-muted">{t(`operations.kind.${incident.kind}`)}</span>
              </td>
              <td>{incident.message ?? t('operations.noMessage')}</td>
              {manages && (
                <td>
                  <RetryButton incident={incident} onDone={onChanged} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
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

import { useTranslation } from 'react-i18next';
import { type Incident, resolveIncident } from '../../contracts/api/operations.ts';
import { RetryButton } from './retry-button.tsx';
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
      action={
        manages
          ? ({ id, elementName, suspended }) => (
              <RetryButton
                name={elementName}
                disabled={suspended}
                retry={(send) => send(resolveIncident, { params: { id }, body: { retries: 1 } })}
                done={t('operations.retried', { name: elementName })}
                onDone={onChanged}
              />
            )
          : undefined
      }
    />
  );
}

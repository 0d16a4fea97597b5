import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { activateInstance, type listSuspended } from '../../contracts/api/operations.ts';
import type { AnswerOf } from '../../ui/api/client.ts';
import { ReasonDialog } from '../app/reason-dialog.tsx';
import { StandingTable } from './standing-table.tsx';

type Suspended = AnswerOf<typeof listSuspended>['items'][number];

interface SuspendedListProps {
  readonly items: readonly Suspended[];
  /** Whether the person may let them go on. */
  readonly manages: boolean;
  readonly onChanged: () => void;
}

/** Flows whose clocks stand still, where they stand, and a button that lets them go on. */
export function SuspendedList({ items, manages, onChanged }: SuspendedListProps) {
  const { t } = useTranslation('portal');
  const [asking, setAsking] = useState<Suspended | null>(null);
  return (
    <>
      <StandingTable
        label={t('operations.suspended')}
        items={items}
        since={({ suspendedAt }) => suspendedAt}
        instanceId={({ id }) => id}
        place={({ active }) => active.join('、')}
        action={
          manages
            ? (instance) => (
                <Button
                  size="small"
                  aria-label={t('operations.activateNamed', { name: instance.processName })}
                  onClick={() => setAsking(instance)}
                >
                  {t('operations.whole.activate.action')}
                </Button>
              )
            : undefined
        }
      />
      {asking !== null && (
        <ReasonDialog
          endpoint={activateInstance}
          id={asking.id}
          title={t('operations.whole.activate.title')}
          action={t('operations.whole.activate.action')}
          hint={t('operations.whole.activate.hint')}
          done={t('operations.whole.activate.done')}
          onClose={(done) => {
            setAsking(null);
            if (done) onChanged();
          }}
        />
      )}
    </>
  );
}

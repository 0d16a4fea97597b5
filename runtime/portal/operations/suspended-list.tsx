import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { activateInstance, type listSuspended } from '../../contracts/api/operations.ts';
import type { AnswerOf } from '../../ui/api/client.ts';
import { Moment } from '../../ui/Moment.tsx';
import { TableFrame } from '../app/table-frame.tsx';
import { ReasonDialog } from './reason-dialog.tsx';

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
    <TableFrame label={t('operations.suspended')}>
      <table className="po-table">
        <thead>
          <tr>
            <th scope="col">{t('operations.since')}</th>
            <th scope="col">{t('operations.process')}</th>
            <th scope="col">{t('operations.element')}</th>
            {manages && <th scope="col">{t('operations.do')}</th>}
          </tr>
        </thead>
        <tbody>
          {items.map((instance) => (
            <tr key={instance.id}>
              <td className="po-nowrap">
                <Moment at={instance.suspendedAt} />
              </td>
              <td>
                <Link to={`/operations/instances/${instance.id}`}>{instance.processName}</Link>
              </td>
              <td>{instance.active.join('、')}</td>
              {manages && (
                <td>
                  <Button
                    size="small"
                    aria-label={t('operations.activateNamed', { name: instance.processName })}
                    onClick={() => setAsking(instance)}
                  >
                    {t('operations.whole.activate.action')}
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {asking !== null && (
        <ReasonDialog
          endpoint={activateInstance}
          instanceId={asking.id}
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
    </TableFrame>
  );
}

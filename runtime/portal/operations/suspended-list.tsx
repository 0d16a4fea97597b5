import { useTranslation } from 'react-i18next';
import type { listSuspended } from '../../contracts/api/operations.ts';
import type { AnswerOf } from '../../ui/api/client.ts';
import { Moment } from '../../ui/Moment.tsx';
import { TableFrame } from '../app/table-frame.tsx';

type Suspended = AnswerOf<typeof listSuspended>['items'][number];

/** Flows whose clocks stand still, and where they stand. */
export function SuspendedList({ items }: { readonly items: readonly Suspended[] }) {
  const { t } = useTranslation('portal');
  return (
    <TableFrame label={t('operations.suspended')}>
      <table className="po-table">
        <thead>
          <tr>
            <th scope="col">{t('operations.since')}</th>
            <th scope="col">{t('operations.process')}</th>
            <th scope="col">{t('operations.element')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((instance) => (
            <tr key={instance.id}>
              <td className="po-nowrap">
                <Moment at={instance.suspendedAt} />
              </td>
              <td>{instance.processName}</td>
              <td>{instance.active.join('、')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Moment } from '../../ui/Moment.tsx';
import { TableFrame } from '../app/table-frame.tsx';

interface Standing {
  readonly id: string;
  readonly processName: string;
}

interface StandingTableProps<T extends Standing> {
  readonly label: string;
  readonly items: readonly T[];
  /** Since when it does not go on. */
  readonly since: (item: T) => string;
  /** Whose page tells more; null: nobody's. */
  readonly instanceId: (item: T) => string | null;
  /** Where it stands. */
  readonly place: (item: T) => ReactNode;
  /** Why; left out: there is no such column. */
  readonly why?: (item: T) => ReactNode;
  /** What the person can do about it; left out: nothing. */
  readonly action?: (item: T) => ReactNode;
}

/** Work that does not go on: since when, of which process, where, and what can be done about it. */
export function StandingTable<T extends Standing>({
  label,
  items,
  since,
  instanceId,
  place,
  why,
  action,
}: StandingTableProps<T>) {
  const { t } = useTranslation('portal');
  return (
    <TableFrame label={label}>
      <table className="po-table">
        <thead>
          <tr>
            <th scope="col">{t('operations.since')}</th>
            <th scope="col">{t('operations.process')}</th>
            <th scope="col">{t('operations.element')}</th>
            {why && <th scope="col">{t('operations.why')}</th>}
            {action && <th scope="col">{t('operations.do')}</th>}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id}>
              <td className="po-nowrap">
                <Moment at={since(item)} />
              </td>
              <td>
                <ProcessName id={instanceId(item)} name={item.processName} />
              </td>
              <td>{place(item)}</td>
              {why && <td>{why(item)}</td>}
              {action && <td>{action(item)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function ProcessName({ id, name }: { readonly id: string | null; readonly name: string }) {
  return id === null ? name : <Link to={`/operations/instances/${id}`}>{name}</Link>;
}

import { useTranslation } from 'react-i18next';
import type { listAudit } from '../../contracts/api/audit.ts';
import type { AnswerOf } from '../../ui/api/client.ts';
import { Moment } from '../../ui/Moment.tsx';
import { TableFrame } from '../app/table-frame.tsx';

type Entry = AnswerOf<typeof listAudit>['items'][number];

export function AuditTable({ items }: { readonly items: readonly Entry[] }) {
  const { t } = useTranslation('portal');
  return (
    <TableFrame label={t('audit.table')}>
      <table className="po-table">
        <thead>
          <tr>
            <th scope="col">{t('audit.at')}</th>
            <th scope="col">{t('audit.actor')}</th>
            <th scope="col">{t('audit.action')}</th>
            <th scope="col">{t('audit.object')}</th>
            <th scope="col">{t('audit.detail')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((entry) => (
            <tr key={entry.id}>
              <td className="po-nowrap">
                <Moment at={entry.at} />
              </td>
              <td>{entry.actor}</td>
              <td>
                <code>{entry.action}</code>
              </td>
              <td className="po-nowrap">
                {entry.objectKind} <code title={entry.objectId}>{entry.objectId.slice(0, 8)}</code>
              </td>
              <td>
                <code>{detailWords(entry.detail)}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function detailWords(detail: Entry['detail']): string {
  return Object.entries(detail)
    .map(([name, value]) => `${name}=${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
    .join(' ');
}

import { useTranslation } from 'react-i18next';
import type { RosterReport } from '../../contracts/api/organisation.ts';
import { TableFrame } from '../app/table-frame.tsx';

const columns = ['rows', 'created', 'updated', 'unchanged'] as const;

/** What each sheet brings. */
export function RosterCounts({ report }: { readonly report: RosterReport }) {
  const { t } = useTranslation('portal');
  if (report.sheets.length === 0) return null;
  return (
    <TableFrame label={t('roster.summary')}>
      <table className="po-table">
        <thead>
          <tr>
            <th scope="col">{t('roster.sheet')}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className="po-number">
                {t(`roster.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.sheets.map((sheet) => (
            <tr key={`${sheet.kind} ${sheet.sheet}`}>
              <th scope="row">{sheet.sheet === '' ? t(`roster.kinds.${sheet.kind}`) : sheet.sheet}</th>
              {columns.map((column) => (
                <td key={column} className="po-number">
                  {sheet[column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

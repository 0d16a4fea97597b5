import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { TableFrame } from '../app/table-frame.tsx';
import { type ProgressRow, progressStates, totalOf } from './progress-rows.ts';

/** The numbers behind the bars. A unit that has units below it leads there. */
export function ProgressTable({ rows }: { readonly rows: readonly ProgressRow[] }) {
  const { t } = useTranslation('portal');
  const columns = ['waiting', 'overdue', ...progressStates.filter((state) => state !== 'waiting')] as const;
  return (
    <TableFrame label={t('home.progress.title')}>
      <table className="po-table">
        <thead>
          <tr>
            <th scope="col">{t('home.progress.unit')}</th>
            <th scope="col" className="po-number">
              {t('home.progress.pupils')}
            </th>
            <th scope="col" className="po-number">
              {t('home.progress.total')}
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className="po-number">
                {t(`home.progress.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.unit.id}>
              <th scope="row">
                {row.unit.kind === 'class' ? (
                  row.unit.name
                ) : (
                  <Link to={`/units/${row.unit.id}`}>{row.unit.name}</Link>
                )}
              </th>
              <td className="po-number">{row.pupils}</td>
              <td className="po-number">{totalOf(row)}</td>
              {columns.map((column) => (
                <td key={column} className="po-number" data-late={column === 'overdue' && row.overdue > 0}>
                  {row[column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

import { useTranslation } from 'react-i18next';
import type { RosterReport } from '../../contracts/api/organisation.ts';
import { TableFrame } from '../app/table-frame.tsx';

/** More lines than anybody corrects at once would only make the page slow. */
const shown = 200;

/** Every bad row by sheet, line and column. */
export function RosterErrors({ errors }: { readonly errors: RosterReport['errors'] }) {
  const { t } = useTranslation('portal');
  if (errors.length === 0) return null;
  return (
    <>
      <TableFrame label={t('roster.errors')}>
        <table className="po-table">
          <thead>
            <tr>
              <th scope="col">{t('roster.sheet')}</th>
              <th scope="col" className="po-number">
                {t('roster.line')}
              </th>
              <th scope="col">{t('roster.column')}</th>
              <th scope="col">{t('roster.value')}</th>
              <th scope="col">{t('roster.message')}</th>
            </tr>
          </thead>
          <tbody>
            {errors.slice(0, shown).map((error) => (
              <tr key={`${error.sheet} ${error.line} ${error.column} ${error.rule} ${error.value}`}>
                <td>{error.sheet}</td>
                <td className="po-number">{error.line}</td>
                <td>{error.column}</td>
                <td>
                  <code>{error.value}</code>
                </td>
                <td>{t(`roster.rule.${error.rule}`, { ...error, defaultValue: error.message })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      {errors.length > shown && <p className="po-muted">{t('roster.firstErrors', { count: shown })}</p>}
    </>
  );
}

import { useTranslation } from 'react-i18next';
import { SettingPage } from './setting-page.tsx';

/** 依据文件: the documents that the plan’s rules rest on. */
export function BasisPage() {
  const { t } = useTranslation('designer');
  return (
    <SettingPage page="basis" filled={({ legalBasis }) => legalBasis.length > 0}>
      {({ legalBasis }) => (
        <table className="de-table" aria-label={t('manifest.basis.title')}>
          <thead>
            <tr>
              {(['title', 'number', 'issuer', 'date'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`manifest.basis.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {legalBasis.map((document) => (
              <tr key={document.id}>
                <th scope="row">{document.title}</th>
                <td className="de-nowrap">{document.number}</td>
                <td className="de-nowrap">{document.issuer}</td>
                <td className="de-nowrap">{document.date}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </SettingPage>
  );
}

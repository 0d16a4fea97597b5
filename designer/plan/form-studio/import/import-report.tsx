import type { Refusal } from '@oneplan/runtime/forms/import/import-report.ts';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';

interface ImportReportProps {
  readonly kept: number;
  readonly refused: readonly Refusal[];
}

/** What comes in, and everything that does not: where it stood, what was done, and why. */
export function ImportReport({ kept, refused }: ImportReportProps) {
  const { t, i18n } = useTranslation('designer');
  const reason = ({ rule }: Refusal) => {
    const key = `formImport.reason.${rule}`;
    return String(t((i18n.exists(key, { ns: 'designer' }) ? key : 'formImport.reason.other') as never));
  };
  return (
    <>
      <Alert
        type={refused.length === 0 ? 'success' : 'warning'}
        showIcon
        title={t(refused.length === 0 ? 'formImport.whole' : 'formImport.partly', {
          kept,
          count: refused.length,
        })}
      />
      {refused.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
        <section className="de-import-report" aria-label={t('formImport.report')} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('formImport.what')}</th>
                <th scope="col">{t('formImport.done')}</th>
                <th scope="col">{t('formImport.why')}</th>
              </tr>
            </thead>
            <tbody>
              {refused.map((refusal, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the report never changes
                <tr key={index}>
                  <th scope="row">
                    {refusal.component || t('formImport.formItself')}
                    <code>{refusal.path}</code>
                  </th>
                  <td>
                    {t(`formImport.${refusal.done}`)}
                    {refusal.now !== undefined && refusal.now !== '' && (
                      <span className="de-muted"> {t('formImport.now', { now: refusal.now })}</span>
                    )}
                  </td>
                  <td>{reason(refusal)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}

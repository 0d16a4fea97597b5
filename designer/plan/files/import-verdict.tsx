import { CheckCircleOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { PlainFindings } from './plain-findings.tsx';
import type { ImportPreview } from './use-plan-import.ts';

/** Whether a file may be taken into the draft, why not, and what is left to be mended after it. */
export function ImportVerdict({ preview }: { readonly preview: ImportPreview }) {
  const { t } = useTranslation('designer');
  const { plan, draft, refused, findings, scenarios } = preview;
  if (refused.length > 0)
    return (
      <section className="de-card" aria-labelledby="de-import-refused">
        <h2 id="de-import-refused">{t('planFile.refused', { count: refused.length })}</h2>
        <PlainFindings findings={refused} icon="error" />
      </section>
    );
  if (plan?.fingerprint === draft)
    return (
      <p className="de-clean">
        <CheckCircleOutlined aria-hidden /> {t('planFile.same')}
      </p>
    );
  return (
    <>
      {findings.length > 0 && (
        <section className="de-card" aria-labelledby="de-import-mend">
          <h2 id="de-import-mend">{t('planFile.toMend', { count: findings.length })}</h2>
          <PlainFindings findings={findings} icon="warning" />
        </section>
      )}
      {scenarios.length > 0 && (
        <section className="de-card" aria-labelledby="de-import-scenarios">
          <h2 id="de-import-scenarios">{t('planFile.scenarios')}</h2>
          <ul className="de-chips">
            {scenarios.map(({ key, name, change }) => (
              <li key={key}>
                {t(`planFile.scenario.${change}`)} · {name}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

import { CheckCircleOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { MigrationFinding } from '../../../contracts/api/migrations.ts';
import { findingWords } from './finding-words.ts';
import type { MigratedElements } from './mapping.ts';

interface PlanFindingsProps {
  readonly findings: readonly MigrationFinding[];
  readonly elements: MigratedElements;
}

/** What is wrong with the mapping whatever the flows, and which steps it leaves out although somebody stands there. */
export function PlanFindings({ findings, elements }: PlanFindingsProps) {
  const { t } = useTranslation('portal');
  return (
    <div role="status" className="po-op-findings">
      {findings.length === 0 ? (
        <p className="po-op-good">
          <CheckCircleOutlined aria-hidden /> {t('operations.migration.sound')}
        </p>
      ) : (
        <>
          <p>
            <strong>{t('operations.migration.unsound', { count: findings.length })}</strong>
          </p>
          <ul>
            {findings.map((finding) => (
              <li key={`${finding.rule} ${finding.elementId}`}>{findingWords(t, finding, elements)}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

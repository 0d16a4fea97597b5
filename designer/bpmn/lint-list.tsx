import { ExclamationCircleOutlined, WarningOutlined } from '@ant-design/icons';
import type { LintIssue } from 'bpmn-js/lib/Modeler';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface LintListProps {
  readonly findings: readonly LintIssue[];
  readonly onSelect: (elementId: string) => void;
}

/** What the rules found in the flow as it stands; pressing one leads to its element. */
export function LintList({ findings, onSelect }: LintListProps) {
  const { t } = useTranslation('flow');
  const [open, setOpen] = useState(false);
  if (findings.length === 0) return null;
  const isError = ({ category }: LintIssue) => category === 'error' || category === 'rule-error';
  return (
    <section className="op-course op-lint" aria-label={t('lint.title')}>
      <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {findings.some(isError) ? <ExclamationCircleOutlined aria-hidden /> : <WarningOutlined aria-hidden />}
        <span>
          {t('lint.count', { count: findings.length })}
          <em>{t(open ? 'lint.hide' : 'lint.show')}</em>
        </span>
      </button>
      {open && (
        <ul>
          {findings.map((finding) => (
            <li key={`${finding.rule} ${finding.id} ${finding.message}`}>
              <button type="button" onClick={() => onSelect(finding.id)}>
                {isError(finding) ? (
                  <ExclamationCircleOutlined aria-hidden />
                ) : (
                  <WarningOutlined aria-hidden />
                )}
                <span>
                  {finding.message}
                  {finding.name && <em>{finding.name}</em>}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

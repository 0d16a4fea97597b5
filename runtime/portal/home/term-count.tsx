import { useTranslation } from 'react-i18next';
import { listRecordForms, type RecordSummary } from '../../contracts/api/records.ts';
import { useAnswer } from '../../ui/api/use-answer.ts';
import { partsOf } from '../record/parts.ts';

interface TermCountProps {
  readonly studentId: string;
  readonly records: readonly RecordSummary[];
  readonly mayRecord: boolean;
}

/** How much is recorded this term, beside the plan’s cap where it has one. */
export function TermCount({ studentId, records, mayRecord }: TermCountProps) {
  const { t } = useTranslation('portal');
  const forms = useAnswer(listRecordForms, { params: { id: studentId } }, { enabled: mayRecord });
  const parts = partsOf(forms.data?.forms ?? []);
  if (parts.length === 0) {
    const latest = Math.max(0, ...records.map((record) => record.termSlot));
    const used = records.filter(
      (record) => record.termSlot === latest && record.state !== 'withdrawn',
    ).length;
    return <p className="po-term-line">{t('home.recordedPlain', { used })}</p>;
  }
  return (
    <>
      {forms.data !== undefined && <p className="po-muted po-small">{forms.data.termName}</p>}
      {parts.map(({ part, used, cap }) => (
        <div key={part} className="po-term-line">
          <p>
            {parts.length > 1 && <span className="po-muted">{part} </span>}
            {cap === null ? t('home.recordedPlain', { used }) : t('home.recorded', { used, cap })}
          </p>
          {cap !== null && (
            <span className="po-pips" aria-hidden>
              {Array.from({ length: Math.min(cap, 12) }, (_none, index) => index).map((index) => (
                <i key={index} data-full={index < used} />
              ))}
            </span>
          )}
        </div>
      ))}
    </>
  );
}

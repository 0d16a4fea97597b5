import { SafetyCertificateOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCalendarDate } from '../app/calendar-date.ts';
import { Evidence } from '../record/evidence.tsx';
import '../record/record.css';
import { type ArchiveEntry, shortSeal } from './archive-groups.ts';

/** One entry of the archive with its evidence and the beginning of its seal. */
export function ArchiveEntryCard({ entry }: { readonly entry: ArchiveEntry }) {
  const { t } = useTranslation('portal');
  const dateOf = useCalendarDate();
  return (
    <article className="po-entry">
      <h3>
        <Link to={`/records/${entry.recordId}`}>{entry.title}</Link>
      </h3>
      <p className="po-muted">
        {entry.dimension}
        {entry.dimension !== entry.formName && <span className="po-dot">{entry.formName}</span>}
      </p>
      <dl className="po-fields">
        {entry.fields.map((field) => (
          <div key={field.label}>
            <dt>{field.label}</dt>
            <dd>{field.value}</dd>
          </div>
        ))}
      </dl>
      {entry.attachments.length > 0 && <Evidence files={entry.attachments} />}
      <p className="po-muted po-small po-seal">
        {t('archive.archivedAt', { when: dateOf(entry.archivedAt, false) })}
        <span>
          <SafetyCertificateOutlined aria-hidden /> {t('archive.seal')}{' '}
          <code title={entry.seal}>{shortSeal(entry.seal)}</code>
        </span>
      </p>
    </article>
  );
}

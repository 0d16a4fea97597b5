import { Link } from 'react-router';
import type { RecordSummary } from '../../contracts/api/records.ts';
import { Moment } from '../../ui/Moment.tsx';
import { RecordStateTag } from './record-state-tag.tsx';
import { TransitTag } from './transit-note.tsx';

/** Records as lines, each leading to its page. */
export function RecordList({
  items,
  label,
}: {
  readonly items: readonly RecordSummary[];
  readonly label: string;
}) {
  return (
    <ul className="po-list" aria-label={label}>
      {items.map((record) => (
        <li key={record.id}>
          <Link to={`/records/${record.id}`} className="po-line">
            <span className="po-line-main">
              <strong>{record.title}</strong>
              <span className="po-muted">
                {record.formName}
                {record.summary.map((one) => (
                  <span key={one.label} className="po-dot">
                    {one.value}
                  </span>
                ))}
              </span>
            </span>
            <span className="po-line-side">
              {record.transit === null ? (
                <RecordStateTag state={record.state} />
              ) : (
                <TransitTag transit={record.transit} />
              )}
              <span className="po-muted po-small">
                <Moment at={record.updatedAt} />
              </span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { listStudents } from '../../contracts/api/organisation.ts';
import type { AnswerOf } from '../../ui/api/client.ts';

interface StudentLineProps {
  readonly student: AnswerOf<typeof listStudents>['items'][number];
  /** Whether the person may read this pupil’s records. */
  readonly linked: boolean;
}

export function StudentLine({ student, linked }: StudentLineProps) {
  const { t } = useTranslation('portal');
  const inside = (
    <>
      <span className="po-line-main">
        <strong>{student.name}</strong>
        <span className="po-muted">
          {student.className}
          <span className="po-dot">{student.studentNoMasked}</span>
        </span>
      </span>
      <span className="po-line-side po-muted">{t('students.recordCount', { count: student.records })}</span>
    </>
  );
  return linked ? (
    <Link className="po-line" to={`/students/${student.id}/records`}>
      {inside}
    </Link>
  ) : (
    <div className="po-line">{inside}</div>
  );
}

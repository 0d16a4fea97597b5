import { ExclamationCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';

export interface CourseFinding {
  readonly key: string;
  readonly sentence: string;
  readonly severity: 'error' | 'warning';
  readonly element: string;
  readonly path: readonly string[];
}

interface CourseListProps {
  readonly findings: readonly CourseFinding[];
  /** key of the finding whose way is drawn */
  readonly shown: string | undefined;
  readonly onShow: (key: string | undefined) => void;
}

/** What the course of the process does to what is laid down above; pressing one draws its way on the diagram. */
export function CourseList({ findings, shown, onShow }: CourseListProps) {
  const { t } = useTranslation('editors');
  if (findings.length === 0) return null;
  return (
    <section className="op-course" aria-label={t('process.course.title')}>
      <h2>{t('process.course.count', { count: findings.length })}</h2>
      <ul>
        {findings.map(({ key, sentence, severity, path }) => (
          <li key={key}>
            <button
              type="button"
              aria-pressed={key === shown}
              onClick={() => onShow(key === shown ? undefined : key)}
            >
              {severity === 'error' ? (
                <ExclamationCircleOutlined aria-hidden />
              ) : (
                <WarningOutlined aria-hidden />
              )}
              <span>
                {sentence}
                {path.length > 0 && (
                  <em>{t(key === shown ? 'process.course.drawn' : 'process.course.draw')}</em>
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

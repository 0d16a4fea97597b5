import { useTranslation } from 'react-i18next';
import { listLaunchFailures } from '../../../contracts/api/launches.ts';
import { listStudents } from '../../../contracts/api/organisation.ts';
import { useAnswer } from '../../../ui/api/use-answer.ts';
import { MoreButton } from '../../app/more-button.tsx';
import { PagedAnswer } from '../../app/paged-answer.tsx';
import { TableFrame } from '../../app/table-frame.tsx';
import { usePages } from '../../app/use-pages.ts';
import { useMe } from '../../session/me-context.ts';

const known = ['no-account', 'student-frozen', 'other-version'] as const;

interface LaunchFailuresProps {
  readonly launchId: string;
  readonly unitId: string;
}

/** Who was left out, and why. Names stand there for those who have the list of pupils. */
export function LaunchFailures({ launchId, unitId }: LaunchFailuresProps) {
  const { t } = useTranslation('portal');
  const failures = usePages(listLaunchFailures, { params: { id: unitId }, query: { limit: 50, launchId } });
  const named = useMe().permissions.includes('student.list');
  const ids = failures.data?.pages.flatMap(({ items }) => items.map(({ studentId }) => studentId)) ?? [];
  const students = useAnswer(
    listStudents,
    { params: { id: unitId }, query: { limit: 100, ids: ids.slice(0, 100).join(',') } },
    { enabled: named && ids.length > 0 },
  );
  const nameOf = (id: string) => students.data?.items.find((student) => student.id === id)?.name;
  return (
    <section className="po-section" aria-labelledby="failures-title">
      <h2 id="failures-title">{t('operations.launch.leftOutWhy')}</h2>
      <PagedAnswer of={failures}>
        {(items) => (
          <>
            <TableFrame label={t('operations.launch.leftOutWhy')}>
              <table className="po-table">
                <thead>
                  <tr>
                    <th scope="col">{t('shell.unitKind.class')}</th>
                    <th scope="col">{t('shell.role.pupil')}</th>
                    <th scope="col">{t('operations.why')}</th>
                  </tr>
                </thead>
                <tbody>
                  {items.map((item) => {
                    const reason = known.find((one) => one === item.reason);
                    return (
                      <tr key={item.studentId}>
                        <td className="po-nowrap">{item.className}</td>
                        <td className="po-nowrap">{nameOf(item.studentId) ?? item.studentId.slice(-6)}</td>
                        <td>
                          {reason === undefined ? (
                            item.message
                          ) : (
                            <>
                              {t(`operations.launch.reason.${reason}`)}{' '}
                              <span className="po-muted">{t(`operations.launch.remedy.${reason}`)}</span>
                            </>
                          )}
                        </td>
                      </tr>
                    );
                  })}
                </tbody>
              </table>
            </TableFrame>
            <MoreButton {...failures} />
          </>
        )}
      </PagedAnswer>
    </section>
  );
}

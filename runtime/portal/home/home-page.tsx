import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/state/EmptyState.tsx';
import { Page } from '../app/page.tsx';
import { useMe } from '../session/me-context.ts';
import { hasRole, unitsWithRole } from '../session/own-units.ts';
import { useOwnStudent } from '../session/use-own-student.ts';
import { greetingOf } from './greeting.ts';
import { ManageLinks, managePlaces } from './manage-links.tsx';
import { StudentHome } from './student-home.tsx';
import { TeacherHome } from './teacher-home.tsx';
import { UnitsProgress } from './units-progress.tsx';
import './home.css';

/** Roles that see numbers of the units below theirs. */
const overseers = ['city-admin', 'district-admin', 'school-admin', 'principal', 'inspector'] as const;
const deciders = [
  'grade-leader',
  'class-teacher',
  'subject-teacher',
  'group-member',
  'principal',
  'school-admin',
  'district-admin',
  'city-admin',
] as const;

/** What this person has to do now, then what concerns them, by the roles that they hold. */
export function HomePage() {
  const { t } = useTranslation('portal');
  const me = useMe();
  const { student } = useOwnStudent();
  const units = me.permissions.includes('progress.read') ? unitsWithRole(me, overseers) : [];
  const decides = me.permissions.includes('task.list') && hasRole(me, ...deciders);
  const manage = managePlaces(me);
  const idle = student === null && units.length === 0 && !decides && manage.length === 0;
  const title = t(`home.greeting.${greetingOf(new Date())}`, { name: me.user.name });
  return (
    <Page title={title} plainTitle={t('home.title')}>
      {student !== null && <StudentHome />}
      {decides && <TeacherHome />}
      {units.length > 0 && <UnitsProgress units={units} />}
      {manage.length > 0 && <ManageLinks places={manage} />}
      {idle && <EmptyState title={t('home.nothing')} hint={t('home.nothingHint')} />}
    </Page>
  );
}

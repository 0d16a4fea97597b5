import { SearchOutlined } from '@ant-design/icons';
import { Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listStudents } from '../../contracts/api/organisation.ts';
import { EmptyState } from '../../ui/state/EmptyState.tsx';
import { ForbiddenPage } from '../app/forbidden-page.tsx';
import { MoreButton } from '../app/more-button.tsx';
import { Page } from '../app/page.tsx';
import { PagedAnswer } from '../app/paged-answer.tsx';
import { useDebounced } from '../app/use-debounced.ts';
import { usePages } from '../app/use-pages.ts';
import { useMe } from '../session/me-context.ts';
import { hasRole, unitsWithRole } from '../session/own-units.ts';
import { StudentLine } from './student-line.tsx';

const listers = ['class-teacher', 'school-admin', 'inspector'] as const;

/** Pupils of one’s class or school, by class and name. */
export function StudentsPage() {
  const { t } = useTranslation('portal');
  const me = useMe();
  const units = unitsWithRole(me, listers);
  const [unitId, setUnitId] = useState(units[0]?.id ?? '');
  const [typed, setTyped] = useState('');
  const q = useDebounced(typed.trim(), 300);
  const students = usePages(
    listStudents,
    { params: { id: unitId }, query: { limit: 50, ...(q === '' ? {} : { q }) } },
    unitId !== '',
  );
  if (unitId === '') {
    return <ForbiddenPage />;
  }
  const mayRead = me.permissions.includes('record.read') && hasRole(me, 'class-teacher', 'inspector');
  return (
    <Page title={t('students.title')}>
      <search className="po-search">
        <Input
          type="search"
          aria-label={t('students.search')}
          placeholder={t('students.search')}
          prefix={<SearchOutlined aria-hidden />}
          maxLength={30}
          allowClear
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        {units.length > 1 && (
          <Select
            aria-label={t('students.unit')}
            value={unitId}
            onChange={setUnitId}
            options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
          />
        )}
      </search>
      <PagedAnswer of={students}>
        {(items) =>
          items.length === 0 ? (
            q === '' ? (
              <EmptyState title={t('students.none')} hint={t('students.noneHint')} />
            ) : (
              <EmptyState title={t('students.noneFound', { q })} hint={t('students.noneFoundHint')} />
            )
          ) : (
            <>
              <ul className="po-list" aria-label={t('students.list')}>
                {items.map((student) => (
                  <li key={student.id}>
                    <StudentLine student={student} linked={mayRead} />
                  </li>
                ))}
              </ul>
              <MoreButton {...students} />
            </>
          )
        }
      </PagedAnswer>
    </Page>
  );
}

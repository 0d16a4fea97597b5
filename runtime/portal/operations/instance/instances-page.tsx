import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { instanceFilters, listOperatedInstances } from '../../../contracts/api/operated-instances.ts';
import { EmptyState } from '../../../ui/state/EmptyState.tsx';
import { FilterTabs } from '../../app/filter-tabs.tsx';
import { ForbiddenPage } from '../../app/forbidden-page.tsx';
import { MoreButton } from '../../app/more-button.tsx';
import { Page } from '../../app/page.tsx';
import { PagedAnswer } from '../../app/paged-answer.tsx';
import { usePages } from '../../app/use-pages.ts';
import { useMe } from '../../session/me-context.ts';
import { OperationsTabs } from '../operations-tabs.tsx';
import { useOperatedUnit, watchers } from '../use-operated-unit.tsx';
import { InstanceLine } from './instance-line.tsx';
import { useStudentChoice } from './use-student-choice.ts';
import '../operations.css';

type Filter = (typeof instanceFilters)[number];

/** 流程: the running flows of an org unit, for whoever has to step in. */
export function InstancesPage() {
  const { t } = useTranslation('portal');
  const { unit, picker } = useOperatedUnit(watchers);
  const [filter, setFilter] = useState<Filter>('all');
  const [studentId, setStudentId] = useState<string | undefined>();
  const named = useMe().permissions.includes('student.list');
  const students = useStudentChoice(unit?.id ?? '', named && unit !== null);
  const instances = usePages(
    listOperatedInstances,
    {
      params: { id: unit?.id ?? '' },
      query: { limit: 30, filter, ...(studentId === undefined ? {} : { studentId }) },
    },
    unit !== null,
  );
  if (unit === null) return <ForbiddenPage />;
  const narrowed = filter !== 'all' || studentId !== undefined;
  return (
    <Page title={t('operations.title')} width="full">
      <OperationsTabs />
      <div className="po-op-bar">
        {picker}
        <FilterTabs
          label={t('operations.instance.filter')}
          value={filter}
          options={instanceFilters.map((value) => ({
            value,
            label: t(`operations.instance.filters.${value}`),
          }))}
          onChange={(next) => setFilter(next ?? 'all')}
        />
        {named && (
          <Select
            className="po-op-student"
            aria-label={t('operations.instance.student')}
            placeholder={t('operations.instance.student')}
            allowClear
            showSearch={{ filterOption: false, onSearch: students.search }}
            loading={students.loading}
            notFoundContent={t('approval.nobody')}
            value={studentId}
            onChange={setStudentId}
            options={students.options}
          />
        )}
      </div>
      <PagedAnswer of={instances}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState
              title={t(narrowed ? 'operations.instance.noneFound' : 'operations.instance.none')}
              hint={t('operations.instance.noneHint')}
            />
          ) : (
            <>
              <ul className="po-list" aria-label={t('operations.instance.list')}>
                {items.map((instance) => (
                  <InstanceLine key={instance.id} instance={instance} />
                ))}
              </ul>
              <MoreButton {...instances} />
            </>
          )
        }
      </PagedAnswer>
    </Page>
  );
}

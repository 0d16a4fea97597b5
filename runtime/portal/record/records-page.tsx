import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { listRecords, type RecordState, recordStates } from '../../contracts/api/records.ts';
import { useAnswer } from '../../ui/api/use-answer.ts';
import { EmptyState } from '../../ui/state/EmptyState.tsx';
import { Answer } from '../app/answer.tsx';
import { FilterTabs } from '../app/filter-tabs.tsx';
import { NotFoundPage } from '../app/not-found-page.tsx';
import { Page } from '../app/page.tsx';
import { ChildPicker } from '../session/child-picker.tsx';
import { useMe } from '../session/me-context.ts';
import { useOwnStudent } from '../session/use-own-student.ts';
import { RecordList } from './record-list.tsx';
import './record.css';

/** The records of the pupil that one is, of one’s child, or (with `studentId` in the address) of a pupil in one’s care. */
export function RecordsPage() {
  const { t } = useTranslation('portal');
  const { studentId } = useParams();
  const me = useMe();
  const own = useOwnStudent();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const id = studentId ?? own.student?.id ?? '';
  const records = useAnswer(listRecords, { params: { id } }, { enabled: id !== '' });
  if (id === '') {
    return <NotFoundPage />;
  }
  const other = studentId !== undefined;
  const mayRecord = !other && me.permissions.includes('record.create');
  const name = records.data?.items[0]?.student.name;
  const asked = search.get('state');
  const state = recordStates.find((one) => one === asked) ?? null;
  const newRecord = () => void navigate('/records/new');
  return (
    <Page
      title={other && name !== undefined ? t('record.list.titleOf', { name }) : t('record.list.title')}
      back={other ? { to: '/students', label: t('shell.back') } : undefined}
      actions={
        <>
          {me.permissions.includes('archive.read') && (
            <Link to={other ? `/students/${id}/archive` : '/archive'}>{t('record.list.archive')}</Link>
          )}
          {mayRecord && (
            <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={newRecord}>
              {t('record.list.new')}
            </Button>
          )}
        </>
      }
    >
      {!other && <ChildPicker {...own} />}
      <Answer of={records}>
        {({ items }) => {
          const shown = state === null ? items : items.filter((record) => record.state === state);
          const count = (one: RecordState) => items.filter((record) => record.state === one).length;
          const used = recordStates.filter((one) => count(one) > 0 || one === state);
          return items.length === 0 ? (
            <EmptyState
              title={t('record.list.none')}
              hint={t('record.list.noneHint')}
              action={mayRecord ? { label: t('record.list.new'), onPress: newRecord } : undefined}
            />
          ) : (
            <>
              <FilterTabs
                label={t('record.list.filter')}
                value={state}
                options={[
                  { value: null, label: `${t('record.list.all')} ${items.length}` },
                  ...used.map((one) => ({
                    value: one,
                    label: `${t(`shell.recordState.${one}`)} ${count(one)}`,
                  })),
                ]}
                onChange={(value) => setSearch(value === null ? {} : { state: value }, { replace: true })}
              />
              {shown.length > 0 ? (
                <RecordList items={shown} label={t('record.list.title')} />
              ) : (
                <EmptyState
                  title={t('record.list.noneInState', {
                    state: state === null ? '' : t(`shell.recordState.${state}`),
                  })}
                />
              )}
            </>
          );
        }}
      </Answer>
    </Page>
  );
}

import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { listRecords } from '../../contracts/api/records.ts';
import { useAnswer } from '../../ui/api/use-answer.ts';
import { EmptyState } from '../../ui/state/EmptyState.tsx';
import { Answer } from '../app/answer.tsx';
import { RecordList } from '../record/record-list.tsx';
import { ChildPicker } from '../session/child-picker.tsx';
import { useMe } from '../session/me-context.ts';
import { useOwnStudent } from '../session/use-own-student.ts';
import { TermCount } from './term-count.tsx';
import { TodoCard } from './todo-card.tsx';

const shownRecent = 5;

/** Home of a pupil, or of a guardian for the chosen child. */
export function StudentHome() {
  const { t } = useTranslation('portal');
  const me = useMe();
  const own = useOwnStudent();
  const navigate = useNavigate();
  const id = own.student?.id ?? '';
  const records = useAnswer(listRecords, { params: { id } }, { enabled: id !== '' });
  const mayRecord = me.permissions.includes('record.create');
  const newRecord = () => void navigate('/records/new');
  return (
    <>
      <ChildPicker {...own} />
      <Answer of={records}>
        {({ items }) => (
          <>
            <TodoCard returned={items.filter((record) => record.state === 'returned')} />
            <section className="po-section po-term" aria-labelledby="term-title">
              <div>
                <h2 id="term-title">{t('home.thisTerm')}</h2>
                <TermCount studentId={id} records={items} mayRecord={mayRecord} />
              </div>
              {mayRecord && items.length > 0 && (
                <Button type="primary" size="large" icon={<PlusOutlined aria-hidden />} onClick={newRecord}>
                  {t('home.newRecord')}
                </Button>
              )}
            </section>
            <section className="po-section" aria-labelledby="recent-title">
              <div className="po-section-head">
                <h2 id="recent-title">{t('home.recent')}</h2>
                {items.length > 0 && <Link to="/records">{t('home.allRecords')}</Link>}
              </div>
              {items.length > 0 ? (
                <RecordList items={items.slice(0, shownRecent)} label={t('home.recent')} />
              ) : (
                <EmptyState
                  title={t(me.student === null ? 'home.noRecordsGuardian' : 'home.noRecords')}
                  hint={t('home.noRecordsHint')}
                  action={mayRecord ? { label: t('home.newRecord'), onPress: newRecord } : undefined}
                />
              )}
            </section>
            <nav className="po-links" aria-label={t('profile.links')}>
              <Link to="/notices">{t('home.seeNotices')}</Link>
              <Link to="/archive">{t('home.seeArchive')}</Link>
            </nav>
          </>
        )}
      </Answer>
    </>
  );
}

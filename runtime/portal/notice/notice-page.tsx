import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { getNotice } from '../../contracts/api/publicity.ts';
import { useAnswer } from '../../ui/api/use-answer.ts';
import { Answer } from '../app/answer.tsx';
import { useCalendarDate } from '../app/calendar-date.ts';
import { Page } from '../app/page.tsx';
import { NoticeTimeWords } from './notice-time-words.tsx';
import './notice.css';

/** One notice, as it would hang on the wall. */
export function NoticePage() {
  const { t } = useTranslation('portal');
  const { noticeId = '' } = useParams();
  const dateOf = useCalendarDate();
  const answer = useAnswer(getNotice, { params: { id: noticeId } });
  return (
    <Page
      title={answer.data?.heading ?? t('notices.title')}
      back={{ to: '/notices', label: t('notices.back') }}
      width="narrow"
    >
      <Answer of={answer}>
        {(notice) => (
          <article className="po-notice">
            <p className="po-notice-head">
              <NoticeTimeWords notice={notice} />
              <span className="po-muted">{t('notices.audience', { unit: notice.audience.name })}</span>
            </p>
            <p className="po-notice-who">
              <strong>{notice.studentName}</strong> <span className="po-muted">{notice.className}</span>
            </p>
            <dl className="po-fields">
              {notice.fields.map((field) => (
                <div key={field.label}>
                  <dt>{field.label}</dt>
                  <dd>{field.value}</dd>
                </div>
              ))}
              <div>
                <dt>{t('notices.period')}</dt>
                <dd>
                  {notice.closesAt === null
                    ? t('notices.since', { from: dateOf(notice.opensAt, false) })
                    : t('notices.range', {
                        from: dateOf(notice.opensAt, false),
                        until: dateOf(notice.closesAt, false),
                      })}
                </dd>
              </div>
            </dl>
            {notice.state === 'open' && <p className="po-muted po-gap-top">{t('notices.objection')}</p>}
          </article>
        )}
      </Answer>
    </Page>
  );
}

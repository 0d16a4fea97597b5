import { CheckOutlined, ClockCircleOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { Notice } from '../../contracts/api/publicity.ts';
import { defaultTimeZone } from '../../ui/dates.ts';
import { useSayMoment } from '../app/say-moment.ts';
import { noticeTime } from './days-left.ts';

/** How long a notice still stands, or that it has ended. */
export function NoticeTimeWords({ notice }: { readonly notice: Notice }) {
  const { t } = useTranslation('portal');
  const sayWhen = useSayMoment();
  const time = noticeTime(notice, Date.now(), defaultTimeZone);
  const words = {
    closed: () =>
      t('notices.endedAt', { when: time.kind === 'closed' && time.at !== null ? sayWhen(time.at) : '' }),
    'last-day': () => t('notices.lastDay'),
    days: () => t('notices.daysLeft', { count: time.kind === 'days' ? time.count : 0 }),
    open: () => t('notices.open'),
  }[time.kind]();
  const Icon = time.kind === 'closed' ? CheckOutlined : ClockCircleOutlined;
  return (
    <span className="po-notice-time" data-kind={time.kind}>
      <Icon aria-hidden /> {words}
    </span>
  );
}

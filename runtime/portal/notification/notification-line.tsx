import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { z } from 'zod';
import type { notification } from '../../contracts/api/publicity.ts';
import { Moment } from '../../ui/Moment.tsx';
import { designerAddress, notificationTarget } from './notification-target.ts';

/** One message; leads to the task or the record that it is about. */
export function NotificationLine({ message }: { readonly message: z.infer<typeof notification> }) {
  const { t } = useTranslation('portal');
  const target = notificationTarget(message);
  // A plan may send kinds of its own; those say what they mean in their title.
  const words = t(`notifications.kind.${message.kind}`, { defaultValue: '' });
  const inside = (
    <>
      <span className="po-line-main">
        <span className="po-message-title" data-unread={message.readAt === null}>
          {message.readAt === null && (
            <span className="op-visually-hidden">{t('notifications.isUnread')} </span>
          )}
          {message.title}
        </span>
        {words !== '' && <span className="po-muted">{words}</span>}
      </span>
      <span className="po-line-side po-muted po-small">
        <Moment at={message.createdAt} />
      </span>
    </>
  );
  if (target === null) return <div className="po-line">{inside}</div>;
  return target === designerAddress ? (
    <a className="po-line" href={target}>
      {inside}
    </a>
  ) : (
    <Link className="po-line" to={target}>
      {inside}
    </Link>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listNotifications, readNotifications } from '../../contracts/api/publicity.ts';
import { useApi } from '../../ui/api/api-context.tsx';
import { answerKey, useAnswer } from '../../ui/api/use-answer.ts';
import { EmptyState } from '../../ui/state/EmptyState.tsx';
import { useAnnounce } from '../app/announcer.tsx';
import { Answer } from '../app/answer.tsx';
import { Page } from '../app/page.tsx';
import { useProblemText } from '../app/problem-words.ts';
import { NotificationLine } from './notification-line.tsx';
import './notification.css';

/** 消息: what happened to one’s records and what waits, newest first. */
export function NotificationsPage() {
  const { t } = useTranslation('portal');
  const api = useApi();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const textOf = useProblemText();
  const messages = useAnswer(listNotifications, {});
  const [sending, setSending] = useState(false);
  const unread = messages.data?.unread ?? 0;

  const readAll = async () => {
    setSending(true);
    try {
      await api.call(readNotifications);
      await queries.invalidateQueries({ queryKey: answerKey(listNotifications) });
      announce(t('notifications.allRead'));
    } catch (error) {
      announce(textOf(error), 'note');
    } finally {
      setSending(false);
    }
  };

  return (
    <Page
      title={t('notifications.title')}
      actions={
        unread > 0 && (
          <Button loading={sending} onClick={() => void readAll()}>
            {t('notifications.readAll')}
          </Button>
        )
      }
    >
      <Answer of={messages}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('notifications.none')} hint={t('notifications.noneHint')} />
          ) : (
            <>
              <p className="po-muted">
                {unread === 0 ? t('notifications.allRead') : t('notifications.unread', { count: unread })}
              </p>
              <ul className="po-list" aria-label={t('notifications.title')}>
                {items.map((message) => (
                  <li key={message.id}>
                    <NotificationLine message={message} />
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Answer>
    </Page>
  );
}

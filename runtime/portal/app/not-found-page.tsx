import { MessagePage } from './message-page.tsx';

export function NotFoundPage() {
  return <MessagePage words="notFound" />;
}

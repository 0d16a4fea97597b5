import { MessagePage } from './message-page.tsx';

/** A page that this person’s roles do not open. */
export function ForbiddenPage() {
  return <MessagePage words="forbidden" />;
}

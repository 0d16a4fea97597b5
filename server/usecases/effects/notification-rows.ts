import type { Context } from '../../context.ts';
import { places } from '../../persistence/sql-statement.ts';

export interface NotificationContent {
  readonly kind: string;
  readonly title: string;
  readonly submissionId: string | null;
  readonly taskId: string | null;
}

/** What is told to whom. `cause` (an external task, an outbox row) is what a repeat is known by. */
export interface Announcement {
  readonly cause: string;
  readonly userIds: readonly string[];
  readonly content: NotificationContent;
}

/**
 * Writes one message for each user, in the current transaction: who was told by the same cause before is not told
 * again. The caller holds a lock that orders repeats. Answers how many were written.
 */
export function writeNotifications(
  context: Context,
  cause: string,
  userIds: readonly string[],
  content: NotificationContent,
): Promise<number> {
  return writeAnnouncements(context, [{ cause, userIds, content }]);
}

/** The same for several causes, together. */
export async function writeAnnouncements(
  context: Context,
  announcements: readonly Announcement[],
): Promise<number> {
  const messages = new Map<string, { userId: string; content: NotificationContent }>(
    announcements.flatMap(({ cause, userIds, content }) =>
      userIds.map((userId) => [`${cause}:${userId}`, { userId, content }] as const),
    ),
  );
  if (messages.size === 0) return 0;
  const keys = [...messages.keys()];
  const told = await context.sql.all<{ dedupe_key: string }>(
    `SELECT dedupe_key FROM notification WHERE dedupe_key IN (${places(keys)})`,
    keys,
  );
  for (const { dedupe_key } of told) messages.delete(dedupe_key);
  await context.sql.insert(
    'notification',
    [...messages].map(([dedupeKey, { userId, content }]) => ({
      id: context.newId(),
      dedupe_key: dedupeKey,
      user_id: userId,
      kind: content.kind,
      title: content.title,
      submission_id: content.submissionId,
      task_id: content.taskId,
      created_at: context.now(),
      read_at: null,
    })),
  );
  return messages.size;
}

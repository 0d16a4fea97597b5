import type { Context } from '../../context.ts';

export interface NotificationContent {
  readonly kind: string;
  readonly title: string;
  readonly submissionId: string | null;
  readonly taskId: string | null;
}

/**
 * Writes one message for each user, in the current transaction. `cause` (an external task, an outbox row) is what a
 * repeat is known by: who was told by it before is not told again. The caller holds a lock that orders repeats.
 * Answers how many were written.
 */
export async function writeNotifications(
  context: Context,
  cause: string,
  userIds: readonly string[],
  { kind, title, submissionId, taskId }: NotificationContent,
): Promise<number> {
  const messages = new Map(userIds.map((userId) => [`${cause}:${userId}`, userId]));
  if (messages.size === 0) return 0;
  const told = await context.sql.all<{ dedupe_key: string }>(
    `SELECT dedupe_key FROM notification WHERE dedupe_key IN (${[...messages].map(() => '?').join(',')})`,
    [...messages.keys()],
  );
  for (const { dedupe_key } of told) messages.delete(dedupe_key);
  await context.sql.insert(
    'notification',
    [...messages].map(([dedupeKey, userId]) => ({
      id: context.newId(),
      dedupe_key: dedupeKey,
      user_id: userId,
      kind,
      title,
      submission_id: submissionId,
      task_id: taskId,
      created_at: context.now(),
      read_at: null,
    })),
  );
  return messages.size;
}

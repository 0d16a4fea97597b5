import { z } from 'zod';
import type { Context } from '../context.ts';
import { nobodyFound } from '../usecases/approval/nobody-found.ts';
import {
  type NotificationContent,
  writeAnnouncements,
  writeNotifications,
} from '../usecases/effects/notification-rows.ts';
import { usersBehind, usersByHolder } from '../usecases/effects/users-behind.ts';
import type { OutboxMessage } from './outbox-message.ts';

const taskCreated = z.object({
  taskId: z.uuid(),
  submissionId: z.uuid().nullable(),
  title: z.string(),
  name: z.string(),
  holders: z.array(z.string()),
});

/** Tells everybody who may take a new task today. Whoever gets the role later sees it in the inbox. */
export async function deliverTaskCreated(
  context: Context,
  outboxId: string,
  payload: unknown,
): Promise<void> {
  const task = taskCreated.parse(payload);
  const people = await usersBehind(context, task.holders);
  if (people.length === 0) {
    await nobodyFound(context, task.taskId);
    return;
  }
  await writeNotifications(context, outboxId, people, contentOf(task));
}

/**
 * The same for many tasks at once. Answers the ids of those that were delivered; a task behind which nobody stands is
 * left to `deliverTaskCreated`, because more than a message may have to happen then.
 */
export async function deliverTasksCreated(
  context: Context,
  messages: readonly OutboxMessage[],
): Promise<readonly string[]> {
  const tasks = messages.map(({ id, payload }) => ({ id, task: taskCreated.parse(payload) }));
  const users = await usersByHolder(
    context,
    tasks.flatMap(({ task }) => task.holders),
  );
  const announcements = tasks.flatMap(({ id, task }) => {
    const userIds = [...new Set(task.holders.flatMap((holder) => users.get(holder) ?? []))];
    return userIds.length === 0 ? [] : [{ cause: id, userIds, content: contentOf(task) }];
  });
  await writeAnnouncements(context, announcements);
  return announcements.map(({ cause }) => cause);
}

const contentOf = ({
  taskId,
  name,
  title,
  submissionId,
}: z.output<typeof taskCreated>): NotificationContent => ({
  kind: 'task-created',
  title: title === '' ? name : title,
  submissionId,
  taskId,
});

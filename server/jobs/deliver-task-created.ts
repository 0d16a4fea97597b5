import { z } from 'zod';
import type { Context } from '../context.ts';
import { nobodyFound } from '../usecases/approval/nobody-found.ts';
import { writeNotifications } from '../usecases/effects/notification-rows.ts';
import { usersBehind } from '../usecases/effects/users-behind.ts';

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
  await writeNotifications(context, outboxId, people, {
    kind: 'task-created',
    title: task.title === '' ? task.name : task.title,
    submissionId: task.submissionId,
    taskId: task.taskId,
  });
}

import type { Context } from '../../context.ts';
import { writeNotifications } from '../effects/notification-rows.ts';
import type { LockedTask } from './locked-task.ts';

/** Writes one message to each of these people, in the current transaction. */
export async function tellAboutTask(
  context: Context,
  task: Pick<LockedTask, 'id' | 'title' | 'name' | 'submissionId'>,
  people: readonly string[],
  kind: string,
): Promise<void> {
  await writeNotifications(context, context.newId(), people, {
    kind,
    title: task.title === '' ? task.name : task.title,
    submissionId: task.submissionId,
    taskId: task.id,
  });
}

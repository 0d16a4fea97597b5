import type { Context } from '../../context.ts';
import type { Caller } from '../../identity/caller.ts';
import { assertColleagues } from './colleagues.ts';
import { lockHeldTask } from './locked-task.ts';
import { writeTaskEvent } from './task-event.ts';
import { tellAboutTask } from './tell-about-task.ts';

/**
 * 抄送: colleagues of the school may read the instance and its record from now on; every read is logged as any other.
 * Whoever has a copy already gets no second one.
 */
export async function copyTask(
  context: Context,
  caller: Caller,
  input: { readonly taskId: string; readonly people: readonly string[]; readonly note: string },
): Promise<void> {
  const task = await lockHeldTask(context, caller, input.taskId);
  const people = [...new Set(input.people)];
  await assertColleagues(context, task, people);
  const known = await context.sql.all<{ user_id: string }>(
    `SELECT user_id FROM task_copy WHERE instance_id = ? AND user_id IN (${people.map(() => '?').join(',')})`,
    [task.instance.id, ...people],
  );
  const fresh = people.filter((person) => !known.some(({ user_id }) => user_id === person));
  await context.sql.insert(
    'task_copy',
    fresh.map((person) => ({
      id: context.newId(),
      instance_id: task.instance.id,
      user_id: person,
      task_id: task.id,
      sent_by: caller.userId,
      sent_at: context.now(),
    })),
  );
  await writeTaskEvent(context, caller, {
    kind: 'copied',
    instanceId: task.instance.id,
    taskId: task.id,
    elementId: task.elementId,
    elementName: task.name,
    people: fresh,
    remark: input.note,
  });
  await tellAboutTask(context, task, fresh, 'copy-sent');
}

import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Context } from '../../context.ts';
import type { Caller } from '../../identity/caller.ts';
import { usersBehind } from '../effects/users-behind.ts';
import { writeTaskEvent } from './task-event.ts';
import { tellAboutTask } from './tell-about-task.ts';
import { lockOpenInstance } from './withdraw-instance.ts';

const betweenReminders = 24 * 3_600_000;

interface OpenTask {
  id: string;
  name: string;
  title: string;
  element_id: string;
  submission_id: string | null;
  holders: string;
}

/**
 * 催办: tells everybody at whose task the instance waits, once in 24 hours. Answers how many people were told.
 * Throws `reminded-already`, naming when it is possible again, and `nobody-to-remind`.
 */
export async function remindInstance(context: Context, caller: Caller, instanceId: string): Promise<number> {
  await lockOpenInstance(context, instanceId);
  const last = await context.sql.one<{ at: number | null }>(
    "SELECT MAX(at) AS at FROM task_event WHERE instance_id = ? AND kind = 'reminded-by-hand'",
    [instanceId],
  );
  const again = Number(last?.at ?? 0) + betweenReminders;
  if (last?.at && again > context.now())
    throw new AppError('reminded-already', 'They were reminded less than a day ago.', {
      instanceId,
      again: new Date(again).toISOString(),
    });
  const tasks = await context.sql.all<OpenTask>(
    "SELECT id, name, title, element_id, submission_id, holders FROM task WHERE instance_id = ? AND status = 'open'",
    [instanceId],
  );
  const [first] = tasks;
  if (!first)
    throw new AppError('nobody-to-remind', 'It does not wait for a person at the moment.', { instanceId });
  const told = new Set<string>();
  for (const task of tasks) {
    const people = await usersBehind(context, JSON.parse(task.holders) as string[]);
    await tellAboutTask(context, { ...task, submissionId: task.submission_id }, people, 'task-reminder');
    for (const person of people) told.add(person);
  }
  await writeTaskEvent(context, caller, {
    kind: 'reminded-by-hand',
    instanceId,
    taskId: first.id,
    elementId: first.element_id,
    elementName: first.name,
    people: [...told],
  });
  return told.size;
}

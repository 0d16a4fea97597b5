import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import { tellHolder } from '../../camunda/tell-holder.ts';
import type { Context } from '../../context.ts';
import type { Caller } from '../../identity/caller.ts';
import { assertColleagues } from './colleagues.ts';
import { type LockedTask, lockHeldTask } from './locked-task.ts';
import { giveTask, offerTask } from './offer-task.ts';
import { writeTaskEvent } from './task-event.ts';
import { tellAboutTask } from './tell-about-task.ts';

interface TaskOnly {
  readonly taskId: string;
}

interface HandOn {
  readonly taskId: string;
  readonly to: string;
  readonly reason: string;
}

const aboutTask = (task: LockedTask) => ({
  instanceId: task.instance.id,
  taskId: task.id,
  elementId: task.elementId,
  elementName: task.name,
});

/** 领取: takes a task that is offered to several; the others no longer see it. */
export async function claimTask(context: Context, caller: Caller, { taskId }: TaskOnly): Promise<void> {
  const task = await lockHeldTask(context, caller, taskId);
  if (task.assigneeId !== null && task.assigneeId !== caller.userId)
    throw new AppError('task-taken', `"${task.name}" of "${task.title}" was taken by somebody else.`, {
      taskId,
    });
  await giveTask(context, task, caller.userId);
  await context.sql.run('UPDATE task SET claimed_at = ? WHERE id = ?', [context.now(), taskId]);
  await tellHolder(context, caller, task.id);
  await writeTaskEvent(context, caller, { kind: 'claimed', ...aboutTask(task) });
}

/** Offers a task again to those it was offered to before. Throws when it was given to this person by the plan. */
export async function unclaimTask(context: Context, caller: Caller, { taskId }: TaskOnly): Promise<void> {
  const task = await lockHeldTask(context, caller, taskId);
  if (task.offered === null || task.delegation === 'pending')
    throw new AppError(
      'task-not-claimed',
      `"${task.name}" of "${task.title}" was not taken from a list, so it cannot be put back; reassign it instead.`,
      { taskId },
    );
  await offerTask(context, task, task.offered);
  await context.sql.run(
    'UPDATE task SET assignee_id = NULL, claimed_at = NULL, offered = NULL WHERE id = ?',
    [taskId],
  );
  await tellHolder(context, caller, task.id);
  await writeTaskEvent(context, caller, { kind: 'unclaimed', ...aboutTask(task) });
}

/** 转办: from now on it is the other person's task; whoever had it before can no longer complete it. */
export async function reassignTask(context: Context, caller: Caller, { taskId, to, reason }: HandOn) {
  const task = await lockHeldTask(context, caller, taskId);
  await assertColleagues(context, task, [to]);
  await giveTask(context, task, to);
  await context.sql.run('UPDATE task SET owner_id = NULL, delegation = NULL WHERE id = ?', [taskId]);
  await tellHolder(context, caller, task.id);
  await writeTaskEvent(context, caller, {
    kind: 'reassigned',
    ...aboutTask(task),
    people: [to],
    remark: reason,
  });
  await tellAboutTask(context, task, [to], 'task-reassigned');
}

/** 委派: the other person prepares it and gives it back; only the owner completes it (Camunda 7: delegateTask). */
export async function delegateTask(context: Context, caller: Caller, { taskId, to, reason }: HandOn) {
  const task = await lockHeldTask(context, caller, taskId);
  if (task.delegation === 'pending')
    throw new AppError('task-delegated', 'This task is delegated already and has not come back yet.', {
      taskId,
    });
  if (task.signsFor !== null)
    throw new AppError(
      'task-is-signature',
      'A request to sign is answered in person; it cannot be delegated.',
      {
        taskId,
      },
    );
  await assertColleagues(context, task, [to]);
  await giveTask(context, task, to);
  await context.sql.run("UPDATE task SET owner_id = ?, delegation = 'pending' WHERE id = ?", [
    caller.userId,
    taskId,
  ]);
  await tellHolder(context, caller, task.id);
  await writeTaskEvent(context, caller, {
    kind: 'delegated',
    ...aboutTask(task),
    people: [to],
    remark: reason,
  });
  await tellAboutTask(context, task, [to], 'task-delegated');
}

/** The delegate has prepared it: back to the owner, with an opinion. */
export async function resolveTask(
  context: Context,
  caller: Caller,
  { taskId, opinion }: { readonly taskId: string; readonly opinion: string },
): Promise<void> {
  const task = await lockHeldTask(context, caller, taskId);
  if (task.delegation !== 'pending' || task.ownerId === null)
    throw new AppError('task-not-delegated', 'This task is not delegated to you; complete it instead.', {
      taskId,
    });
  await giveTask(context, task, task.ownerId);
  await context.sql.run("UPDATE task SET owner_id = NULL, delegation = 'resolved' WHERE id = ?", [taskId]);
  await tellHolder(context, caller, task.id);
  await writeTaskEvent(context, caller, {
    kind: 'delegation-resolved',
    ...aboutTask(task),
    people: [task.ownerId],
    remark: opinion,
  });
  await tellAboutTask(context, task, [task.ownerId], 'task-resolved');
}

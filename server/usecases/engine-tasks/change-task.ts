import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Command } from '@oneplan/runtime/engine/command.ts';
import { tellHolder } from '../../camunda/tell-holder.ts';
import type { Context } from '../../context.ts';
import { userHolder } from '../../identity/caller.ts';
import { transaction } from '../../persistence/transaction.ts';
import { type LockedTask, lockTask } from '../approval/locked-task.ts';
import { giveTask, offerTask } from '../approval/offer-task.ts';
import { executeOnLocked } from '../engine/execute-command.ts';
import { openTask } from './open-task.ts';

/**
 * Changes an open task in one transaction, its instance locked first. A task of a published plan is refused: it carries a
 * record, and is done in the portal by people who may see it.
 */
export function changeTask(
  context: Context,
  id: string,
  change: (task: LockedTask) => Promise<void>,
): Promise<void> {
  return transaction(context.database, async () => {
    const { bundleKind } = await openTask(context, id);
    if (bundleKind === 'plan')
      throw new AppError(
        'conflict',
        `The task ${id} belongs to a published plan: it is done in the portal, where its record is checked.`,
        { id },
      );
    await change(await lockTask(context, id));
  });
}

/** The same for who has it, which the engine is told. */
const changeHolder = (
  context: Context,
  id: string,
  change: (task: LockedTask) => Promise<void>,
): Promise<void> =>
  changeTask(context, id, async (task) => {
    await change(task);
    await tellHolder(context, null, id);
  });

/** Runs a command at the task: complete, error, escalation. */
export const commandTask = (
  context: Context,
  id: string,
  commandFor: (token: number) => Command,
): Promise<void> =>
  changeTask(context, id, (task) => executeOnLocked(context, task.instance, commandFor(task.token), null));

/** Takes the task for a user. Throws `task-taken` when somebody else has it. */
export const claimTaskFor = (context: Context, id: string, userId: string | null): Promise<void> =>
  changeHolder(context, id, async (task) => {
    if (userId === null) return putBack(context, task);
    if (task.assigneeId !== null && task.assigneeId !== userId)
      throw new AppError('task-taken', `Task '${id}' is already claimed by someone else.`, { id });
    await giveTask(context, task, userId);
    await context.sql.run('UPDATE task SET claimed_at = ? WHERE id = ?', [context.now(), id]);
  });

/** Nobody's task any more: offered again to those it was offered to. */
export const unclaimTaskOf = (context: Context, id: string): Promise<void> =>
  changeHolder(context, id, (task) => putBack(context, task));

/** From now on it is this user's task, whoever had it before; null: nobody's. */
export const assignTask = (context: Context, id: string, userId: string | null): Promise<void> =>
  changeHolder(context, id, (task) =>
    userId === null ? putBack(context, task) : giveTask(context, task, userId),
  );

/** The user prepares it and gives it back to its owner: whoever had it, unless there is an owner already. */
export const delegateTaskTo = (context: Context, id: string, userId: string): Promise<void> =>
  changeHolder(context, id, async (task) => {
    await giveTask(context, task, userId);
    await context.sql.run("UPDATE task SET owner_id = ?, delegation = 'pending' WHERE id = ?", [
      task.ownerId ?? task.assigneeId,
      id,
    ]);
  });

/** The delegate has prepared it: back to the owner. */
export const resolveTaskOf = (context: Context, id: string): Promise<void> =>
  changeHolder(context, id, async (task) => {
    if (task.ownerId !== null) await giveTask(context, task, task.ownerId);
    await context.sql.run("UPDATE task SET delegation = 'resolved' WHERE id = ?", [id]);
  });

async function putBack(context: Context, task: LockedTask): Promise<void> {
  await offerTask(
    context,
    task,
    task.offered ?? task.holders.filter((holder) => holder !== userHolder(task.assigneeId ?? '')),
  );
  await context.sql.run(
    'UPDATE task SET assignee_id = NULL, claimed_at = NULL, offered = NULL WHERE id = ?',
    [task.id],
  );
}

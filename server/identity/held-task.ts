import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Context } from '../context.ts';
import type { Caller } from './caller.ts';

interface Held {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  /** To whom the task is offered or given at this moment. */
  readonly holders: readonly string[];
}

const isAmong = (caller: Caller, holders: readonly string[]) =>
  holders.some((holder) => caller.holders.includes(holder));

const taken = ({ id, name, title }: Omit<Held, 'holders'>) =>
  new AppError('task-taken', `"${name}" of "${title}" was taken by somebody else; nothing was changed.`, {
    taskId: id,
    name,
    title,
  });

/**
 * Throws `task-taken` unless the caller holds the task. Authorisation looks before the instance is locked; whoever was
 * overtaken between the two by somebody who took it or handed it on is stopped here, under the lock.
 */
export function assertHolds(caller: Caller, task: Held): void {
  if (!isAmong(caller, task.holders)) throw taken(task);
}

/** `task-taken` for a caller who held the task before somebody took it or handed it on; null for anybody else. */
export async function takenFrom(context: Context, caller: Caller, taskId: string): Promise<AppError | null> {
  const row = await context.sql.one<{ name: string; title: string; offered: string | null }>(
    "SELECT name, title, offered FROM task WHERE id = ? AND status = 'open'",
    [taskId],
  );
  if (!row?.offered || !isAmong(caller, JSON.parse(row.offered) as string[])) return null;
  return taken({ id: taskId, name: row.name, title: row.title });
}

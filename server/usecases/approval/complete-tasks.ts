import type { completeTasks as contract } from '@oneplan/runtime/contracts/api/approval.ts';
import { AppError, problemOf } from '@oneplan/runtime/contracts/errors.ts';
import { EngineError } from '@oneplan/runtime/engine/engine-error.ts';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { authorise } from '../../identity/access.ts';
import type { Caller } from '../../identity/caller.ts';
import { lockInstances } from '../../persistence/engine/instance-row.ts';
import { completeTask, completeTasksTogether } from '../tasks/complete-task.ts';
import { nextTasksQuery, taskSummaries } from '../tasks/summarise-tasks.ts';

type Item = z.output<typeof contract.body>['items'][number];

/**
 * Completes many tasks in the caller's transaction. All instances are locked first, in the order of their ids, so that
 * two who complete overlapping lists never wait for each other in a circle. Each row is authorised and checked by itself, and
 * what goes through is written together: one that is refused changes nothing and stops no other; its problem is what the
 * single call would have said.
 */
export async function completeTasks(
  context: Context,
  caller: Caller,
  items: readonly Item[],
): Promise<z.input<typeof contract.response>> {
  const ids = items.map(({ taskId }) => taskId);
  const instances = await context.sql.all<{ instance_id: string }>(
    `SELECT DISTINCT instance_id FROM task WHERE id IN (${ids.map(() => '?').join(',')})`,
    ids,
  );
  await lockInstances(
    context,
    instances.map(({ instance_id }) => instance_id),
  );
  const through = await completedTogether(context, caller, items);
  const results = [];
  for (const item of items)
    results.push({
      taskId: item.taskId,
      problem: through.delete(item) ? null : await problemWith(context, caller, item),
    });
  const [next = []] = await context.sql.batch([nextTasksQuery([caller.holders])]);
  return {
    items: results,
    completed: results.filter(({ problem }) => problem === null).length,
    next: (await taskSummaries(context, next as never))[0] ?? null,
  };
}

/**
 * Completes what can be completed together: one task of each instance that the caller may complete. Answers which; the
 * others have changed nothing.
 */
async function completedTogether(
  context: Context,
  caller: Caller,
  items: readonly Item[],
): Promise<Set<Item>> {
  const ofInstances = new Map<string, Item>();
  for (const item of items) {
    const instanceId = await instanceToComplete(context, caller, item);
    if (instanceId !== null && !ofInstances.has(instanceId)) ofInstances.set(instanceId, item);
  }
  const chosen = [...ofInstances];
  const answers = await completeTasksTogether(
    context,
    chosen.map(([instanceId, item]) => ({ caller, input: { ...item, instanceId } })),
  );
  return new Set(chosen.flatMap(([, item], index) => (answers[index] ? [item] : [])));
}

/** Null: the caller may not complete it; `problemWith` says why. */
async function instanceToComplete(context: Context, caller: Caller, { taskId }: Item) {
  try {
    const target = { kind: 'task', id: taskId } as const;
    return (await authorise(context, caller, 'task.complete', target))?.instanceId ?? null;
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

/** Null: completed. What is nobody's fault, such as a deadlock, is thrown: all of it is tried again. */
async function problemWith(context: Context, caller: Caller, item: Item) {
  try {
    const target = { kind: 'task', id: item.taskId } as const;
    const facts = await authorise(context, caller, 'task.complete', target);
    await completeTask(context, caller, { ...item, instanceId: facts?.instanceId ?? null });
    return null;
  } catch (error) {
    if (error instanceof AppError) return { ...problemOf(error) };
    if (!(error instanceof EngineError)) throw error;
    const { code, elementId } = error;
    return { ...problemOf(new AppError('engine-failed', error.message, { reason: code, elementId })) };
  }
}

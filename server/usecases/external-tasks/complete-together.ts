import type { Context } from '../../context.ts';
import type { CommandOrder } from '../../engine-port.ts';
import { lockInstances } from '../../persistence/engine/instance-row.ts';
import { places, query } from '../../persistence/sql-statement.ts';
import { transaction } from '../../persistence/transaction.ts';
import { WriteBatch } from '../../persistence/write-batch.ts';
import { engineOf } from '../engine/engine.ts';
import { type ExternalTaskRow, externalTaskColumns, toExternalTask } from './external-task.ts';
import { completionOf, type ExternalTaskCompletion } from './external-task-completion.ts';

/**
 * Completes external tasks in one transaction: one statement locks their instances, one packet writes everything. Answers
 * the ids of those that went through; the others have changed nothing, and are refused when they are handled alone.
 */
export async function completeExternalTasksTogether(
  context: Context,
  inputs: readonly ExternalTaskCompletion[],
): Promise<ReadonlySet<string>> {
  const ids = inputs.map(({ id }) => id);
  const seen = await context.sql.all<{ instance_id: string }>(
    `SELECT instance_id FROM external_task WHERE id IN (${places(ids)})`,
    ids,
  );
  return transaction(context.database, async () => {
    const { instances, found } = await lockInstances(
      context,
      seen.map(({ instance_id }) => instance_id),
      // Read under the locks: only now nobody else can complete or cancel them.
      [
        query(
          `SELECT ${externalTaskColumns} FROM external_task WHERE id IN (${places(ids)}) ORDER BY id ${context.sql.forUpdate}`,
          ids,
        ),
      ],
    );
    const tasks = new Map(
      ((found[0] ?? []) as ExternalTaskRow[]).map(toExternalTask).map((task) => [task.id, task]),
    );
    const orders: CommandOrder[] = [];
    const ordered: string[] = [];
    for (const input of inputs) {
      const task = tasks.get(input.id);
      const instance = task && instances.get(task.instanceId);
      if (!instance || task.suspended || task.workerId !== input.workerId) continue;
      orders.push({ instance, command: completionOf(task.token, input), actor: null });
      ordered.push(task.id);
    }
    const batch = new WriteBatch();
    const outcomes = await engineOf(context).execute(context, batch, orders);
    await batch.flush(context.sql);
    return new Set(ordered.filter((_, index) => outcomes[index]?.error === undefined));
  });
}

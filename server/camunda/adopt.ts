import type { Context } from '../context.ts';
import { transaction } from '../persistence/transaction.ts';
import { engineIdOf } from './engine-ids.ts';

/**
 * Makes an instance on the engine the one that runs ours, unless another one is already; answers the id of the one that
 * is. The first adoption is final: whatever else carries our id there is a double, has no effect here and is removed.
 * Null: there is no such instance here.
 */
export function adopt(context: Context, instanceId: string, engineId: string): Promise<string | null> {
  return transaction(context.database, async () => {
    await context.sql.run(
      'UPDATE engine_instance SET engine_id = ?, adopted_at = ? WHERE instance_id = ? AND engine_id IS NULL',
      [engineId, context.now(), instanceId],
    );
    return engineIdOf(context, instanceId);
  });
}

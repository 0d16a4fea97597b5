import type { Context } from '../../context.ts';
import { audit } from '../../identity/audit.ts';
import { transaction } from '../../persistence/transaction.ts';
import { activateInstance, suspendInstance } from '../instances/suspend-instance.ts';

/** Lets no instance of a process start (or lets them start again); with its instances, those stop and go on, too. */
export function setDefinitionSuspension(
  context: Context,
  processKey: string,
  { suspended, includeInstances }: { readonly suspended: boolean; readonly includeInstances: boolean },
): Promise<void> {
  return transaction(context.database, async () => {
    await context.sql.run('UPDATE process_definition SET suspended = ? WHERE process_key = ?', [
      suspended,
      processKey,
    ]);
    await audit(context, null, {
      action: suspended ? 'definition.suspend' : 'definition.activate',
      objectKind: 'definition',
      objectId: processKey,
      detail: { includeInstances },
    });
    if (!includeInstances) return;
    const rows = await context.sql.all<{ id: string }>(
      "SELECT id FROM process_instance WHERE process_key = ? AND status = 'active' ORDER BY id",
      [processKey],
    );
    await setInstancesSuspension(
      context,
      rows.map(({ id }) => id),
      suspended,
    );
  });
}

/** In the current transaction, in the order of their ids. */
export async function setInstancesSuspension(
  context: Context,
  ids: readonly string[],
  suspended: boolean,
): Promise<void> {
  const change = suspended ? suspendInstance : activateInstance;
  for (const id of [...new Set(ids)].sort()) await change(context, null, { id, reason: 'engine-rest' });
}

import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Context } from '../../context.ts';
import { audit } from '../../identity/audit.ts';
import { transaction } from '../../persistence/transaction.ts';

/** Rows of an instance, children first. */
const ofInstances = [
  'task_candidate WHERE task_id IN (SELECT id FROM task WHERE instance_id IN @)',
  'task_comment WHERE instance_id IN @',
  'task WHERE instance_id IN @',
  'external_task WHERE instance_id IN @',
  'job WHERE instance_id IN @',
  'subscription WHERE instance_id IN @',
  'incident WHERE instance_id IN @',
  'variable_change WHERE instance_id IN @',
  'activity WHERE instance_id IN @',
] as const;

/**
 * Removes a deployment with its definitions. Its instances, and their history, go with it only when `cascade`; without,
 * running ones are a `conflict`. Published versions of plans are never deleted. Throws `not-found` for an unknown id.
 */
export function deleteDeployment(context: Context, id: string, cascade: boolean): Promise<void> {
  const { sql } = context;
  return transaction(context.database, async () => {
    const bundle = await sql.one<{ kind: string }>('SELECT kind FROM bundle WHERE id = ?', [id]);
    if (!bundle) throw new AppError('not-found', `Deployment with id '${id}' do not exist`);
    if (bundle.kind === 'plan')
      throw new AppError('conflict', `'${id}' is a published version of a plan; those are never deleted.`);
    const running = await sql.one<{ total: number }>(
      "SELECT COUNT(*) AS total FROM process_instance WHERE bundle_id = ? AND status = 'active'",
      [id],
    );
    if (Number(running?.total) > 0 && !cascade)
      throw new AppError(
        'conflict',
        `Deletion of deployment ${id} without cascading failed: there are ${Number(running?.total)} dependent process instances.`,
      );
    if (cascade) {
      await sql.all(`SELECT id FROM process_instance WHERE bundle_id = ? ORDER BY id ${sql.forUpdate}`, [id]);
      for (const rows of ofInstances)
        await sql.run(
          `DELETE FROM ${rows.replace('@', '(SELECT id FROM process_instance WHERE bundle_id = ?)')}`,
          [id],
        );
      await sql.run('DELETE FROM process_instance WHERE bundle_id = ?', [id]);
      await sql.run('DELETE FROM history_instance WHERE bundle_id = ?', [id]);
    }
    for (const table of ['subscription', 'job'])
      await sql.run(
        `DELETE FROM ${table} WHERE definition_id IN (SELECT id FROM process_definition WHERE bundle_id = ?)`,
        [id],
      );
    for (const table of ['process_definition', 'decision_definition', 'bundle_manifest'])
      await sql.run(`DELETE FROM ${table} WHERE bundle_id = ?`, [id]);
    await sql.run('DELETE FROM bundle WHERE id = ?', [id]);
    await audit(context, null, {
      action: 'deployment.deleted',
      objectKind: 'bundle',
      objectId: id,
      detail: { cascade },
    });
  });
}

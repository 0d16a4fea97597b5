import type { Token } from '@oneplan/runtime/engine/instance-state.ts';
import type { Migrated } from '@oneplan/runtime/engine/migration/migrate.ts';
import { activityId } from '@oneplan/runtime/engine/multi-instance.ts';
import { isDynamicText } from '@oneplan/runtime/model/checked-values.ts';
import type { UserTaskNode } from '@oneplan/runtime/model/process-graph.ts';
import type { Context } from '../../context.ts';
import { type LockedInstance, saveInstance } from '../../persistence/engine/instance-row.ts';
import { InstanceWriter } from '../../persistence/engine/instance-writer.ts';
import type { PublishedDefinition } from '../../persistence/published-bundle.ts';
import type { WriteBatch } from '../../persistence/write-batch.ts';
import type { MigrationBetween } from './migration-between.ts';
import { ownTokens } from './move-instance.ts';

/** Tables whose rows belong to a definition and stand at an element. */
const waits = ['job', 'external_task', 'subscription'] as const;

/** Writes what begins and ends to wait because of the move, under the other version. */
export function followerOf(
  context: Context,
  { to }: MigrationBetween,
  instance: LockedInstance,
  migrated: Migrated,
): InstanceWriter {
  const writer = new InstanceWriter(
    {
      instanceId: instance.id,
      definitionId: to.process.definitionId,
      processKey: instance.processKey,
      tenantId: to.bundle.tenantId,
      businessKey: instance.businessKey,
      subjectKind: instance.subjectKind,
      bundle: to.bundle,
      place: instance.place,
      record: instance.record,
      startedBy: instance.startedBy,
      actorId: null,
      suspended: instance.suspended,
    },
    context.now(),
  );
  writer.take(migrated.effects, migrated.state, instance.revision + 1);
  return writer;
}

/** The rows of the instance that stay: they belong to the other version from now on. */
export function writeMoved(
  context: Context,
  batch: WriteBatch,
  between: MigrationBetween,
  instance: LockedInstance,
  migrated: Migrated,
): void {
  const { id } = instance;
  const { bundle, process } = between.to;
  batch.change('UPDATE process_instance SET definition_id = ?, bundle_id = ?, tenant_id = ? WHERE id = ?', [
    process.definitionId,
    bundle.id,
    bundle.tenantId,
    id,
  ]);
  saveInstance(context, batch, instance, migrated.state, 1);
  for (const table of waits)
    batch.change(`UPDATE ${table} SET definition_id = ?, tenant_id = ? WHERE instance_id = ?`, [
      process.definitionId,
      bundle.tenantId,
      id,
    ]);
  batch.change('UPDATE incident SET definition_id = ? WHERE instance_id = ?', [process.definitionId, id]);
  batch.change(
    "UPDATE task SET bundle_id = ?, tenant_id = ? WHERE instance_id = ? AND status IN ('open', 'waiting', 'held')",
    [bundle.id, bundle.tenantId, id],
  );
  if (instance.record) batch.update('submission', instance.record.id, { bundle_id: bundle.id });
  for (const { i, e, m } of kept(instance, migrated)) {
    const node = process.graph.nodes[e];
    if (node === undefined) continue;
    const moved = migrated.moved.some(({ token }) => token === i);
    batch.change(
      'UPDATE activity SET element_id = ?, name = ? WHERE instance_id = ? AND activity = ? AND ended_at IS NULL',
      [activityId({ e, ...(m && { m }) }), node.name ?? null, id, i],
    );
    if (node.kind === 'user-task') writeTask(batch, between.to, id, i, node);
    if (!moved) continue;
    for (const table of [...waits, 'incident'])
      batch.change(`UPDATE ${table} SET element_id = ? WHERE instance_id = ? AND token = ?`, [e, id, i]);
  }
}

/** An open task shows the form that the other version gives its step. */
function writeTask(
  batch: WriteBatch,
  { bundle, process }: PublishedDefinition,
  instanceId: string,
  token: number,
  node: UserTaskNode,
): void {
  const planned = bundle.manifest.processes.find(({ key }) => key === process.key);
  const step = planned?.steps.find(({ element }) => element === node.id);
  const fixed = node.formKey === undefined || isDynamicText(node.formKey) ? undefined : node.formKey;
  batch.change(
    "UPDATE task SET element_id = ?, name = ?, form_key = COALESCE(?, form_key) WHERE instance_id = ? AND token = ? AND status IN ('open', 'waiting', 'held')",
    [node.id, node.name ?? node.id, step?.form?.key ?? fixed ?? null, instanceId, token],
  );
}

/** Tokens of the process itself that were there before. */
function kept(instance: LockedInstance, { state }: Migrated): Token[] {
  const before = new Set(instance.state.t.map(({ i }) => i));
  return ownTokens(state).filter(({ i }) => before.has(i));
}

import type { EngineMapping } from '@oneplan/runtime/camunda/engine-command.ts';
import type { MigrationPlan } from '@oneplan/runtime/engine/migration/migration-plan.ts';
import { sendCommand } from '../../camunda/send-command.ts';
import { isSettled } from '../../camunda/settled.ts';
import type { Context } from '../../context.ts';
import { audit, auditRow } from '../../identity/audit.ts';
import type { Caller } from '../../identity/caller.ts';
import { announceWork } from '../../jobs/work-announcements.ts';
import { type LockedInstance, lockInstances } from '../../persistence/engine/instance-row.ts';
import { lookUpFor } from '../../persistence/engine/instance-writer.ts';
import { places } from '../../persistence/sql-statement.ts';
import { WriteBatch } from '../../persistence/write-batch.ts';
import { type MigrationBetween, type MigrationRequest, migrationBetween } from './migration-between.ts';
import { type InstanceFinding, type Move, moveInstance, ownTokens } from './move-instance.ts';
import { type EngineMove, moveOnCamunda } from './move-on-camunda.ts';
import { followerOf, writeMoved } from './moved-rows.ts';

export interface MigrationBatch extends MigrationRequest {
  readonly plan: MigrationPlan;
  /** The last instance of the batch before. */
  readonly after: string | undefined;
  readonly limit: number;
}

export interface MigrationResult {
  readonly instanceId: string;
  /** Elements where it stood. */
  readonly active: string[];
  /** Empty: it moves, or has moved. */
  readonly findings: InstanceFinding[];
  /** It runs on a Camunda engine, which is asked after the commit. */
  readonly later: boolean;
}

interface BatchResult {
  readonly items: MigrationResult[];
  readonly next: string | null;
}

/** What the plan would do to each running instance of a batch, in the order of their ids. Locks and changes nothing that stays. */
export async function tryMigration(context: Context, batch: MigrationBatch): Promise<BatchResult> {
  const { items, next } = await movesOf(context, batch);
  return { items: items.map(resultOf), next };
}

/**
 * Moves the instances of a batch to the other version, in the caller's transaction, with their rows locked: state, where
 * they wait, tasks with the forms of the other version, open activities, the record's form. One that is refused is left
 * as it is and stops no other. Whoever has moved is no longer on the version, so that the same batch asked for again
 * moves nobody twice. One on a Camunda engine is moved by the engine, which is asked after the commit.
 */
export async function migrateInstances(
  context: Context,
  caller: Pick<Caller, 'userId' | 'name'>,
  batch: MigrationBatch & { readonly reason?: string | undefined },
): Promise<BatchResult> {
  const { between, items, next } = await movesOf(context, batch);
  const moving = items.flatMap(({ instance, on, move }) =>
    on === 'camunda' || 'findings' in move
      ? []
      : [{ instance, migrated: move, writer: followerOf(context, between, instance, move) }],
  );
  const writes = new WriteBatch();
  const known = await lookUpFor(
    context,
    moving.map(({ writer }) => writer),
  );
  for (const { instance, migrated, writer } of moving) {
    writer.writeTo(context, writes, migrated.state, known);
    writeMoved(context, writes, between, instance, migrated);
    writes.insert(
      'audit',
      auditRow(context, caller, {
        action: 'instance.migrated',
        objectKind: 'instance',
        objectId: instance.id,
        detail: {
          ...(batch.reason !== undefined && { reason: batch.reason }),
          from: between.from.bundle.id,
          to: between.to.bundle.id,
          moved: migrated.moved,
        },
      }),
    );
  }
  for (const { instance, on, move } of items) {
    if (on === 'here' || 'findings' in move) continue;
    await sendMigration(context, caller, batch, instance, move.mappings);
  }
  await writes.flush(context.sql);
  if (moving.length > 0) announceWork(context.database);
  return { items: items.map(resultOf), next };
}

/** Asks the engine to move one instance; our rows follow when it has. */
async function sendMigration(
  context: Context,
  caller: Pick<Caller, 'userId' | 'name'>,
  {
    fromBundleId,
    toBundleId,
    processKey,
    plan,
    reason,
  }: MigrationBatch & { readonly reason?: string | undefined },
  instance: LockedInstance,
  mappings: readonly EngineMapping[],
): Promise<void> {
  await sendCommand(
    context,
    instance.id,
    { kind: 'migrate', toBundleId, processKey, mappings, plan },
    { actor: caller },
  );
  await audit(context, caller, {
    action: 'instance.migrated',
    objectKind: 'instance',
    objectId: instance.id,
    detail: {
      ...(reason !== undefined && { reason }),
      from: fromBundleId,
      to: toBundleId,
      mapped: mappings.length,
    },
  });
}

async function movesOf(
  context: Context,
  { plan, after, limit, ...request }: MigrationBatch,
): Promise<{
  readonly between: MigrationBetween;
  readonly items: readonly (Movement & { readonly instance: LockedInstance })[];
  readonly next: string | null;
}> {
  const between = await migrationBetween(context, request);
  const { definitionId } = between.from.process;
  const rows = await context.sql.all<{ id: string }>(
    `SELECT id FROM process_instance WHERE definition_id = ? AND ended_at IS NULL AND id > ? ORDER BY id LIMIT ${limit + 1}`,
    [definitionId, after ?? ''],
  );
  const ids = rows.slice(0, limit).map(({ id }) => id);
  const { instances } = await lockInstances(context, ids);
  const elsewhere = await onOtherEngine(context, ids);
  const items = ids.flatMap((id): (Movement & { readonly instance: LockedInstance })[] => {
    const instance = instances.get(id);
    // Ended, or moved by somebody else, since it was looked for.
    if (!instance || instance.state.e || instance.definitionId !== definitionId) return [];
    const settled = elsewhere.get(id);
    return settled === undefined
      ? [{ instance, on: 'here', move: moveInstance(context, between, plan, instance) }]
      : [{ instance, on: 'camunda', move: moveOnCamunda(context, between, plan, instance, settled) }];
  });
  return { between, items, next: rows.length > limit ? (ids.at(-1) ?? null) : null };
}

/** What is to become of one instance; those on a Camunda engine are moved there. */
type Movement =
  | { readonly on: 'here'; readonly move: Move }
  | { readonly on: 'camunda'; readonly move: EngineMove };

/** Instances that run on a Camunda engine; true: everything that was asked for them is done and seen. */
async function onOtherEngine(context: Context, ids: readonly string[]): Promise<Map<string, boolean>> {
  if (ids.length === 0) return new Map();
  const rows = await context.sql.all<{ instance_id: string }>(
    `SELECT instance_id FROM engine_instance WHERE instance_id IN (${places(ids)})`,
    ids,
  );
  const found = new Map<string, boolean>();
  for (const { instance_id } of rows) found.set(instance_id, await isSettled(context, instance_id));
  return found;
}

const resultOf = ({
  instance,
  on,
  move,
}: Movement & { readonly instance: LockedInstance }): MigrationResult => ({
  instanceId: instance.id,
  active: [...new Set(ownTokens(instance.state).flatMap(({ e, h }) => (h === undefined ? e : [])))],
  findings: 'findings' in move ? [...move.findings] : [],
  later: on === 'camunda',
});

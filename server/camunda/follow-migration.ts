import type { InstanceState } from '@oneplan/runtime/engine/instance-state.ts';
import type { Migrated } from '@oneplan/runtime/engine/migration/migrate.ts';
import type { MigrationPlan } from '@oneplan/runtime/engine/migration/migration-plan.ts';
import type { Context } from '../context.ts';
import { lockInstance } from '../persistence/engine/instance-row.ts';
import { WriteBatch } from '../persistence/write-batch.ts';
import { migrationBetween } from '../usecases/migration/migration-between.ts';
import { ownTokens } from '../usecases/migration/move-instance.ts';
import { writeMoved } from '../usecases/migration/moved-rows.ts';

interface Moved {
  readonly toBundleId: string;
  readonly processKey: string;
  readonly plan: MigrationPlan;
}

/** The engine has moved an instance to another version: so do our rows. In the current transaction; a repeat changes nothing. */
export async function followMigration(
  context: Context,
  instanceId: string,
  { toBundleId, processKey, plan }: Moved,
): Promise<void> {
  const instance = await lockInstance(context, instanceId);
  if (!instance || instance.bundleId === toBundleId || instance.status !== 'active') return;
  const between = await migrationBetween(context, {
    fromBundleId: instance.bundleId,
    toBundleId,
    processKey,
  });
  const batch = new WriteBatch();
  writeMoved(context, batch, between, instance, movedThere(instance.state, plan));
  await batch.flush(context.sql);
}

function movedThere(state: InstanceState, plan: MigrationPlan): Migrated {
  const targets = new Map(plan.mappings.map(({ from, to }) => [from, to]));
  const own = new Set(ownTokens(state).map(({ i }) => i));
  const moved: Migrated['moved'][number][] = [];
  const t = state.t.map((token) => {
    const to = own.has(token.i) ? (targets.get(token.e) ?? token.e) : token.e;
    if (to !== token.e) moved.push({ token: token.i, from: token.e, to });
    return { ...token, e: to };
  });
  return { state: { ...state, t }, effects: [], moved };
}

import * as contract from '@oneplan/runtime/contracts/api/migrations.ts';
import type { MigrationPlan } from '@oneplan/runtime/engine/migration/migration-plan.ts';
import type { z } from 'zod';
import {
  type MigrationResult,
  migrateInstances,
  tryMigration,
} from '../../usecases/migration/migrate-instances.ts';
import { checkMigrationPlan, suggestMigrationPlan } from '../../usecases/migration/suggest-migration.ts';
import { type Route, route } from '../route.ts';

type Body = z.output<typeof contract.checkMigration.body>;

const requestOf = (fromBundleId: string, { to, processKey }: Pick<Body, 'to' | 'processKey'>) => ({
  fromBundleId,
  toBundleId: to,
  processKey,
});
const planOf = ({ mappings }: Body): MigrationPlan => ({
  mappings: mappings.map(({ from, to, updateTrigger }) => ({
    from,
    to,
    ...(updateTrigger !== undefined && { updateTrigger }),
  })),
});
const batchOf = (id: string, body: z.output<typeof contract.tryMigration.body>) => ({
  ...requestOf(id, body),
  plan: planOf(body),
  after: body.after,
  limit: body.limit,
});
const named = <R extends string>(items: readonly MigrationResult[], nameOf: (item: MigrationResult) => R) =>
  items.map((item) => ({ ...item, result: item.findings.length > 0 ? ('refused' as const) : nameOf(item) }));

export const migrationRoutes: Route[] = [
  route(contract.suggestMigration, (context, _caller, { params, query }) =>
    suggestMigrationPlan(context, requestOf(params.id, query)),
  ),
  route(contract.checkMigration, (context, _caller, { params, body }) =>
    checkMigrationPlan(context, requestOf(params.id, body), planOf(body)),
  ),
  route(contract.tryMigration, async (context, _caller, { params, body }) => {
    const { items, next } = await tryMigration(context, batchOf(params.id, body));
    return { items: named(items, () => 'would-move'), next };
  }),
  route(contract.executeMigration, async (context, caller, { params, body }) => {
    const { items, next } = await migrateInstances(context, caller, {
      ...batchOf(params.id, body),
      reason: body.reason,
    });
    return { items: named(items, ({ later }) => (later ? 'asked' : 'moved')), next };
  }),
];

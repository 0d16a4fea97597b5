import type { suggestMigration as contract } from '@oneplan/runtime/contracts/api/migrations.ts';
import { checkMigration, suggestMigration } from '@oneplan/runtime/engine/migration/check-migration.ts';
import type { MigrationFinding, MigrationPlan } from '@oneplan/runtime/engine/migration/migration-plan.ts';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { type MigrationRequest, migrationBetween } from './migration-between.ts';

/** A plan that needs no decision of anybody, and the elements that it leaves for somebody to decide on. */
export async function suggestMigrationPlan(
  context: Context,
  request: MigrationRequest,
): Promise<z.input<typeof contract.response>> {
  const { from, to } = await migrationBetween(context, request);
  const { mappings } = suggestMigration(from.process.graph, to.process.graph);
  const mapped = new Set(mappings.map((mapping) => mapping.from));
  const row = await context.sql.one<{ running: number }>(
    'SELECT COUNT(*) AS running FROM process_instance WHERE definition_id = ? AND ended_at IS NULL',
    [from.process.definitionId],
  );
  return {
    mappings: [...mappings],
    unmapped: Object.values(from.process.graph.nodes)
      .filter(({ id }) => !mapped.has(id))
      .map(({ id, name }) => ({ elementId: id, name: name ?? id })),
    running: Number(row?.running),
  };
}

export async function checkMigrationPlan(
  context: Context,
  request: MigrationRequest,
  plan: MigrationPlan,
): Promise<{ findings: MigrationFinding[] }> {
  const { from, to } = await migrationBetween(context, request);
  return { findings: checkMigration(from.process.graph, to.process.graph, plan) };
}

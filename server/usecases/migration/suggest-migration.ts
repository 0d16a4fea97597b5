import type { suggestMigration as contract } from '@oneplan/runtime/contracts/api/migrations.ts';
import {
  aroundOf,
  checkMigration,
  shapeOf,
  suggestMigration,
} from '@oneplan/runtime/engine/migration/check-migration.ts';
import type { MigrationFinding, MigrationPlan } from '@oneplan/runtime/engine/migration/migration-plan.ts';
import type { GraphNode, ProcessGraph } from '@oneplan/runtime/model/process-graph.ts';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { elementOf } from '../instances/element-of.ts';
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
    elements: {
      from: elementsOf(from.process.graph, await standingAt(context, from.process.definitionId)),
      to: elementsOf(to.process.graph, new Map()),
    },
    running: Number(row?.running),
  };
}

type Answer = z.input<typeof contract.response>;

/** Passed at once, so that no instance stands there. */
const passed: readonly GraphNode['kind'][] = [
  'start-event',
  'end-event',
  'exclusive-gateway',
  'parallel-gateway',
  'inclusive-gateway',
  'pass-through',
];

const elementsOf = (
  { nodes }: ProcessGraph,
  standing: ReadonlyMap<string, number>,
): Answer['elements']['from'] =>
  Object.values(nodes).map((node) => ({
    elementId: node.id,
    name: node.name ?? node.id,
    kind: node.kind,
    shape: shapeOf(node),
    around: aroundOf(node) ?? null,
    waits: !passed.includes(node.kind),
    standing: standing.get(node.id) ?? 0,
  }));

/** How many running instances have something open at each element, by the history of activities. */
async function standingAt(context: Context, definitionId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await context.sql.all<{ element_id: string; n: number }>(
    `SELECT a.element_id, COUNT(DISTINCT a.instance_id) AS n FROM process_instance p JOIN activity a ON a.instance_id = p.id
     WHERE p.definition_id = ? AND p.ended_at IS NULL AND a.ended_at IS NULL GROUP BY a.element_id`,
    [definitionId],
  );
  const counts = new Map<string, number>();
  for (const { element_id, n } of rows) {
    const id = elementOf(element_id);
    counts.set(id, Math.max(counts.get(id) ?? 0, Number(n)));
  }
  return counts;
}

export async function checkMigrationPlan(
  context: Context,
  request: MigrationRequest,
  plan: MigrationPlan,
): Promise<{ findings: MigrationFinding[] }> {
  const { from, to } = await migrationBetween(context, request);
  return { findings: checkMigration(from.process.graph, to.process.graph, plan) };
}

import type { listSuspended as contract } from '@oneplan/runtime/contracts/api/operations.ts';
import type { InstanceState } from '@oneplan/runtime/engine/instance-state.ts';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { findDefinition } from '../../persistence/published-bundle.ts';
import { operatedIn } from '../jobs/operated-scope.ts';

type Answer = z.input<typeof contract.response>;

interface Row {
  id: string;
  definition_id: string;
  state: string;
  suspended_at: number | null;
  started_at: number;
}

/** Instances whose clocks stand still, oldest instance first. */
export async function listSuspended(
  context: Context,
  orgUnitId: string,
  query: z.output<typeof contract.query>,
): Promise<Answer> {
  const scope = await operatedIn(context, orgUnitId, { instanceId: 's.id', tenantId: 's.tenant_id' });
  const rows = await context.sql.all<Row>(
    `SELECT s.id, s.definition_id, s.state, s.suspended_at, s.started_at FROM process_instance s
     WHERE s.suspended = 1 AND s.ended_at IS NULL AND ${scope.where} ${query.after ? 'AND s.id > ?' : ''} ORDER BY s.id LIMIT ${query.limit + 1}`,
    [...scope.values, ...(query.after ? [query.after] : [])],
  );
  const page = rows.slice(0, query.limit);
  const items: Answer['items'] = [];
  for (const row of page) {
    const process = (await findDefinition(context, row.definition_id))?.process;
    const { t: tokens } = JSON.parse(row.state) as InstanceState;
    const waiting = tokens.filter((token) => token.h === undefined);
    items.push({
      id: row.id,
      processName: process?.name ?? '',
      suspendedAt: new Date(Number(row.suspended_at ?? row.started_at)).toISOString(),
      active: [...new Set(waiting.map((token) => process?.graph.nodes[token.e]?.name ?? token.e))],
    });
  }
  return { items, next: rows.length > query.limit ? (page.at(-1)?.id ?? null) : null };
}

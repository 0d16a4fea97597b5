import type { listOperatedInstances as contract } from '@oneplan/runtime/contracts/api/operated-instances.ts';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { operatedIn } from '../jobs/operated-scope.ts';
import { operatedInstances, type StandingRow, standingColumns } from './operated-instance.ts';

const conditionOf = {
  all: '1 = 1',
  incident: 'EXISTS (SELECT 1 FROM incident i WHERE i.instance_id = x.id)',
  suspended: 'x.suspended = 1',
} as const;

/** Running instances, newest first. Ids are UUID v7, so their order is the order of time. */
export async function listOperatedInstances(
  context: Context,
  orgUnitId: string,
  { after, limit, filter, processKey, studentId }: z.output<typeof contract.query>,
): Promise<z.input<typeof contract.response>> {
  const scope = await operatedIn(context, orgUnitId, { instanceId: 'x.id', tenantId: 'x.tenant_id' });
  const narrowed: readonly (readonly [string, string | undefined])[] = [
    ['AND x.id < ?', after],
    ['AND x.process_key = ?', processKey],
    ["AND x.subject_kind = 'student' AND x.subject_id = ?", studentId],
  ];
  const asked = narrowed.flatMap(([where, value]) => (value === undefined ? [] : [{ where, value }]));
  const columns = standingColumns
    .split(', ')
    .map((column) => `x.${column}`)
    .join(', ');
  const rows = await context.sql.all<StandingRow>(
    `SELECT ${columns} FROM process_instance x
     WHERE x.ended_at IS NULL AND ${conditionOf[filter]} AND ${scope.where} ${asked.map(({ where }) => where).join(' ')}
     ORDER BY x.id DESC LIMIT ${limit + 1}`,
    [...scope.values, ...asked.map(({ value }) => value)],
  );
  const page = rows.slice(0, limit);
  return {
    items: await operatedInstances(context, page),
    next: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
  };
}

import type { listIncidents as contract, Incident } from '@oneplan/runtime/contracts/api/operations.ts';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { elementNames } from './definition-names.ts';
import { operatedIn, type ScopeCondition } from './operated-scope.ts';

type Answer = z.input<typeof contract.response>;

interface Row {
  id: string;
  kind: 'failedJob' | 'failedExternalTask';
  instance_id: string;
  definition_id: string;
  process_key: string;
  element_id: string;
  message: string | null;
  created_at: number;
  what: string | null;
  suspended: number | boolean | null;
}

/** Newest first. Ids are UUID v7, so their order is the order of time. */
export async function listIncidents(
  context: Context,
  orgUnitId: string,
  query: z.output<typeof contract.query>,
): Promise<Answer> {
  const scope = await operatedIn(context, orgUnitId, {
    instanceId: 'i.instance_id',
    tenantId: 'i.tenant_id',
  });
  const after = query.after ? [query.after] : [];
  const items = await readIncidents(
    context,
    {
      where: `${scope.where} ${query.after ? 'AND i.id < ?' : ''}`,
      values: [...scope.values, ...after],
    },
    query.limit + 1,
  );
  const page = items.slice(0, query.limit);
  return { items: page, next: items.length > query.limit ? (page.at(-1)?.id ?? null) : null };
}

/** Incidents whose cause is still there, newest first. */
export async function readIncidents(
  context: Context,
  { where, values }: ScopeCondition,
  limit: number,
): Promise<Incident[]> {
  const rows = await context.sql.all<Row>(
    `SELECT i.id, i.kind, i.instance_id, i.definition_id, i.process_key, i.element_id, i.message, i.created_at,
       COALESCE(x.topic, j.kind, w.kind) AS what, p.suspended
     FROM incident i LEFT JOIN job j ON j.id = i.configuration LEFT JOIN external_task x ON x.id = i.configuration
     LEFT JOIN engine_work w ON w.id = i.configuration
     LEFT JOIN process_instance p ON p.id = i.instance_id
     WHERE (j.id IS NOT NULL OR x.id IS NOT NULL OR w.id IS NOT NULL) AND ${where} ORDER BY i.id DESC LIMIT ${limit}`,
    values,
  );
  const items: Incident[] = [];
  for (const row of rows) {
    items.push({
      id: row.id,
      kind: row.kind,
      at: new Date(Number(row.created_at)).toISOString(),
      instanceId: row.instance_id === '' ? null : row.instance_id,
      ...(await elementNames(context, {
        definitionId: row.definition_id,
        processKey: row.process_key,
        elementId: row.element_id,
      })),
      elementId: row.element_id,
      what: row.what ?? '',
      message: row.message,
      suspended: Boolean(row.suspended),
    });
  }
  return items;
}

import type { Context } from '../../context.ts';
import type { Sql } from '../../persistence/sql.ts';
import type { QueryRow } from '../engine-queries/engine-query.ts';

const columns =
  'd.id, d.bundle_id, d.process_key, d.version, d.name, d.suspended, d.tenant_id, d.version_tag, d.resource_name';

/**
 * A definition by its id, or the latest version of a key. Without a tenant a definition that has none comes first, then
 * the newest of any. Null: there is none.
 */
export function requireDefinition(
  sql: Sql,
  named: { readonly id: string } | { readonly key: string; readonly tenantId?: string | undefined },
): Promise<QueryRow | null> {
  if ('id' in named)
    return sql.one<QueryRow>(`SELECT ${columns} FROM process_definition d WHERE d.id = ?`, [named.id]);
  if (named.tenantId !== undefined)
    return sql.one<QueryRow>(
      `SELECT ${columns} FROM process_definition d WHERE d.process_key = ? AND d.tenant_id = ? ORDER BY d.version DESC LIMIT 1`,
      [named.key, named.tenantId],
    );
  return sql.one<QueryRow>(
    `SELECT ${columns} FROM process_definition d WHERE d.process_key = ?
     ORDER BY CASE WHEN d.tenant_id = '' THEN 0 ELSE 1 END, d.version DESC LIMIT 1`,
    [named.key],
  );
}

export interface Statistics {
  readonly instances: number;
  readonly failedJobs: number;
  readonly incidents: readonly { readonly incidentType: string; readonly incidentCount: number }[];
}

/** Every definition with how many instances run and how many of its jobs have failed for good. */
export async function definitionStatistics(
  context: Context,
): Promise<(Statistics & { readonly row: QueryRow })[]> {
  const rows = await context.sql.all<QueryRow>(
    `SELECT ${columns},
       (SELECT COUNT(*) FROM process_instance p WHERE p.definition_id = d.id AND p.status = 'active') AS instances,
       (SELECT COUNT(*) FROM incident i WHERE i.definition_id = d.id AND i.kind = 'failedJob') AS failed_jobs,
       (SELECT COUNT(*) FROM incident i WHERE i.definition_id = d.id AND i.kind = 'failedExternalTask') AS failed_tasks
     FROM process_definition d ORDER BY d.process_key, d.version LIMIT 10000`,
  );
  return rows.map((row) => ({ row, ...statisticsOf(row) }));
}

/** The elements of a definition at which instances are, or have failed. */
export async function activityStatistics(
  context: Context,
  definitionId: string,
): Promise<(Statistics & { readonly id: string })[]> {
  const rows = await context.sql.all<QueryRow>(
    `SELECT x.element_id AS id, SUM(x.instances) AS instances, SUM(x.failed_jobs) AS failed_jobs, SUM(x.failed_tasks) AS failed_tasks FROM (
       SELECT a.element_id, 1 AS instances, 0 AS failed_jobs, 0 AS failed_tasks FROM activity a
         JOIN process_instance p ON p.id = a.instance_id
         WHERE p.definition_id = ? AND a.ended_at IS NULL AND a.process_key IS NULL
       UNION ALL SELECT i.element_id, 0, CASE WHEN i.kind = 'failedJob' THEN 1 ELSE 0 END,
         CASE WHEN i.kind = 'failedExternalTask' THEN 1 ELSE 0 END FROM incident i WHERE i.definition_id = ?
     ) x GROUP BY x.element_id ORDER BY x.element_id`,
    [definitionId, definitionId],
  );
  return rows.map((row) => ({ id: String(row.id), ...statisticsOf(row) }));
}

function statisticsOf(row: QueryRow): Statistics {
  const failedJobs = Number(row.failed_jobs ?? 0);
  const incidents = [
    { incidentType: 'failedJob', incidentCount: failedJobs },
    { incidentType: 'failedExternalTask', incidentCount: Number(row.failed_tasks ?? 0) },
  ];
  return {
    instances: Number(row.instances ?? 0),
    failedJobs,
    incidents: incidents.filter(({ incidentCount }) => incidentCount > 0),
  };
}

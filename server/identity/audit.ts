import type { Context } from '../context.ts';
import type { SqlRow } from '../persistence/sql-statement.ts';
import type { Caller } from './caller.ts';

export interface AuditEntry {
  readonly action: string;
  readonly objectKind: string;
  readonly objectId: string;
  readonly orgUnitId?: string;
  /** Ids, counts and names of fields; never content of a pupil's file. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Writes one line of the audit log in the current transaction. `caller` null: the system itself. */
export async function audit(
  context: Context,
  caller: Pick<Caller, 'userId' | 'name'> | null,
  entry: AuditEntry,
): Promise<void> {
  await context.sql.insert('audit', [auditRow(context, caller, entry)]);
}

/** The line as a row of `audit`, for a use case that writes it together with other rows. */
export function auditRow(
  context: Context,
  caller: Pick<Caller, 'userId' | 'name'> | null,
  entry: AuditEntry,
): SqlRow {
  return {
    id: context.newId(),
    at: context.now(),
    actor_id: caller?.userId ?? null,
    actor_name: caller?.name ?? 'system',
    action: entry.action,
    object_kind: entry.objectKind,
    object_id: entry.objectId,
    org_unit_id: entry.orgUnitId ?? null,
    detail: JSON.stringify(entry.detail ?? {}),
  };
}

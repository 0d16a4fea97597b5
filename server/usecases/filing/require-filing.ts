import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Context } from '../../context.ts';
import type { FilingRow } from '../../persistence/tables/plan-tables.ts';

/** Throws `not-found` when there is no such filing. */
export async function requireFiling(context: Context, id: string): Promise<FilingRow> {
  const row = await context.tables.filings.findOne({ id });
  if (!row) throw new AppError('not-found', 'There is no filing with this id.', { kind: 'filing', id });
  return row;
}

export interface FilingTask {
  readonly id: string;
  readonly name: string;
  readonly element: string;
  readonly token: number;
  readonly bundleId: string;
  readonly dueAt: number | null;
}

/** The open task of a filing that is offered to one of the holders; null: there is none. */
export async function taskOfFiling(
  context: Context,
  { instanceId }: FilingRow,
  holders: readonly string[],
): Promise<FilingTask | null> {
  const rows = await context.sql.all<{
    id: string;
    name: string;
    element_id: string;
    token: number;
    bundle_id: string;
    due_at: number | null;
    holders: string;
  }>(
    "SELECT id, name, element_id, token, bundle_id, due_at, holders FROM task WHERE instance_id = ? AND status = 'open' ORDER BY created_at",
    [instanceId],
  );
  const row = rows.find((it) =>
    (JSON.parse(it.holders) as string[]).some((holder) => holders.includes(holder)),
  );
  if (!row) return null;
  return {
    id: row.id,
    name: row.name,
    element: row.element_id,
    token: Number(row.token),
    bundleId: row.bundle_id,
    dueAt: row.due_at === null ? null : Number(row.due_at),
  };
}

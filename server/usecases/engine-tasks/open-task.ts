import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Context } from '../../context.ts';

export interface OpenTask {
  readonly id: string;
  readonly instanceId: string;
  readonly token: number;
  readonly elementId: string;
  readonly assigneeId: string | null;
  readonly ownerId: string | null;
  readonly delegation: string | null;
  /** Holders that it is offered to. */
  readonly holders: readonly string[];
  readonly bundleKind: string;
}

/** Throws `not-found` for a task that is not open (any more). */
export async function openTask(context: Context, id: string): Promise<OpenTask> {
  const row = await context.sql.one<{
    instance_id: string;
    token: number;
    element_id: string;
    assignee_id: string | null;
    owner_id: string | null;
    delegation: string | null;
    holders: string;
    kind: string;
  }>(
    `SELECT t.instance_id, t.token, t.element_id, t.assignee_id, t.owner_id, t.delegation, t.holders, b.kind
     FROM task t JOIN bundle b ON b.id = t.bundle_id WHERE t.id = ? AND t.status = 'open'`,
    [id],
  );
  if (!row)
    throw new AppError('not-found', `Cannot find task with id ${id}: task is null`, { kind: 'task', id });
  return {
    id,
    instanceId: row.instance_id,
    token: Number(row.token),
    elementId: row.element_id,
    assigneeId: row.assignee_id,
    ownerId: row.owner_id,
    delegation: row.delegation,
    holders: JSON.parse(row.holders) as string[],
    bundleKind: row.kind,
  };
}

import type { Context } from '../../context.ts';
import type { Caller } from '../../identity/caller.ts';
import { transaction } from '../../persistence/transaction.ts';
import { activateInstance, suspendInstance } from './suspend-instance.ts';

type Actor = Pick<Caller, 'userId' | 'name'> | null;

export interface SubjectSuspension {
  /** What the instances are about: `student` and so on. */
  readonly kind: string;
  readonly id: string;
  readonly reason: string;
}

/** Stops every running instance about a subject (冻结), all or none; answers how many. */
export function suspendSubject(
  context: Context,
  actor: Actor,
  subject: SubjectSuspension,
): Promise<{ count: number }> {
  return eachInstance(context, subject, false, (id) =>
    suspendInstance(context, actor, { id, reason: subject.reason }),
  );
}

/** Lets every suspended instance about a subject go on, all or none; answers how many. */
export function activateSubject(
  context: Context,
  actor: Actor,
  subject: SubjectSuspension,
): Promise<{ count: number }> {
  return eachInstance(context, subject, true, (id) =>
    activateInstance(context, actor, { id, reason: subject.reason }),
  );
}

/** In the order of their ids, so that two such calls never wait for each other. */
function eachInstance(
  context: Context,
  { kind, id }: SubjectSuspension,
  suspended: boolean,
  change: (instanceId: string) => Promise<unknown>,
): Promise<{ count: number }> {
  return transaction(context.database, async () => {
    const rows = await context.sql.all<{ id: string }>(
      `SELECT id FROM process_instance WHERE subject_id = ? AND subject_kind = ? AND ended_at IS NULL AND suspended = ?
       ORDER BY id ${context.sql.forUpdate}`,
      [id, kind, suspended],
    );
    for (const row of rows) await change(row.id);
    return { count: rows.length };
  });
}

import type { Context } from '../context.ts';
import { transaction } from '../persistence/transaction.ts';

/** What can differ between our tables and the engine: one line a kind, with what is done about it. */
export const mismatchKinds = {
  /** Started twice because an answer was lost: all but the adopted one are deleted there. */
  'double-start': 'repaired',
  /** Started there, but the answer never came: adopted. */
  'start-unconfirmed': 'repaired',
  /** The engine never heard of it and no command waits: started again from the command's row, or shown. */
  'instance-never-started': 'repaired-or-shown',
  /** Active here, ended there: ended here. */
  'instance-ended-there': 'repaired',
  /** Ended here, active there, and no command waits: cancelled there, or shown. */
  'instance-runs-there': 'repaired-or-shown',
  /** Active here, and the engine has not even history of it: shown. */
  'instance-unknown-there': 'shown',
  /** Runs there with our mark, and is not here: shown. */
  'instance-unknown-here': 'shown',
  /** Open here, ended there: ended here. */
  'task-ended-there': 'repaired',
  /** Open there, and there is no task here: created. */
  'task-missing-here': 'repaired',
  /** Completed here, open there, and no command waits: delivered again, or shown. */
  'completion-lost': 'repaired-or-shown',
  /** A task is somebody else's there: ours decides. */
  'holder-differs': 'repaired',
  /** Ended here, open there, and an administrator has given up the command: open again here. */
  'completion-dropped': 'repaired',
  /** Suspended on one side only: ours decides. */
  'suspension-differs': 'repaired',
  /** The engine refused a command for good, or had gone on without it: shown. */
  'command-refused': 'shown',
  /** A command waits for long: shown until it is delivered. */
  'command-waiting': 'shown',
  /** A bundle that the engine does not take: shown. */
  'deployment-refused': 'shown',
  /** The engine's tasks cannot be shown here, e.g. nobody may do them: shown. */
  'projection-failed': 'shown',
} as const;

export type MismatchKind = keyof typeof mismatchKinds;

interface Mismatch {
  readonly kind: MismatchKind;
  readonly objectId: string;
  readonly instanceId?: string | null;
  /** Ids and the engine's words; never content of a pupil's file. */
  readonly detail: string;
  /** It exists no more: it is written for the record. */
  readonly repaired?: boolean;
}

const longestDetail = 500;

/** Writes a mismatch down, once for as long as it is open, and logs it. */
export async function reportMismatch(context: Context, mismatch: Mismatch): Promise<void> {
  const { kind, objectId, instanceId = null, repaired = false } = mismatch;
  const detail = Array.from(mismatch.detail).slice(0, longestDetail).join('');
  const now = context.now();
  const isNew = await transaction(context.database, async () => {
    const seen = await context.sql.run(
      `UPDATE engine_mismatch SET last_seen_at = ?, detail = ?${repaired ? ", resolved_at = ?, resolution = 'repaired'" : ''}
       WHERE kind = ? AND object_id = ? AND resolved_at IS NULL`,
      [now, detail, ...(repaired ? [now] : []), kind, objectId],
    );
    if (seen > 0) return false;
    await context.sql.insert('engine_mismatch', [
      {
        id: context.newId(),
        kind,
        object_id: objectId,
        instance_id: instanceId,
        detail,
        found_at: now,
        last_seen_at: now,
        resolved_at: repaired ? now : null,
        resolution: repaired ? 'repaired' : null,
      },
    ]);
    return true;
  });
  if (!isNew) return;
  const fields = { mismatch: kind, objectId, instanceId, detail };
  if (repaired) context.log.warn(fields, 'the engine and this server differed; repaired');
  else context.log.error(fields, 'the engine and this server differ; an administrator must decide');
}

/** Closes open mismatches of these kinds that were not seen since `before`: they are gone. */
export async function closeUnseen(
  context: Context,
  kinds: readonly MismatchKind[],
  before: number,
): Promise<void> {
  await transaction(context.database, () =>
    context.sql.run(
      `UPDATE engine_mismatch SET resolved_at = ?, resolution = 'gone'
       WHERE resolved_at IS NULL AND last_seen_at < ? AND kind IN (${kinds.map(() => '?').join(',')})`,
      [context.now(), before, ...kinds],
    ),
  );
}

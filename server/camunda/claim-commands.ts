import type { Context } from '../context.ts';
import { places } from '../persistence/sql-statement.ts';
import { transaction } from '../persistence/transaction.ts';
import type { StoredCommand } from './stored-command.ts';

/** A command that this process delivers now. */
export interface ClaimedCommand {
  readonly id: string;
  readonly instanceId: string;
  readonly command: StoredCommand;
  readonly taskId: string | null;
  readonly actorId: string | null;
  readonly attempts: number;
  /** It was sent before, here or by a server that was killed, and nobody knows what became of that. */
  readonly repeat: boolean;
}

interface Claim {
  /** Unique per process. */
  readonly owner: string;
  readonly limit: number;
  /** A lock older than this is taken over. */
  readonly lockMilliseconds: number;
}

interface Row {
  id: string;
  instance_id: string;
  payload: string;
  task_id: string | null;
  actor_id: string | null;
  attempts: number;
  sent_at: number | null;
}

/** More than asked for, so that servers that look at the same moment find rows beside each other's. */
const lookAhead = 4;

/**
 * Claims due commands, the first that waits of each instance. That it is about to be sent is written before it is sent:
 * whoever finds the row after a crash knows that it may have happened.
 */
export async function claimCommands(context: Context, claim: Claim): Promise<ClaimedCommand[]> {
  const { sql } = context;
  const now = context.now();
  const due =
    "c.state = 'waiting' AND c.due_at <= ? AND (c.lock_expires_at IS NULL OR c.lock_expires_at <= ?)";
  const candidates = await sql.all<{ id: string }>(
    `SELECT c.id FROM engine_command c WHERE ${due} AND NOT EXISTS (SELECT 1 FROM engine_command e
       WHERE e.instance_id = c.instance_id AND e.state = 'waiting' AND e.position < c.position)
     ORDER BY c.due_at LIMIT ${claim.limit * lookAhead}`,
    [now, now],
  );
  if (candidates.length === 0) return [];
  const ids = candidates.map(({ id }) => id);
  const rows = await transaction(context.database, async () => {
    const free = await sql.all<Row>(
      `SELECT c.id, c.instance_id, c.payload, c.task_id, c.actor_id, c.attempts, c.sent_at FROM engine_command c
       WHERE c.id IN (${places(ids)}) AND ${due} LIMIT ${claim.limit} ${sql.skipLocked}`,
      [...ids, now, now],
    );
    if (free.length > 0)
      await sql.run(
        `UPDATE engine_command SET lock_owner = ?, lock_expires_at = ?, sent_at = COALESCE(sent_at, ?)
         WHERE id IN (${places(free)})`,
        [claim.owner, now + claim.lockMilliseconds, now, ...free.map(({ id }) => id)],
      );
    return free;
  });
  return rows.map((row) => ({
    id: row.id,
    instanceId: row.instance_id,
    command: JSON.parse(row.payload) as StoredCommand,
    taskId: row.task_id,
    actorId: row.actor_id,
    attempts: Number(row.attempts),
    repeat: row.sent_at !== null,
  }));
}

import type { Context } from '../context.ts';
import type { SqlValue } from '../persistence/sql.ts';
import { transaction } from '../persistence/transaction.ts';

/** A table of work: rows with `id`, `due_at`, `lock_owner` and `lock_expires_at`. */
export interface WorkTable {
  readonly name: 'job' | 'outbox';
  /** What makes a row open work, beside its date and lock: SQL without parameters. */
  readonly open: string;
}

export interface Claim {
  /** Unique per executor, so that nobody takes the lock of another one for its own. */
  readonly owner: string;
  readonly limit: number;
  /** A lock older than this is taken over: its executor was killed. */
  readonly lockMilliseconds: number;
}

interface WorkRow extends Record<string, SqlValue> {
  id: string;
}

/** More than asked for, so that executors that look at the same moment find rows beside each other's. */
const lookAhead = 4;

/**
 * Claims due rows, oldest first, in one short transaction. No row is ever claimed by two executors: candidates are read
 * without locks, locked by primary key with SKIP LOCKED and looked at again under the lock.
 * Fewer rows than are due, or none, may be answered while others claim.
 */
export async function claimDueRows(context: Context, table: WorkTable, claim: Claim): Promise<WorkRow[]> {
  const { sql } = context;
  const now = context.now();
  const due = `${table.open} AND due_at <= ? AND (lock_expires_at IS NULL OR lock_expires_at <= ?)`;
  const candidates = await sql.all<{ id: string }>(
    `SELECT id FROM ${table.name} WHERE ${due} ORDER BY due_at LIMIT ${claim.limit * lookAhead}`,
    [now, now],
  );
  if (candidates.length === 0) return [];
  return transaction(context.database, async () => {
    const free = await sql.all<WorkRow>(
      `SELECT * FROM ${table.name} WHERE id IN (${places(candidates)}) AND ${due} LIMIT ${claim.limit} ${sql.skipLocked}`,
      [...candidates.map(({ id }) => id), now, now],
    );
    if (free.length > 0) {
      await sql.run(
        `UPDATE ${table.name} SET lock_owner = ?, lock_expires_at = ? WHERE id IN (${places(free)})`,
        [claim.owner, now + claim.lockMilliseconds, ...free.map(({ id }) => id)],
      );
    }
    return free.sort((a, b) => Number(a.due_at) - Number(b.due_at));
  });
}

const places = (rows: readonly unknown[]) => rows.map(() => '?').join(',');

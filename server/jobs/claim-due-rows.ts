import type { Context } from '../context.ts';
import type { SqlValue } from '../persistence/sql.ts';
import { transaction } from '../persistence/transaction.ts';

/** A table of work: rows with `id`, `due_at`, `lock_owner` and `lock_expires_at`. */
export interface WorkTable {
  readonly name: 'job' | 'outbox';
  /** What makes a row open work, beside its date and lock: SQL without parameters. */
  readonly open: string;
  /** Rows have `instance_id` and `exclusive`: exclusive ones of an instance wait while another executor has one of them. */
  readonly exclusive?: true;
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
 * No exclusive job of the same instance is locked by somebody. Two executors that claim at the same moment may still
 * get one each: then the lock on the instance row lets them run one after the other.
 */
const alone = ` AND (exclusive = 0 OR instance_id = '' OR NOT EXISTS (
  SELECT 1 FROM job other WHERE other.instance_id = job.instance_id AND other.id <> job.id AND other.exclusive = 1
  AND other.lock_owner IS NOT NULL AND other.lock_expires_at > ?))`;

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
      `SELECT * FROM ${table.name} WHERE id IN (${places(candidates)}) AND ${due}${table.exclusive ? alone : ''} LIMIT ${claim.limit} ${sql.skipLocked}`,
      [...candidates.map(({ id }) => id), now, now, ...(table.exclusive ? [now] : [])],
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

/** Gives claimed rows back that were not begun, so that another process may take them at once. */
export async function releaseRows(
  context: Context,
  table: WorkTable,
  claim: Claim,
  rows: readonly { readonly id: string }[],
): Promise<void> {
  if (rows.length === 0) return;
  await transaction(context.database, () =>
    context.sql.run(
      `UPDATE ${table.name} SET lock_owner = NULL, lock_expires_at = NULL WHERE lock_owner = ? AND id IN (${places(rows)})`,
      [claim.owner, ...rows.map(({ id }) => id)],
    ),
  );
}

const places = (rows: readonly unknown[]) => rows.map(() => '?').join(',');

import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Context } from '../context.ts';
import { transaction } from '../persistence/transaction.ts';

interface ThrottleRow {
  failures: number;
  blocked_until: number | null;
  updated_at: number;
}

const firstDelay = 2_000;
const longestDelay = 15 * 60_000;
/** Failures older than this are forgotten. */
const memory = 60 * 60_000;

/** Who tries. A whole school shares one address, so an address is free for longer than a user name. */
export interface AttemptSubject {
  readonly name: string;
  /** This many failures cost nothing; each further one doubles the wait: 2 s, 4 s, 8 s … 15 min. */
  readonly free: number;
}

function delayAfter(failures: number, free: number): number {
  return failures < free ? 0 : Math.min(longestDelay, firstDelay * 2 ** (failures - free));
}

/**
 * Claims one attempt for every subject (user name, address) *before* the password is looked at, so that guesses
 * sent side by side are counted too. Throws `throttled` with `retryAfter` in seconds while a subject is blocked.
 */
export async function claimAttempt(context: Context, subjects: readonly AttemptSubject[]): Promise<void> {
  await transaction(context.database, () => claim(context, subjects));
}

/**
 * Locks the row of a subject and makes it first when there is none: rows come and go with every sign-in from an
 * address, so that of two at once one may find it gone that the other has just seen.
 */
async function lockRow({ sql, now }: Context, hash: string): Promise<ThrottleRow | null> {
  const unlessThere =
    sql.dialect === 'mysql'
      ? 'ON DUPLICATE KEY UPDATE subject_hash = subject_hash'
      : 'ON CONFLICT (subject_hash) DO NOTHING';
  await sql.run(
    `INSERT INTO sign_in_throttle (subject_hash, failures, blocked_until, updated_at) VALUES (?, 0, NULL, ?) ${unlessThere}`,
    [hash, now()],
  );
  return sql.one<ThrottleRow>(
    `SELECT failures, blocked_until, updated_at FROM sign_in_throttle WHERE subject_hash = ? ${sql.forUpdate}`,
    [hash],
  );
}

async function claim(context: Context, subjects: readonly AttemptSubject[]): Promise<void> {
  const now = context.now();
  for (const subject of subjects) {
    const hash = context.cipher.hash('sign-in', subject.name);
    const row = await lockRow(context, hash);
    const blockedUntil = Number(row?.blocked_until ?? 0);
    if (blockedUntil > now) {
      const retryAfter = Math.ceil((blockedUntil - now) / 1000);
      throw new AppError('throttled', `Too many failed attempts; try again in ${retryAfter} seconds.`, {
        retryAfter,
      });
    }
    const remembered = row && now - Number(row.updated_at) < memory ? Number(row.failures) : 0;
    const failures = remembered + 1;
    const delay = delayAfter(failures, subject.free);
    await context.sql.run(
      'UPDATE sign_in_throttle SET failures = ?, blocked_until = ?, updated_at = ? WHERE subject_hash = ?',
      [failures, delay ? now + delay : null, now, hash],
    );
  }
}

/** The password was right: the subjects' failures are forgotten. */
export async function forgetFailures(context: Context, subjects: readonly AttemptSubject[]): Promise<void> {
  for (const subject of subjects) {
    await context.sql.run('DELETE FROM sign_in_throttle WHERE subject_hash = ?', [
      context.cipher.hash('sign-in', subject.name),
    ]);
  }
}

import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Context } from '../context.ts';
import { transaction } from '../persistence/transaction.ts';

interface ThrottleRow {
  failures: number;
  blocked_until: number | null;
  updated_at: number;
}

const freeFailures = 5;
const firstDelay = 2_000;
const longestDelay = 15 * 60_000;
/** Failures older than this are forgotten. */
const memory = 60 * 60_000;

/** After 5 failures each further one doubles the wait: 2 s, 4 s, 8 s … 15 min. */
function delayAfter(failures: number): number {
  return failures < freeFailures ? 0 : Math.min(longestDelay, firstDelay * 2 ** (failures - freeFailures));
}

/**
 * Claims one attempt for every subject (user name, address) *before* the password is looked at, so that guesses
 * sent side by side are counted too. Throws `throttled` with `retryAfter` in seconds while a subject is blocked.
 */
export async function claimAttempt(context: Context, subjects: readonly string[]): Promise<void> {
  await transaction(context.database, async () => {
    const now = context.now();
    for (const subject of subjects) {
      const hash = context.cipher.hash('sign-in', subject);
      const row = await context.sql.one<ThrottleRow>(
        `SELECT failures, blocked_until, updated_at FROM sign_in_throttle WHERE subject_hash = ? ${context.sql.forUpdate}`,
        [hash],
      );
      const blockedUntil = Number(row?.blocked_until ?? 0);
      if (blockedUntil > now) {
        const retryAfter = Math.ceil((blockedUntil - now) / 1000);
        throw new AppError('throttled', `Too many failed attempts; try again in ${retryAfter} seconds.`, {
          retryAfter,
        });
      }
      const remembered = row && now - Number(row.updated_at) < memory ? Number(row.failures) : 0;
      const failures = remembered + 1;
      const delay = delayAfter(failures);
      if (row) {
        await context.sql.run(
          'UPDATE sign_in_throttle SET failures = ?, blocked_until = ?, updated_at = ? WHERE subject_hash = ?',
          [failures, delay ? now + delay : null, now, hash],
        );
      } else {
        await context.sql.insert('sign_in_throttle', [
          { subject_hash: hash, failures, blocked_until: delay ? now + delay : null, updated_at: now },
        ]);
      }
    }
  });
}

/** The password was right: the subjects' failures are forgotten. */
export async function forgetFailures(context: Context, subjects: readonly string[]): Promise<void> {
  for (const subject of subjects) {
    await context.sql.run('DELETE FROM sign_in_throttle WHERE subject_hash = ?', [
      context.cipher.hash('sign-in', subject),
    ]);
  }
}

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
  await again(() => transaction(context.database, () => claim(context, subjects)));
}

/** Two first attempts of one subject at once: the second finds the row of the first. */
async function again(attempt: () => Promise<void>): Promise<void> {
  try {
    await attempt();
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'conflict') throw error;
    await attempt();
  }
}

async function claim(context: Context, subjects: readonly AttemptSubject[]): Promise<void> {
  const now = context.now();
  for (const subject of subjects) {
    const hash = context.cipher.hash('sign-in', subject.name);
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
    const delay = delayAfter(failures, subject.free);
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
}

/** The password was right: the subjects' failures are forgotten. */
export async function forgetFailures(context: Context, subjects: readonly AttemptSubject[]): Promise<void> {
  for (const subject of subjects) {
    await context.sql.run('DELETE FROM sign_in_throttle WHERE subject_hash = ?', [
      context.cipher.hash('sign-in', subject.name),
    ]);
  }
}

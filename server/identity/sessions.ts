import { createHash, randomBytes } from 'node:crypto';
import type { Context } from '../context.ts';
import { type CombinedRead, loadCombined } from '../persistence/read-combiner.ts';
import { places, query } from '../persistence/sql-statement.ts';
import type { SessionRow } from '../persistence/tables.ts';
import { transaction } from '../persistence/transaction.ts';
import { type Caller, callersUnder } from './caller.ts';

/** A session ends 12 hours after sign-in, or after 2 hours without a request. */
const lifetime = 12 * 3_600_000;
const idle = 2 * 3_600_000;
/** `last_seen_at` is written at most once a minute. */
const touchEvery = 60_000;

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

/** Answers the cookie's secret; only its hash is stored. Runs inside the sign-in's transaction. */
export async function createSession(
  context: Context,
  userId: string,
): Promise<{ token: string; csrfToken: string }> {
  const token = randomBytes(32).toString('base64url');
  const csrfToken = randomBytes(24).toString('base64url');
  const now = context.now();
  await context.tables.sessions.insert({
    tokenHash: hashOf(token),
    userId,
    csrfToken,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: now + lifetime,
  });
  return { token, csrfToken };
}

/** The live session behind a cookie, or null: unknown, ended, too old. */
export async function findSession(context: Context, token: string): Promise<SessionRow | null> {
  const [rows] = await context.sql.batch([sessionQuery([hashOf(token)])]);
  return liveSession(context, rows);
}

interface SignedIn {
  readonly session: SessionRow;
  readonly caller: Caller;
}

/** Sessions by the hash of their token, with their callers. */
const signedIn: CombinedRead<{ readonly session: SessionRow; readonly caller: Caller | null }> = {
  queries: (hashes) => [sessionQuery(hashes)],
  values: async (context, [rows], version) => {
    const sessions = rows as unknown as SessionRow[];
    const callers = await callersUnder(
      context,
      version,
      sessions.map(({ userId }) => userId),
    );
    return new Map(
      sessions.map((session) => [
        session.tokenHash,
        { session, caller: callers.get(session.userId) ?? null },
      ]),
    );
  },
};

/** The live session behind a cookie and whose it is, in one round trip; null when it is not live. */
export async function findSignedIn(context: Context, token: string): Promise<SignedIn | null> {
  const found = await loadCombined(context, signedIn, hashOf(token));
  const session = await liveSession(context, found ? [found.session] : []);
  return session && found?.caller ? { session, caller: found.caller } : null;
}

const sessionQuery = (hashes: readonly string[]) =>
  query(
    `SELECT token_hash AS tokenHash, user_id AS userId, csrf_token AS csrfToken, created_at AS createdAt,
       last_seen_at AS lastSeenAt, expires_at AS expiresAt FROM session WHERE token_hash IN (${places(hashes)})`,
    hashes,
  );

async function liveSession(context: Context, rows: unknown): Promise<SessionRow | null> {
  const [session] = rows as SessionRow[];
  const now = context.now();
  if (!session || Number(session.expiresAt) <= now || Number(session.lastSeenAt) + idle <= now) return null;
  if (now - Number(session.lastSeenAt) >= touchEvery) {
    await transaction(context.database, () =>
      context.tables.sessions.update({ tokenHash: session.tokenHash }, { lastSeenAt: now }),
    );
  }
  return session;
}

export async function endSession(context: Context, tokenHash: string): Promise<void> {
  await context.tables.sessions.delete({ tokenHash });
}

/** Ends every session of a user, but the one given: after a change of password, or when an account is closed. */
export async function endOtherSessions(
  context: Context,
  userId: string,
  keepTokenHash: string | null,
): Promise<void> {
  for (const session of await context.tables.sessions.find({ userId })) {
    if (session.tokenHash !== keepTokenHash)
      await context.tables.sessions.delete({ tokenHash: session.tokenHash });
  }
}

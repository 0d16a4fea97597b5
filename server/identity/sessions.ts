import { createHash, randomBytes } from 'node:crypto';
import type { Context } from '../context.ts';
import type { Database } from '../persistence/database.ts';
import { masterDataVersion, masterDataVersionQuery } from '../persistence/master-data.ts';
import { ReadCombiner } from '../persistence/read-combiner.ts';
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

/** Reads sessions with their callers; those of requests that come together in one round trip. */
const readers = new WeakMap<Database, ReadCombiner<{ session: SessionRow; caller: Caller | null }>>();

function readerOf(context: Context): ReadCombiner<{ session: SessionRow; caller: Caller | null }> {
  const known = readers.get(context.database);
  if (known) return known;
  const made = new ReadCombiner((hashes: readonly string[]) => readSignedIn(context, hashes));
  readers.set(context.database, made);
  return made;
}

async function readSignedIn(context: Context, hashes: readonly string[]) {
  const [version, rows] = await context.sql.batch([masterDataVersionQuery, sessionQuery(hashes)]);
  const sessions = rows as unknown as SessionRow[];
  const callers = await callersUnder(
    context,
    masterDataVersion(version),
    sessions.map(({ userId }) => userId),
  );
  return new Map(
    sessions.map((session) => [session.tokenHash, { session, caller: callers.get(session.userId) ?? null }]),
  );
}

/** The live session behind a cookie and whose it is, in one round trip; null when it is not live. */
export async function findSignedIn(context: Context, token: string): Promise<SignedIn | null> {
  const found = await readerOf(context).load(hashOf(token));
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

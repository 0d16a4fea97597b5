import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Context } from '../context.ts';
import { isDuplicate } from '../persistence/driver-errors.ts';
import { insertStatements } from '../persistence/sql-statement.ts';
import { transaction } from '../persistence/transaction.ts';

export interface StoredAnswer {
  readonly status: number;
  readonly body: string;
  readonly repeated: boolean;
}

interface KeyRow {
  request_hash: string;
  status: number | null;
  response: string | null;
}

export interface IdempotentRequest {
  readonly userId: string;
  readonly key: string;
  readonly endpoint: string;
  /** Everything that makes it this request and no other: path, query, body. */
  readonly content: string | Uint8Array;
}

/** An answer may hold what was recorded of a pupil. */
const answerField = 'idempotency-key.response';

/** Answers are most of what a command leaves behind for a week: they are stored compressed. */
const compressed = 'z:';

function sealAnswer({ cipher }: Context, answer: string): string {
  return (
    compressed + cipher.encryptBytes(answerField, deflateRawSync(answer, smallStream)).toString('base64')
  );
}

/** An answer is short: a stream with the usual window takes longer to set up than to use. */
const smallStream = { windowBits: 11, memLevel: 4 } as const;

function openAnswer({ cipher }: Context, stored: string): string {
  // Without the mark: stored by a release that did not compress.
  if (!stored.startsWith(compressed)) return cipher.decrypt(answerField, stored);
  const sealed = Buffer.from(stored.slice(compressed.length), 'base64');
  return inflateRawSync(cipher.decryptBytes(answerField, sealed)).toString('utf8');
}

const keySyntax = /^[\x21-\x7e]{8,255}$/;

export function assertKey(key: string | undefined): string {
  if (key === undefined || !keySyntax.test(key)) {
    throw new AppError(
      'idempotency-key-missing',
      'This call needs an Idempotency-Key header of 8 to 255 printable characters, new for each intention and the same for each retry.',
    );
  }
  return key;
}

/**
 * Runs `body` and stores its answer under the key, all in one transaction: what was acknowledged has happened
 * exactly once, however often the request is sent and wherever the server dies.
 * A repeated key answers what was stored; a key with another request is refused. A refused command stores nothing,
 * so it may be mended and sent again under the same key.
 */
export async function idempotently(
  context: Context,
  request: IdempotentRequest,
  body: () => Promise<unknown>,
): Promise<StoredAnswer> {
  const requestHash = hashOf(request);
  try {
    return await transaction(context.database, async () => {
      await context.sql.insert('idempotency_key', [
        {
          user_id: request.userId,
          idempotency_key: request.key,
          endpoint: request.endpoint,
          request_hash: requestHash,
          status: null,
          response: null,
          created_at: context.now(),
        },
      ]);
      const answer = JSON.stringify(await body());
      await context.sql.run(
        'UPDATE idempotency_key SET status = ?, response = ? WHERE user_id = ? AND idempotency_key = ?',
        [200, sealAnswer(context, answer), request.userId, request.key],
      );
      return { status: 200, body: answer, repeated: false };
    });
  } catch (error) {
    const cause = error instanceof AppError ? error.cause : error;
    if (!isDuplicate(cause)) throw error;
    const stored = await findStored(context, request, requestHash);
    if (stored) return stored;
    throw error;
  }
}

/**
 * Stores the answers of several requests, in the current transaction. Throws a duplicate-key error when one of the keys
 * was used before: all of it must then be undone.
 */
export async function storeAnswers(
  context: Context,
  answered: readonly { readonly request: IdempotentRequest; readonly body: string }[],
): Promise<void> {
  const rows = answered.map(({ request, body }) => ({
    user_id: request.userId,
    idempotency_key: request.key,
    endpoint: request.endpoint,
    request_hash: hashOf(request),
    status: 200,
    response: sealAnswer(context, body),
    created_at: context.now(),
  }));
  await context.sql.atCommit(insertStatements('idempotency_key', rows));
}

/** Everything that makes it this request and no other. */
function hashOf(request: IdempotentRequest): string {
  return createHash('sha256').update(request.endpoint).update('\n').update(request.content).digest('hex');
}

async function findStored(
  context: Context,
  request: IdempotentRequest,
  requestHash: string,
): Promise<StoredAnswer | null> {
  const row = await context.sql.one<KeyRow>(
    'SELECT request_hash, status, response FROM idempotency_key WHERE user_id = ? AND idempotency_key = ?',
    [request.userId, request.key],
  );
  if (!row) return null;
  if (row.request_hash !== requestHash) {
    throw new AppError(
      'idempotency-key-reused',
      'This Idempotency-Key was used for another request; make a new key.',
      { key: request.key },
    );
  }
  if (row.status === null || row.response === null) {
    throw new AppError(
      'idempotency-key-in-use',
      'The same request is being worked on; send it again in a moment.',
      { key: request.key },
    );
  }
  return {
    status: Number(row.status),
    body: openAnswer(context, row.response),
    repeated: true,
  };
}

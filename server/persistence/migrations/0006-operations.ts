import type { QueryInterface } from 'sequelize';
import {
  createTable,
  instant,
  integer,
  key,
  longText,
  optionalInstant,
  optionalInteger,
  optionalLongText,
  optionalText,
  part,
  ref,
  text,
} from './columns.ts';

/** What makes a command happen exactly once: idempotency keys and the outbox. */
export async function up(query: QueryInterface): Promise<void> {
  await createTable(
    query,
    'idempotency_key',
    {
      user_id: part(ref()),
      idempotency_key: part(text(255)),
      endpoint: text(60),
      /** SHA-256 of path and body: the same key with another request is refused. */
      request_hash: text(64),
      status: optionalInteger(),
      response: optionalLongText(),
      created_at: instant(),
    },
    [{ fields: ['created_at'] }],
  );
  await createTable(
    query,
    'outbox',
    {
      /** Written in the transaction that causes it, delivered afterwards at least once; receivers are keyed by id. */
      id: key(),
      kind: text(60),
      payload: longText(),
      created_at: instant(),
      due_at: instant(),
      attempts: integer(0),
      lock_owner: optionalText(100),
      lock_expires_at: optionalInstant(),
      delivered_at: optionalInstant(),
      error_message: optionalText(500),
    },
    [{ fields: ['delivered_at', 'due_at'] }],
  );
}

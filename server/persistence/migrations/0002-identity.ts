import type { QueryInterface } from 'sequelize';
import {
  createTable,
  instant,
  integer,
  key,
  longText,
  optionalInstant,
  optionalRef,
  part,
  ref,
  text,
} from './columns.ts';

/** Sessions, sign-in throttling and the audit log. */
export async function up(query: QueryInterface): Promise<void> {
  await createTable(
    query,
    'session',
    {
      /** SHA-256 of the cookie's secret: who reads the database cannot sign in with it. */
      token_hash: part(text(64)),
      user_id: ref(),
      csrf_token: text(64),
      created_at: instant(),
      last_seen_at: instant(),
      expires_at: instant(),
    },
    [{ fields: ['user_id'] }, { fields: ['expires_at'] }],
  );
  await createTable(query, 'sign_in_throttle', {
    /** Keyed hash of the user name, or of the address. */
    subject_hash: part(text(64)),
    failures: integer(0),
    blocked_until: optionalInstant(),
    updated_at: instant(),
  });
  await createTable(
    query,
    'audit',
    {
      id: key(),
      at: instant(),
      actor_id: optionalRef(),
      actor_name: text(100),
      action: text(60),
      object_kind: text(30),
      object_id: text(100),
      org_unit_id: optionalRef(),
      detail: longText(),
    },
    [
      { fields: ['at'] },
      { fields: ['object_id', 'at'] },
      { fields: ['actor_id', 'at'] },
      { fields: ['action', 'at'] },
    ],
  );
}

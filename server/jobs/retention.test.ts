import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { transaction } from '../persistence/transaction.ts';
import { openTestContext, type TestContext } from '../testing/test-context.ts';
import { dropOldRows } from './retention.ts';

const day = 86_400_000;
let context: TestContext;

beforeAll(async () => {
  context = await openTestContext();
});
afterAll(() => context.close());

test('drops old keys, ended sessions and delivered messages, and nothing else', async () => {
  // given
  const now = context.now();
  const userId = context.newId();
  const key = (name: string, createdAt: number) => ({
    user_id: userId,
    idempotency_key: name,
    endpoint: 'submissions.create',
    request_hash: '',
    created_at: createdAt,
  });
  const session = (hash: string, expiresAt: number) => ({
    token_hash: hash,
    user_id: userId,
    csrf_token: '',
    created_at: 0,
    last_seen_at: 0,
    expires_at: expiresAt,
  });
  const message = (kind: string, deliveredAt: number | null) => ({
    id: context.newId(),
    kind,
    payload: '{}',
    created_at: 0,
    due_at: 0,
    delivered_at: deliveredAt,
  });
  await transaction(context.database, async () => {
    await context.sql.insert('idempotency_key', [
      ...Array.from({ length: 450 }, (_, index) => key(`old-${index}`, now - 8 * day)),
      key('young', now - 6 * day),
    ]);
    await context.sql.insert('session', [session('ended', now - 1), session('in force', now + 1)]);
    await context.sql.insert('outbox', [
      message('old', now - 8 * day),
      message('young', now - day),
      message('waits since long', null),
    ]);
  });
  // when
  const dropped = await dropOldRows(context);
  // then
  expect(dropped).toBe(452);
  const left = async (statement: string) =>
    (await context.sql.all<{ name: string }>(statement)).map(({ name }) => name).sort();
  expect(await left('SELECT idempotency_key AS name FROM idempotency_key')).toEqual(['young']);
  expect(await left('SELECT token_hash AS name FROM session')).toEqual(['in force']);
  expect(await left('SELECT kind AS name FROM outbox')).toEqual(['waits since long', 'young']);
});

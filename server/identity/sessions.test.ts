import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { transaction } from '../persistence/transaction.ts';
import { openTestContext, type TestContext } from '../testing/test-context.ts';
import { signIn } from '../usecases/session/sign-in.ts';
import { hashPassword } from './passwords.ts';
import { createSession, endOtherSessions, findSession } from './sessions.ts';

const minute = 60_000;
let context: TestContext;
let userId: string;
let passwordHash: string;

beforeAll(async () => {
  context = await openTestContext();
  passwordHash = await hashPassword('right password');
});
beforeEach(async () => {
  userId = context.newId();
  await context.tables.users.insert({
    id: userId,
    username: `u-${userId}`,
    name: '林一诺',
    staffNo: null,
    passwordHash,
    locale: 'zh-CN',
    disabled: false,
    createdAt: 0,
  });
});
afterAll(() => context.close());

const open = () => transaction(context.database, () => createSession(context, userId));
const attempt = (password: string, address = `address-${userId}`) =>
  signIn(context, { username: `u-${userId}`, password, address });

describe('sessions', () => {
  test('live while they are used, and end after two hours without a request', async () => {
    const { token } = await open();
    context.advance(119 * minute);
    expect(await findSession(context, token)).toMatchObject({ userId });
    context.advance(119 * minute);
    expect(await findSession(context, token)).toMatchObject({ userId });
    context.advance(120 * minute);
    expect(await findSession(context, token)).toBeNull();
  });

  test('end twelve hours after sign-in, however busy', async () => {
    const { token } = await open();
    for (let hour = 0; hour < 11; hour++) {
      context.advance(60 * minute);
      expect(await findSession(context, token)).not.toBeNull();
    }
    context.advance(61 * minute);
    expect(await findSession(context, token)).toBeNull();
  });

  test('are stored as a hash: the cookie is nowhere in the database', async () => {
    const { token } = await open();
    const rows = await context.tables.sessions.find({ userId });
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test('of a user end together, but the one that is kept', async () => {
    const [kept, other] = [await open(), await open()];
    const session = await findSession(context, kept.token);
    await endOtherSessions(context, userId, session?.tokenHash ?? null);
    expect(await findSession(context, kept.token)).not.toBeNull();
    expect(await findSession(context, other.token)).toBeNull();
  });
});

describe('sign-in', () => {
  test('says the same of an unknown user and of a wrong password', async () => {
    await expect(attempt('wrong')).rejects.toMatchObject({ code: 'sign-in-failed' });
    await expect(signIn(context, { username: 'nobody', password: 'x', address: 'a1' })).rejects.toMatchObject(
      { code: 'sign-in-failed' },
    );
  });

  test('blocks after five failures, twice as long with each further one, even for the right password', async () => {
    for (let failure = 0; failure < 5; failure++)
      await expect(attempt('wrong')).rejects.toMatchObject({ code: 'sign-in-failed' });
    await expect(attempt('right password')).rejects.toMatchObject({
      code: 'throttled',
      detail: { retryAfter: 2 },
    });
    context.advance(2_001);
    await expect(attempt('wrong')).rejects.toMatchObject({ code: 'sign-in-failed' });
    await expect(attempt('right password')).rejects.toMatchObject({
      code: 'throttled',
      detail: { retryAfter: 4 },
    });
    context.advance(4_001);
    await expect(attempt('right password')).resolves.toMatchObject({ me: { user: { name: '林一诺' } } });
  });

  test('counts guesses sent side by side: of 100 at most ten reach the password', async () => {
    const answers = await Promise.allSettled(Array.from({ length: 100 }, () => attempt('wrong')));
    const codes = answers.map((answer) =>
      answer.status === 'rejected' ? (answer.reason as { code: string }).code : 'in',
    );
    expect(codes.filter((code) => code === 'sign-in-failed').length).toBeLessThanOrEqual(10);
    expect(codes.filter((code) => code === 'throttled').length).toBeGreaterThanOrEqual(90);
  }, 60_000);

  test('is refused for a disabled account', async () => {
    await context.tables.users.update({ id: userId }, { disabled: true });
    await expect(attempt('right password')).rejects.toMatchObject({ code: 'sign-in-failed' });
  });
});

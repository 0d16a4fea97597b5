import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openTestContext, type TestContext } from '../../testing/test-context.ts';
import { setPassword } from '../session/set-password.ts';
import { signIn } from '../session/sign-in.ts';
import { createCity } from './create-city.ts';

let context: TestContext;

beforeAll(async () => {
  context = await openTestContext();
});
afterAll(() => context.close());

const city = { code: '440300', name: '深圳市', username: 'bureau', password: 'made-by-the-server' };

describe('an empty installation', () => {
  test('gets a city and an administrator who can sign in and import the rest', async () => {
    await createCity(context, city);
    const { me } = await signIn(context, { username: 'bureau', password: city.password, address: 'a' });
    expect(me.memberships).toMatchObject([{ role: 'city-admin', orgUnit: { name: '深圳市' } }]);
    expect(me.permissions).toContain('roster.import');
  });

  test('gets no second city', async () => {
    await expect(createCity(context, { ...city, code: '360100', username: 'other' })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  test('whose administrator forgot the password gets a new one, and the old one is dead', async () => {
    await setPassword(context, { username: 'bureau', password: 'another-one' });
    await expect(
      signIn(context, { username: 'bureau', password: city.password, address: 'b' }),
    ).rejects.toMatchObject({ code: 'sign-in-failed' });
    await expect(
      signIn(context, { username: 'bureau', password: 'another-one', address: 'b' }),
    ).resolves.toBeDefined();
  });

  test('says which account does not exist', async () => {
    await expect(setPassword(context, { username: 'nobody', password: 'x' })).rejects.toMatchObject({
      code: 'not-found',
      detail: { username: 'nobody' },
    });
  });
});

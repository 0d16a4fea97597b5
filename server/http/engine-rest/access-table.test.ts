import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openTestContext, type TestContext } from '../../testing/test-context.ts';
import { accessTable, mayDo } from './access-table.ts';
import { type EngineRestServer, enginePassword, listenEngineRest } from './engine-rest-fixture.ts';
import { LongPoll } from './long-poll.ts';
import { engineRestRoutes } from './router.ts';

let context: TestContext;
let rest: EngineRestServer;
beforeAll(async () => {
  context = await openTestContext();
  rest = await listenEngineRest(context);
});
afterAll(async () => {
  await rest.close();
  await context.close();
});

test('every route names a permission of the table, and no two routes are the same', () => {
  const routes = engineRestRoutes(new LongPoll(context));
  for (const { permission } of routes) expect(Object.keys(accessTable)).toContain(permission);
  const names = routes.map(({ method, path }) => `${method} ${path}`);
  expect(names.length).toBe(new Set(names).size);
});

test('a worker is let through where the table says so, and refused everywhere else', async () => {
  for (const { method, path, permission } of engineRestRoutes(new LongPoll(context))) {
    const answer = await rest.call(
      method.toUpperCase(),
      path.replaceAll(/:\w+/g, 'x'),
      method === 'get' ? undefined : {},
    );
    expect({ method, path, refused: answer.status === 403 }).toEqual({
      method,
      path,
      refused: !mayDo('worker', permission) || permission === 'variable.download',
    });
  }
});

test('without a password of its own there is no administrator of the engine', async () => {
  const alone = await listenEngineRest(context, { engineRestPassword: undefined });
  const answer = await alone.manage('GET', '/version');
  await alone.close();
  expect(answer.status).toBe(401);
});

test('guessing passwords is slowed down, without locking out who has signed in before', async () => {
  // given
  const guess = (password: string) =>
    fetch(`${rest.baseUrl}/version`, {
      headers: { authorization: `Basic ${Buffer.from(`engine:${password}`).toString('base64')}` },
    }).then(({ status }) => status);
  expect(await guess(enginePassword)).toBe(200);
  // when
  const statuses: number[] = [];
  for (let attempt = 0; attempt < 13; attempt++) statuses.push(await guess(`wrong ${attempt}`));
  // then
  expect(statuses).toContain(401);
  expect(statuses.at(-1)).toBe(429);
  expect(await guess(enginePassword)).toBe(200);
});

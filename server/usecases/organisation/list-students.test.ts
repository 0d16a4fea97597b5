import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Client, openTestServer, type TestServer } from '../../testing/test-server.ts';

let server: TestServer;
let school: Client;

beforeAll(async () => {
  server = await openTestServer();
  school = await server.signIn('school');
}, 120_000);
afterAll(() => server.close());

describe('pupils asked for by id', () => {
  const own = () => school.me.memberships[0]?.orgUnit.id ?? '';
  const list = (query: string) =>
    school.get<{ items: { id: string }[] }>(`/api/org-units/${own()}/students?limit=100&${query}`);

  test('are these and no others', async () => {
    const [first, second] = (await list('')).body.items;
    const { body } = await list(`ids=${first?.id},${second?.id}`);
    expect(body.items.map(({ id }) => id).sort()).toEqual([first?.id, second?.id].sort());
  });

  test('of another school are not named', async () => {
    const row = await server.context.sql.one<{ student_id: string }>(
      'SELECT student_id FROM enrolment WHERE school_id <> ?',
      [own()],
    );
    expect((await list(`ids=${row?.student_id}`)).body.items).toEqual([]);
  });

  test('that are no ids are refused', async () => {
    expect((await list('ids=a,b')).status).toBe(400);
  });

  test('with none named are none', async () => {
    expect((await list('ids=')).body.items).toEqual([]);
  });
});

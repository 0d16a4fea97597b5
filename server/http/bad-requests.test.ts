import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Client, openTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let pupil: Client;

beforeAll(async () => {
  server = await openTestServer();
  pupil = await server.signIn('pupil');
}, 120_000);
afterAll(() => server.close());

const studentId = () => pupil.me.student?.id ?? '';
const submissions = async () =>
  Number((await server.context.sql.one<{ n: number }>('SELECT COUNT(*) AS n FROM submission'))?.n);
const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  fetch(`${server.address}/api/submissions`, {
    method: 'POST',
    headers: {
      cookie: pupil.cookie,
      'x-csrf-token': pupil.me.csrfToken,
      'idempotency-key': `bad-request-${Math.random()}`,
      'content-type': 'application/json',
      ...headers,
    },
    body,
  });

const deep = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
const submission = (data: string) => `{"studentId":"${studentId()}","formKey":"b-r01","data":${data}}`;

describe('a bad request is a precise 4xx and changes nothing', () => {
  test.each([
    ['JSON that is cut off', () => '{"studentId":', 400],
    ['no object', () => '[]', 400],
    ['an id that is none', () => '{"studentId":"1 OR 1=1","formKey":"b-r01","data":{}}', 400],
    [
      'a form that the plan does not have',
      () => `{"studentId":"${studentId()}","formKey":"../../etc/passwd","data":{}}`,
      404,
    ],
    ['more than 1.5 MB', () => submission(`{"title":"${'x'.repeat(1_600_000)}"}`), 413],
    ['data nested deeper than any form', () => submission(deep(5_000)), 400],
    ['data nested as deep as JSON will go', () => submission(deep(200_000)), 400],
    [
      'data of the wrong types everywhere',
      () =>
        submission('{"kind":{},"title":[1],"date":7,"description":{"$ne":1},"evidence":"x","pledge":"yes"}'),
      422,
    ],
    [
      'keys that would reach a prototype',
      () => submission('{"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}'),
      422,
    ],
    [
      'a file of somebody else’s',
      () => submission('{"evidence":[{"url":"/api/attachments/01a20287-7155-740b-ba4c-003e8bd447af"}]}'),
      422,
    ],
  ])('%s', async (_what, body, status) => {
    const before = await submissions();
    const answer = await post(body());
    const problem = (await answer.json()) as { code: string; title: string };
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      status,
      expect.stringContaining('application/problem+json'),
    ]);
    expect(problem.title).not.toMatch(/at .*:\d+|SELECT|node_modules/);
    expect(await submissions()).toBe(before);
    expect(({} as Record<string, unknown>).admin).toBeUndefined();
  });

  test('bytes that are no UTF-8, and a compressed body that is none', async () => {
    expect((await post(new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]))).status).toBe(400);
    expect((await post('not gzip', { 'content-encoding': 'gzip' })).status).toBe(400);
    expect((await post('{}', { 'content-type': 'application/json; charset=gb18030' })).status).toBe(415);
  });

  test('an address that the API does not have is told as such, in JSON', async () => {
    const answer = await pupil.get<{ code: string; title: string }>('/api/teachers?x=1');
    expect(answer).toMatchObject({
      status: 404,
      body: { code: 'not-found', title: 'There is no GET /api/teachers in this API.' },
    });
  });

  test('a query that the call does not know the values of names each of them', async () => {
    const answer = await pupil.get<{ problems: { path: string }[] }>('/api/tasks?limit=1000&due=yesterday');
    expect(answer.status).toBe(400);
    expect(answer.body.problems.map((problem) => problem.path).sort()).toEqual(['query.due', 'query.limit']);
  });

  test('and every answer carries the security headers', async () => {
    const answer = await pupil.get('/api/me');
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(answer.headers.get('content-security-policy')).not.toContain('unsafe-eval');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('x-powered-by')).toBeNull();
  });
});

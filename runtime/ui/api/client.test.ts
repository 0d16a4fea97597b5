import { describe, expect, test } from '@jest/globals';
import { createAttachment } from '../../contracts/api/records.ts';
import { changePassword, getMe, type Me, signIn, signOut } from '../../contracts/api/session.ts';
import { completeTask, listTasks } from '../../contracts/api/tasks.ts';
import { AnswerMismatch, ApiProblem, NetworkFailure } from './api-problem.ts';
import { type ClientOptions, createClient } from './client.ts';
import { fetchTransport } from './transport.ts';

const taskId = '0b0f3a52-6b7e-4c0e-9f3f-2d1f4f1f0a01';
const meOf = (user: string, csrfToken: string): Me => ({
  user: { id: user, name: '林一诺', username: 'lin' },
  memberships: [],
  student: null,
  children: [],
  permissions: ['task.list'],
  csrfToken,
});
const lin = '0b0f3a52-6b7e-4c0e-9f3f-2d1f4f1f0a02';
const chen = '0b0f3a52-6b7e-4c0e-9f3f-2d1f4f1f0a03';

interface Sent {
  readonly url: string;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: unknown;
}

/** A fetch that gives the scripted answers in turn and keeps what was asked. */
function scripted(...answers: readonly ({ status: number; body?: unknown; etag?: string } | Error)[]) {
  const sent: Sent[] = [];
  const left = [...answers];
  const fetchWith = (async (url: string, init: RequestInit) => {
    sent.push({
      url,
      method: init.method ?? 'GET',
      headers: init.headers as Record<string, string>,
      body: init.body,
    });
    const answer = left.shift();
    if (answer === undefined) throw new Error('asked once too often');
    if (answer instanceof Error) throw answer;
    const text = answer.body === undefined ? null : JSON.stringify(answer.body);
    return new Response(text, { status: answer.status, headers: answer.etag ? { ETag: answer.etag } : {} });
  }) as typeof fetch;
  return { sent, fetchWith };
}

function clientOn(script: ReturnType<typeof scripted>, more: Partial<ClientOptions> = {}) {
  let keys = 0;
  return createClient({
    send: fetchTransport(script.fetchWith),
    newKey: () => `key-${++keys}`,
    pause: async () => {},
    ...more,
  });
}

const emptyInbox = { items: [], next: null, counts: { all: 0, overdue: 0, today: 0 }, forms: [] };
const completion = { taskId, completedAt: '2026-03-01T08:00:00Z', record: null, next: null };
const problem = (code: string, status: number, detail = {}) => ({
  status,
  body: { type: `urn:oneplan:error:${code}`, title: 'No.', status, code, ...detail },
});
const decision = { params: { id: taskId }, body: { data: { outcome: 'confirmed' }, recordRevision: 1 } };

describe('a call', () => {
  test('fills in path and query and leaves out what is undefined', async () => {
    const script = scripted({ status: 200, body: emptyInbox });
    await clientOn(script).call(listTasks, { query: { q: '林 一', formKey: undefined, limit: 30 } });
    expect(script.sent[0]?.url).toBe('/api/tasks?q=%E6%9E%97+%E4%B8%80&limit=30');
    expect(script.sent[0]?.body).toBeNull();
  });

  test('refuses to be sent without its path parameter', async () => {
    const script = scripted();
    await expect(clientOn(script).call(completeTask, { ...decision, params: { id: '' } })).rejects.toThrow(
      /needs the parameter id/,
    );
    expect(script.sent).toEqual([]);
  });

  test('gives the ETag beside the data', async () => {
    const script = scripted({ status: 200, body: emptyInbox, etag: '"7"' });
    const { data, etag } = await clientOn(script).exchange(listTasks, { query: {} });
    expect([data.counts.all, etag]).toEqual([0, '"7"']);
  });

  test('takes an empty answer where the contract promises nothing', async () => {
    const script = scripted({ status: 204 });
    await expect(clientOn(script).call(signOut)).resolves.toEqual({});
  });

  test('names an answer that breaks its contract', async () => {
    const script = scripted({ status: 200, body: { items: 'none' } });
    await expect(clientOn(script).call(listTasks, { query: {} })).rejects.toBeInstanceOf(AnswerMismatch);
  });
});

describe('the CSRF token', () => {
  test('is that of the last Me answer and goes with changing calls only', async () => {
    const script = scripted(
      { status: 200, body: meOf(lin, 'first') },
      { status: 200, body: meOf(lin, 'second') },
      { status: 200, body: emptyInbox },
      { status: 200, body: completion },
    );
    const client = clientOn(script);
    await client.call(signIn, { body: { username: 'lin', password: 'x' } });
    await client.call(getMe);
    await client.call(listTasks, { query: {} });
    await client.call(completeTask, decision);
    expect(script.sent.map((one) => one.headers['X-CSRF-Token'])).toEqual([
      undefined,
      undefined,
      undefined,
      'second',
    ]);
  });

  test('is read again once when refused, and the call repeated with the same key', async () => {
    const script = scripted(
      { status: 200, body: meOf(lin, 'old') },
      problem('csrf-token-invalid', 403),
      { status: 200, body: meOf(lin, 'new') },
      { status: 200, body: completion },
    );
    const client = clientOn(script);
    await client.call(getMe);
    await client.call(completeTask, decision);
    const [first, , again] = script.sent.slice(1);
    expect([first?.headers['X-CSRF-Token'], again?.headers['X-CSRF-Token']]).toEqual(['old', 'new']);
    expect(again?.headers['Idempotency-Key']).toBe(first?.headers['Idempotency-Key']);
  });

  test('is not renewed in the name of another user', async () => {
    const script = scripted({ status: 200, body: meOf(lin, 'old') }, problem('csrf-token-invalid', 403), {
      status: 200,
      body: meOf(chen, 'new'),
    });
    const client = clientOn(script);
    await client.call(getMe);
    await expect(client.call(completeTask, decision)).rejects.toMatchObject({ code: 'csrf-token-invalid' });
  });
});

describe('an idempotent call', () => {
  test('carries a key, and the same one when repeated after a lost answer', async () => {
    const script = scripted(new TypeError('failed to fetch'), { status: 200, body: completion });
    await clientOn(script).call(completeTask, decision);
    expect(script.sent.map((one) => one.headers['Idempotency-Key'])).toEqual(['key-1', 'key-1']);
  });

  test('keeps the key that the intention gave', async () => {
    const script = scripted({ status: 200, body: completion });
    await clientOn(script).call(completeTask, { ...decision, idempotencyKey: 'mine' });
    expect(script.sent[0]?.headers['Idempotency-Key']).toBe('mine');
  });

  test('gives up after two repeats without an answer', async () => {
    const lost = () => new TypeError('failed to fetch');
    const script = scripted(lost(), lost(), lost());
    await expect(clientOn(script).call(completeTask, decision)).rejects.toBeInstanceOf(NetworkFailure);
    expect(script.sent).toHaveLength(3);
  });

  test('is the only kind that repeats itself', async () => {
    const script = scripted(new TypeError('failed to fetch'));
    const body = { current: 'a', next: 'bbbbbbbbbb' };
    await expect(clientOn(script).call(changePassword, { body })).rejects.toBeInstanceOf(NetworkFailure);
    expect(script.sent).toHaveLength(1);
  });
});

describe('a problem', () => {
  test('is thrown with code and detail', async () => {
    const script = scripted(problem('task-already-completed', 409, { endedBy: '周老师' }));
    const error = await clientOn(script)
      .call(completeTask, decision)
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ApiProblem);
    expect(error).toMatchObject({
      code: 'task-already-completed',
      status: 409,
      detail: { endedBy: '周老师' },
    });
  });

  test('of a proxy without a problem document takes its code from the status', async () => {
    const script = scripted({ status: 502, body: '<html>' });
    await expect(clientOn(script).call(listTasks, { query: {} })).rejects.toMatchObject({
      code: 'unavailable',
    });
  });

  test('of an ended session is told to the page', async () => {
    let told = 0;
    const script = scripted(problem('not-signed-in', 401));
    const client = clientOn(script, { onSignedOut: () => told++ });
    await expect(client.call(listTasks, { query: {} })).rejects.toMatchObject({ code: 'not-signed-in' });
    expect(told).toBe(1);
  });
});

describe('a file', () => {
  test('is the body itself, with its own media type, over the upload transport', async () => {
    const script = scripted();
    const file = new Blob(['%PDF-'], { type: 'application/pdf' });
    const uploaded: unknown[] = [];
    const client = clientOn(script, {
      upload: async (request) => {
        uploaded.push([request.url, request.headers['Content-Type'], request.body]);
        const body = {
          id: taskId,
          name: '证书.pdf',
          type: 'application/pdf',
          size: 5,
          url: '/api/attachments/1',
        };
        return { status: 201, header: () => null, text: JSON.stringify(body) };
      },
    });
    await client.call(createAttachment, { params: { id: lin }, query: { name: '证书.pdf' }, rawBody: file });
    const name = encodeURIComponent('证书.pdf');
    expect(uploaded).toEqual([[`/api/students/${lin}/attachments?name=${name}`, 'application/pdf', file]]);
  });
});

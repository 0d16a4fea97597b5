import { describe, expect, test } from '@jest/globals';
import { deliver } from './deliver.ts';
import { createRestClient } from './rest-client.ts';

type Reply = readonly [status: number, body: unknown] | 'lost';

/** An engine that answers each call of `METHOD /path` with the next of its replies, and writes down what came. */
function engine(replies: Readonly<Record<string, readonly Reply[]>>) {
  const calls: string[] = [];
  const left = new Map(Object.entries(replies).map(([call, answers]) => [call, [...answers]]));
  const client = createRestClient({
    baseUrl: 'http://engine',
    timeoutMilliseconds: 1_000,
    fetch: async (input, init) => {
      const call = `${init?.method} ${new URL(String(input)).pathname}`;
      calls.push(call);
      const reply = left.get(call)?.shift();
      if (!reply) throw new Error(`unexpected ${call}`);
      if (reply === 'lost') throw new TypeError('fetch failed', { cause: { code: 'ECONNRESET' } });
      return new Response(reply[1] === null ? null : JSON.stringify(reply[1]), { status: reply[0] });
    },
  });
  return { client, calls };
}

const start = {
  type: 'start',
  instanceId: 'ours',
  definitionId: 'd',
  businessKey: 'k',
  variables: {},
} as const;
const complete = { type: 'complete-task', taskId: 't', variables: {} } as const;
const gone: Reply = [500, { type: 'RestException', message: 'task is null' }];

describe('a start', () => {
  test('is sent once when it was never sent', async () => {
    const { client, calls } = engine({ 'POST /process-definition/d/start': [[200, { id: 'e' }]] });
    expect(await deliver(client, start, false)).toEqual({ type: 'started', engineInstanceIds: ['e'] });
    expect(calls).toEqual(['POST /process-definition/d/start']);
  });

  test('that was sent before is looked for by our id and not sent again when it is there', async () => {
    const { client, calls } = engine({
      'GET /history/process-instance': [
        [
          200,
          [
            { id: 'other', superProcessInstanceId: null },
            { id: 'e', superProcessInstanceId: null },
            { id: 'called', superProcessInstanceId: 'e' },
          ],
        ],
      ],
      'GET /history/variable-instance': [
        [200, [{ value: 'theirs' }]],
        [200, [{ value: 'ours' }]],
      ],
    });
    expect(await deliver(client, start, true)).toEqual({ type: 'started', engineInstanceIds: ['e'] });
    expect(calls).not.toContain('POST /process-definition/d/start');
  });

  test('that was sent before and is not there is sent', async () => {
    const { client } = engine({
      'GET /history/process-instance': [[200, []]],
      'POST /process-definition/d/start': [[200, { id: 'e' }]],
    });
    expect(await deliver(client, start, true)).toEqual({ type: 'started', engineInstanceIds: ['e'] });
  });

  test('whose answer is lost may have happened', async () => {
    const { client } = engine({ 'POST /process-definition/d/start': ['lost'] });
    await expect(deliver(client, start, false)).rejects.toMatchObject({
      kind: 'unavailable',
      mayHaveHappened: true,
    });
  });
});

describe('a completion', () => {
  test('that was sent before and is completed in the history is done', async () => {
    const { client, calls } = engine({
      'GET /history/task': [[200, [{ endTime: 'then', deleteReason: 'completed' }]]],
    });
    expect(await deliver(client, complete, true)).toEqual({ type: 'done' });
    expect(calls).toEqual(['GET /history/task']);
  });

  test('of a task that others completed before it was ever sent was overtaken', async () => {
    const { client } = engine({
      'POST /task/t/complete': [gone],
      'GET /history/task': [[200, [{ endTime: 'then', deleteReason: 'completed' }]]],
    });
    expect(await deliver(client, complete, false)).toMatchObject({ type: 'overtaken' });
  });

  test('that the engine fails at while the task is open has failed', async () => {
    const { client } = engine({
      'POST /task/t/complete': [gone],
      'GET /history/task': [[200, [{ endTime: null, deleteReason: null }]]],
    });
    await expect(deliver(client, complete, false)).rejects.toMatchObject({ kind: 'failed' });
  });

  test('with a text that the engine cannot hold is refused before it is sent', async () => {
    const { client, calls } = engine({
      'GET /history/task': [[200, [{ endTime: null, deleteReason: null }]]],
    });
    const long = { ...complete, variables: { text: 'x'.repeat(4_001) } };
    await expect(deliver(client, long, false)).rejects.toMatchObject({ kind: 'refused' });
    expect(calls).toEqual(['GET /history/task']);
  });
});

test('a cancellation of an instance that has ended is done', async () => {
  const { client } = engine({
    'DELETE /process-instance/e': [[404, { type: 'InvalidRequestException', message: 'none' }]],
    'POST /process-instance': [[200, []]],
  });
  expect(await deliver(client, { type: 'cancel', engineInstanceId: 'e', reason: '' }, false)).toEqual({
    type: 'done',
  });
});

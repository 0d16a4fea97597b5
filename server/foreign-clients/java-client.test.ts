import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { environmentOf } from './client-environment.ts';
import { type ClientAtWork, startClient } from './order-clients.ts';

let client: ClientAtWork;

beforeAll(async () => {
  const { java, jars } = environmentOf({ java: 'JAVA_CLIENT_JAVA', jars: 'JAVA_CLIENT_JARS' });
  const source = fileURLToPath(new URL('./Worker.java', import.meta.url));
  client = await startClient(java, ['-Xmx256m', '-cp', `${jars}/*`, source]);
}, 60_000);
afterAll(() => client.stop());

test('the Java client fetches an order with its variables and completes it with its own', async () => {
  expect(await client.orderUntil('complete', 'arrival')).toMatchObject({
    client: { type: 'String', value: 'java' },
    doubled: { type: 'Integer', value: 42 },
    large: { type: 'Long', value: 3_000_000_000 },
    shop: { type: 'String', value: 'books' },
  });
});

test('the Java client reports a BPMN error with variables', async () => {
  expect(await client.orderUntil('error', 'replace')).toMatchObject({
    client: { value: 'java' },
    code: { value: 'sold-out' },
  });
});

test('the Java client reports a failure, gets the order again and completes it', async () => {
  expect(await client.orderUntil('fail', 'arrival')).toMatchObject({ doubled: { value: 42 } });
});

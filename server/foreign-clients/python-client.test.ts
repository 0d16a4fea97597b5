import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { environmentOf } from './client-environment.ts';
import { type ClientAtWork, startClient } from './order-clients.ts';

let client: ClientAtWork;

beforeAll(async () => {
  const { python, packages } = environmentOf({
    python: 'PYTHON_CLIENT_PYTHON',
    packages: 'PYTHON_CLIENT_PACKAGES',
  });
  const source = fileURLToPath(new URL('./worker.py', import.meta.url));
  client = await startClient(python, [source], { PYTHONPATH: packages });
}, 60_000);
afterAll(() => client.stop());

test('the Python client fetches an order with its variables and completes it with its own', async () => {
  expect(await client.orderUntil('complete', 'arrival')).toMatchObject({
    client: { type: 'String', value: 'python' },
    doubled: { type: 'Integer', value: 42 },
    large: { type: 'Long', value: 3_000_000_000 },
    shop: { type: 'String', value: 'books' },
  });
});

test('the Python client reports a BPMN error with variables', async () => {
  expect(await client.orderUntil('error', 'replace')).toMatchObject({
    client: { value: 'python' },
    code: { value: 'sold-out' },
  });
});

test('the Python client reports a failure, gets the order again and completes it', async () => {
  expect(await client.orderUntil('fail', 'arrival')).toMatchObject({ doubled: { value: 42 } });
});

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect } from '@jest/globals';
import { workerPassword } from '../http/engine-rest/engine-rest-fixture.ts';
import { openPurchaseFixture, type PurchaseFixture } from '../http/engine-rest/purchase-fixture.ts';

/** A real client as a process of its own, at work on orders. */
export interface ClientAtWork {
  readonly fixture: PurchaseFixture;
  /** An instance with an order to be done; answers its variables once it waits at the element. */
  orderUntil(
    mode: 'complete' | 'error' | 'fail',
    elementId: string,
  ): Promise<Record<string, { value: unknown }>>;
  stop(): Promise<void>;
}

/** `program` is run with `given` and the REST root and the worker's password behind it. */
export async function startClient(
  program: string,
  given: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<ClientAtWork> {
  const fixture = await openPurchaseFixture();
  const output: string[] = [];
  const client = spawn(program, [...given, fixture.rest.baseUrl, workerPassword], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
  for (const stream of [client.stdout, client.stderr]) stream.on('data', (text) => output.push(String(text)));
  return {
    fixture,
    orderUntil: async (mode, elementId) => {
      const id = await fixture.start({ mode: { value: mode }, amount: { value: 21, type: 'Integer' } });
      await fixture.complete(id);
      while (!(await waitsAt(fixture, id, elementId))) {
        expect({
          exit: client.exitCode,
          output: client.exitCode === null ? '' : output.join('').slice(-3_000),
        }).toEqual({
          exit: null,
          output: '',
        });
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      const variables = await fixture.rest.manage<Record<string, { value: unknown }>>(
        'GET',
        `/process-instance/${id}/variables`,
      );
      return variables.body;
    },
    stop: async () => {
      await end(client);
      await fixture.close();
    },
  };
}

async function waitsAt({ rest }: PurchaseFixture, id: string, elementId: string): Promise<boolean> {
  const path = `/history/activity-instance/count?processInstanceId=${id}&activityId=${elementId}&unfinished=true`;
  return (await rest.manage<{ count: number }>('GET', path)).body.count === 1;
}

async function end(client: ChildProcess): Promise<void> {
  if (client.exitCode !== null || client.signalCode !== null) return;
  client.kill('SIGKILL');
  await once(client, 'exit');
}

import { readFileSync } from 'node:fs';
import { openTestContext, type TestContext } from '../../testing/test-context.ts';
import { type EngineRestServer, listenEngineRest } from './engine-rest-fixture.ts';

export interface RestTask {
  readonly id: string;
  readonly name: string;
  readonly assignee: string | null;
  readonly taskDefinitionKey: string;
  readonly processInstanceId: string;
}

/** The dialect on a fresh database with one deployed process: approve, order (external), wait for the parcel. */
export interface PurchaseFixture {
  readonly context: TestContext;
  readonly rest: EngineRestServer;
  deploy(
    file?: string,
    fields?: Readonly<Record<string, string>>,
  ): Promise<{ status: number; body: DeployAnswer }>;
  start(variables?: Readonly<Record<string, unknown>>, businessKey?: string): Promise<string>;
  tasks(instanceId: string): Promise<RestTask[]>;
  /** Completes the one open task. */
  complete(instanceId: string, variables?: Readonly<Record<string, unknown>>): Promise<void>;
  close(): Promise<void>;
}

export interface DeployAnswer {
  readonly id: string;
  readonly name: string;
  readonly deployedProcessDefinitions: Readonly<
    Record<string, { readonly key: string; readonly version: number }>
  > | null;
  readonly [member: string]: unknown;
}

export const fixture = (name: string): string =>
  readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8');

export async function openPurchaseFixture(): Promise<PurchaseFixture> {
  const context = await openTestContext();
  const rest = await listenEngineRest(context);
  const deploy: PurchaseFixture['deploy'] = async (file = fixture('purchase.bpmn'), fields = {}) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ 'deployment-name': 'purchase', ...fields }))
      form.set(name, value);
    form.set('data', new Blob([file]), 'purchase.bpmn');
    return rest.manage<DeployAnswer>('POST', '/deployment/create', form);
  };
  const tasks = async (instanceId: string) =>
    (await rest.manage<RestTask[]>('GET', `/task?processInstanceId=${instanceId}`)).body;
  await deploy();
  return {
    context,
    rest,
    deploy,
    tasks,
    start: async (variables = {}, businessKey = 'b-1') => {
      const answer = await rest.manage<{ id: string; message?: string }>(
        'POST',
        '/process-definition/key/purchase/start',
        {
          businessKey,
          variables,
        },
      );
      if (answer.status !== 200) throw new Error(`start: ${answer.status} ${answer.body.message}`);
      return answer.body.id;
    },
    complete: async (instanceId, variables = {}) => {
      const [task] = await tasks(instanceId);
      const answer = await rest.manage<{ message?: string }>('POST', `/task/${task?.id}/complete`, {
        variables,
      });
      if (answer.status !== 204) throw new Error(`complete: ${answer.status} ${answer.body.message}`);
    },
    close: async () => {
      await rest.close();
      await context.close();
    },
  };
}

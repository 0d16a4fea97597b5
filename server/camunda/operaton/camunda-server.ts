import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createRestClient, type RestClient } from '@oneplan/runtime/camunda/rest-client.ts';
import type { Workers } from '@oneplan/runtime/workers/workers.ts';
import { createApp } from '../../app.ts';
import { demoPassword, loadDemo } from '../../demo/load-demo.ts';
import { loadDemoPlan } from '../../demo/load-demo-plan.ts';
import { runDueJobs } from '../../jobs/job-executor.ts';
import { openTestContext, type TestContext } from '../../testing/test-context.ts';
import { type Client, signIn } from '../../testing/test-server.ts';
import { readShippedPlan } from '../../usecases/plans/read-shipped-plan.ts';
import { deployNewBundles } from '../bundle-deployment.ts';
import { type CamundaConnection, connectCamunda } from '../connect-camunda.ts';
import { deliverCommands } from '../deliver-commands.ts';
import type { EngineLink } from '../engine-link.ts';
import { HistoryPoll } from '../poll-history.ts';
import { projectDelivered } from '../project-instance.ts';

/** The whole server over a real Operaton, its work in the test's hands: nothing is delivered unless the test says so. */
export interface CamundaServer {
  readonly context: TestContext;
  readonly address: string;
  readonly connection: CamundaConnection;
  readonly link: EngineLink;
  /** The engine itself, past any fault on the way. */
  readonly engine: RestClient;
  signIn(username: string): Promise<Client>;
  /** Delivers until nothing waits; stops when the engine does not answer. */
  deliver(): Promise<void>;
  /** Reads what happened on the engine since the last look. */
  follow(): Promise<void>;
  /** Delivers, lets the workers work and follows, until the engine has no external task and nothing waits here. */
  settle(): Promise<void>;
  /** Fires the engine's timers of one instance, whenever they are due. */
  fireTimers(instanceId: string): Promise<void>;
  close(): Promise<void>;
}

interface Options {
  /** Where the server believes the engine to be; the engine itself unless given. */
  readonly url?: string;
  readonly timeoutMilliseconds?: number;
}

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** REST root of the Operaton that `scripts/test.mjs` has started. */
export function operatonUrl(): string {
  const url = process.env.OPERATON_URL;
  if (!url) throw new Error('OPERATON_URL is missing: npm test starts an Operaton and sets it');
  return url;
}

export async function openCamundaServer(options: Options = {}): Promise<CamundaServer> {
  const engine = createRestClient({ baseUrl: operatonUrl(), timeoutMilliseconds: 20_000 });
  await removeDeployments(engine);
  const context = await openTestContext({ now: Date.now() });
  const connection = connectCamunda(context, {
    url: options.url ?? operatonUrl(),
    timeoutMilliseconds: options.timeoutMilliseconds ?? 20_000,
  });
  await loadDemo(context);
  await loadDemoPlan(context, await readShippedPlan(root, 'shenzhen-junior-high'));
  const app = createApp(context, { secureCookies: false, trustProxy: 0, workerPassword: 'x'.repeat(20) });
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { link } = connection;
  const poll = new HistoryPoll(context, link);
  let workers: Workers | undefined;

  const deliver = async () => {
    if (!(await deployNewBundles(context, link))) return;
    for (;;) {
      const { tried, away } = await deliverCommands(context, link, 'test');
      if (away || tried === 0) return;
    }
  };
  const follow = async () => {
    if (await projectDelivered(context, link)) await poll.look();
  };
  return {
    context,
    address,
    connection,
    link,
    engine,
    signIn: (username) => signIn(address, username, demoPassword),
    deliver,
    follow,
    settle: async () => {
      if (!workers) {
        workers = connection.workers();
        workers.start();
      }
      const deadline = Date.now() + 60_000;
      for (;;) {
        await deliver();
        await runDueJobs(context);
        const waiting = await engine.get<{ id: string; errorMessage: string | null }[]>('/external-task');
        const commands = await context.sql.all("SELECT id FROM engine_command WHERE state = 'waiting'");
        await follow();
        if (waiting.length === 0 && commands.length === 0) return;
        if (Date.now() > deadline)
          throw new Error(`did not settle: ${JSON.stringify({ waiting, commands })}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    fireTimers: async (instanceId) => {
      const row = await context.sql.one<{ engine_id: string }>(
        'SELECT engine_id FROM engine_instance WHERE instance_id = ?',
        [instanceId],
      );
      const jobs = await engine.all<{ id: string }>('/job', { processInstanceId: row?.engine_id });
      for (const { id } of jobs) await engine.post(`/job/${id}/execute`, {});
    },
    close: async () => {
      await workers?.stop();
      server.close();
      server.closeAllConnections();
      await context.close();
      await removeDeployments(engine);
    },
  };
}

/** The engine is shared by the test files, one after the other: each begins and ends with an empty one. */
export async function removeDeployments(engine: RestClient): Promise<void> {
  for (const { id } of await engine.all<{ id: string }>('/deployment', { source: 'OnePlan' }))
    await engine.delete(`/deployment/${id}`, { cascade: true, skipCustomListeners: true });
}

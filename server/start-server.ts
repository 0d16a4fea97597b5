import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { createApp } from './app.ts';
import { connectCamunda } from './camunda/connect-camunda.ts';
import type { Config } from './config.ts';
import { createContext } from './create-context.ts';
import type { DemoAccount } from './demo/demo-data.ts';
import { demoPassword, loadDemo } from './demo/load-demo.ts';
import { loadDemoPlan } from './demo/load-demo-plan.ts';
import { startJobExecutor } from './jobs/job-executor.ts';
import { openDatabase } from './persistence/database.ts';
import { migrate } from './persistence/migrate.ts';
import { assertSuitable } from './persistence/suitability.ts';
import { startPlatformWorkers } from './platform-workers.ts';
import { readShippedPlan } from './usecases/plans/read-shipped-plan.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

export interface StartOptions {
  /** Milliseconds since 1970, UTC; the machine's clock when left out. */
  readonly now?: () => number;
}

export interface RunningServer {
  /** `http://host:port`, with the port that was taken when the configuration leaves it open (0). */
  readonly address: string;
  /** Accounts to sign in with on a trial; none without the demo. */
  readonly accounts: readonly DemoAccount[];
  /** Takes nothing new, finishes what was begun, then closes the database. */
  stop(): Promise<void>;
}

/** Starts one server: database, demo, HTTP, jobs, workers. Resolves when it answers requests. */
export async function startServer(config: Config, options: StartOptions = {}): Promise<RunningServer> {
  const log = pino({ level: config.logLevel, redact: ['req.headers.cookie', 'req.headers.authorization'] });
  const database = await openDatabase(config.databaseUrl);
  await assertSuitable(database);
  const migrated = await migrate(database);
  if (migrated.length > 0) log.info({ migrated }, 'schema is up to date');
  const context = createContext({
    database,
    secret: config.secret,
    filesFolder: config.filesFolder,
    timeZone: config.timeZone,
    historyLevel: config.historyLevel,
    log,
    ...options,
  });
  const camunda = config.camunda && connectCamunda(context, config.camunda);
  const accounts = config.demo ? await loadDemo(context) : [];
  if (config.demo) await loadDemoPlan(context, await readShippedPlan(root, 'shenzhen-junior-high'));

  const closing = new AbortController();
  const app = createApp(context, {
    ...config,
    portalFolder: join(root, 'runtime/portal/dist'),
    designerFolder: join(root, 'designer/dist'),
    demoAccounts: accounts.map((account) => ({ ...account, password: demoPassword })),
    closing: closing.signal,
  });
  const server = app.listen(config.port, config.host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const address = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;
  const jobs = startJobExecutor(context, { archiveAfterDays: config.archiveAfterDays });
  const workers = config.workers
    ? startPlatformWorkers(context, { baseUrl: `${address}/engine-rest`, password: config.workerPassword })
    : null;

  const engine = camunda?.run();
  const engineWorkers = config.workers ? camunda?.workers() : undefined;
  engineWorkers?.start();

  return {
    address,
    accounts,
    stop: async () => {
      log.info('stopping: finishing what was begun');
      await workers?.stop();
      await engineWorkers?.stop();
      await engine?.stop();
      await jobs.stop();
      closing.abort();
      server.close();
      server.closeIdleConnections();
      await once(server, 'close');
      await database.close();
    },
  };
}

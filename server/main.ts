import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { createApp } from './app.ts';
import { readConfig } from './config.ts';
import { createContext } from './create-context.ts';
import { demoPassword, loadDemo } from './demo/load-demo.ts';
import { loadDemoPlan } from './demo/load-demo-plan.ts';
import { readShippedPlan } from './demo/read-shipped-plan.ts';
import { startJobExecutor } from './jobs/job-executor.ts';
import { openDatabase } from './persistence/database.ts';
import { migrate } from './persistence/migrate.ts';
import { assertSuitable } from './persistence/suitability.ts';
import { startPlatformWorkers } from './platform-workers.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Starts one server process: database, demo, HTTP, jobs, workers; stops in the opposite order on a signal. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
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
    log,
  });
  const accounts = config.demo ? await loadDemo(context) : [];
  if (config.demo) await loadDemoPlan(context, await readShippedPlan(root, 'shenzhen-junior-high'));

  const app = createApp(context, {
    ...config,
    portalFolder: join(root, 'runtime/portal/dist'),
    designerFolder: join(root, 'designer/dist'),
    demoAccounts: accounts.map((account) => ({ ...account, password: demoPassword })),
  });
  const server = app.listen(config.port, config.host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const address = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;
  const jobs = startJobExecutor(context);
  const workers = config.workers
    ? startPlatformWorkers(context, { baseUrl: `${address}/engine-rest`, password: config.workerPassword })
    : null;
  announce(address, accounts);

  const stop = async (signal: string) => {
    log.info({ signal }, 'stopping: finishing what was begun');
    await workers?.stop();
    await jobs.stop();
    server.close();
    server.closeIdleConnections();
    await once(server, 'close');
    await database.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(signal));
}

function announce(
  address: string,
  accounts: readonly { username: string; name: string; role: string; orgUnitName: string }[],
): void {
  const lines = [`OnePlan 一案通 is ready`, `  portal    ${address}/`, `  designer  ${address}/designer/`];
  if (accounts.length > 0) {
    lines.push('', `Demo accounts, password ${demoPassword}:`);
    for (const account of accounts)
      lines.push(
        `  ${account.username.padEnd(12)} ${account.role.padEnd(16)} ${account.name}  ${account.orgUnitName}`,
      );
  }
  console.log(lines.join('\n'));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});

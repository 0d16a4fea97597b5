import { readConfig } from './config.ts';
import { demoPassword } from './demo/load-demo.ts';
import { type RunningServer, startServer } from './start-server.ts';

/** One server process, configured by the environment; a signal stops it once everything begun is finished. */
async function main(): Promise<void> {
  const server = await startServer(readConfig(process.env));
  announce(server);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void server.stop().then(() => process.exit(0), fail));
}

function announce({ address, accounts }: RunningServer): void {
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

function fail(error: unknown): void {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

main().catch(fail);

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { EmbeddedWorld } from './embedded-world.ts';
import type { Ready } from './server-child.ts';

export interface BenchServer {
  readonly address: string;
  readonly pid: number | undefined;
  stop(): Promise<void>;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const entry = fileURLToPath(new URL('server-child.ts', import.meta.url));

export const benchWorkerPassword = 'worker-password-of-the-benchmarks';

/**
 * Starts our server as a process of its own, configured like one in production. With `BENCH_PROFILE=<folder>` Node
 * writes a CPU profile there when it ends.
 */
export async function startBenchServer(world: EmbeddedWorld): Promise<BenchServer> {
  const profile = process.env.BENCH_PROFILE;
  const child = fork(entry, [], {
    cwd: root,
    execArgv: [
      '--import',
      'tsx',
      ...(profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`, '--cpu-prof-interval=500'] : []),
    ],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_ENV: 'production',
      DATABASE_URL: world.databaseUrl,
      DATA_FOLDER: world.dataFolder,
      ONEPLAN_SECRET: world.secret,
      WORKER_PASSWORD: benchWorkerPassword,
      PORT: '0',
      DEMO: 'off',
      WORKERS: 'off',
      SECURE_COOKIES: 'off',
      LOG_LEVEL: 'info',
    },
  });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const ended = once(child, 'exit');
  const ready = await Promise.race([once(child, 'message'), ended]);
  if (child.exitCode !== null) throw new Error('the server did not start');
  return {
    address: (ready[0] as Ready).address,
    pid: child.pid,
    stop: async () => {
      process.off('exit', kill);
      child.kill('SIGTERM');
      await ended;
    },
  };
}

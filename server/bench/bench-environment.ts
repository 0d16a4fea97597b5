import type { OperatonAccess } from './operaton-side.ts';

/** What `scripts/bench.mjs` has started for a suite. */
export interface BenchEnvironment {
  /** `mysql://user:password@host:port/`, allowed to make schemas. */
  readonly databaseServer: string;
  readonly databasePid: number | undefined;
  /** Null: `BENCH_OPERATON=off`, only our side is measured. */
  readonly operaton: OperatonAccess | null;
  /** Share of the usual time that everything takes: `BENCH_SECONDS` of the usual 60 to warm up. */
  readonly pace: number;
}

const usualWarmUp = 60;

export function benchEnvironment(): BenchEnvironment {
  const env = process.env;
  const databaseServer = env.BENCH_DATABASE_URL;
  if (!databaseServer) throw new Error('start this suite with: npm run bench -- <suite>');
  const url = env.BENCH_OPERATON_URL;
  return {
    databaseServer,
    databasePid: pidOf(env.BENCH_DATABASE_PID),
    operaton: url
      ? {
          url,
          pid: pidOf(env.BENCH_OPERATON_PID),
          databaseServer,
          schema: env.BENCH_OPERATON_SCHEMA ?? 'operaton',
        }
      : null,
    pace: Number(env.BENCH_SECONDS ?? usualWarmUp) / usualWarmUp,
  };
}

const pidOf = (text: string | undefined) => (text ? Number(text) : undefined);

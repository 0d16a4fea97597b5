import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type HistoryLevel, historyLevels } from './history/history-level.ts';

const environment = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^(sqlite:|mysql:\/\/|mariadb:\/\/)/, 'must start with sqlite:, mysql:// or mariadb://')
    .optional(),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATA_FOLDER: z.string().default('.data'),
  ONEPLAN_SECRET: z
    .string()
    .min(43, 'must hold at least 32 random bytes in base64 (openssl rand -base64 32)')
    .optional(),
  TIME_ZONE: z.string().default('Asia/Shanghai'),
  DEMO: z.enum(['on', 'off']).optional(),
  WORKERS: z.enum(['on', 'off']).default('on'),
  WORKER_PASSWORD: z.string().min(20).optional(),
  ENGINE_REST_PASSWORD: z.string().min(20).optional(),
  SECURE_COOKIES: z.enum(['on', 'off']).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  ENGINE: z.enum(['embedded', 'camunda']).default('embedded'),
  CAMUNDA_URL: z.url({ protocol: /^https?$/ }).optional(),
  CAMUNDA_USERNAME: z.string().min(1).optional(),
  CAMUNDA_PASSWORD: z.string().optional(),
  CAMUNDA_TIMEOUT_SECONDS: z.coerce.number().min(1).max(120).default(10),
  HISTORY_LEVEL: z.enum(historyLevels).default('full'),
  ARCHIVE_AFTER_DAYS: z.coerce.number().int().min(0).max(36_500).default(1),
  TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
});

/** Every variable that the server reads; README describes each. */
export const configurationKeys: readonly string[] = Object.keys(environment.shape);

export interface Config {
  readonly databaseUrl: string;
  readonly port: number;
  readonly host: string;
  readonly filesFolder: string;
  readonly secret: string;
  readonly timeZone: string;
  readonly demo: boolean;
  readonly workers: boolean;
  /** What external-task workers sign in with; workers of this process are told. */
  readonly workerPassword: string;
  /** What the account `engine` signs in with under /engine-rest; undefined: there is no such account. */
  readonly engineRestPassword: string | undefined;
  readonly secureCookies: boolean;
  readonly logLevel: string;
  readonly trustProxy: number;
  readonly historyLevel: HistoryLevel;
  /** Finished instances are moved to the archive of instances after so many days. */
  readonly archiveAfterDays: number;
  /** Null: the embedded engine. */
  readonly camunda: CamundaConfig | null;
}

/** Where the engine is that runs the instances. */
export interface CamundaConfig {
  /** REST root without a slash at its end. */
  readonly url: string;
  readonly username?: string;
  readonly password?: string;
  readonly timeoutMilliseconds: number;
}

/**
 * Reads the environment, or throws one error that names every variable that is wrong.
 * Without `DATABASE_URL` this is a trial: SQLite, demo data, and secrets that are made once and kept in the data folder.
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    throw new Error(`The environment is not usable: ${problems.join('; ')}. README lists all variables.`);
  }
  const value = parsed.data;
  const trial = value.DATABASE_URL === undefined || value.DATABASE_URL.startsWith('sqlite:');
  if (!trial && !value.ONEPLAN_SECRET) {
    throw new Error(
      'ONEPLAN_SECRET is missing: with a database of its own the server needs a secret that is kept outside it (openssl rand -base64 32).',
    );
  }
  return {
    databaseUrl: value.DATABASE_URL ?? `sqlite:${join(value.DATA_FOLDER, 'oneplan.db')}`,
    port: value.PORT,
    host: value.HOST,
    filesFolder: join(value.DATA_FOLDER, 'files'),
    secret: value.ONEPLAN_SECRET ?? keptSecret(value.DATA_FOLDER, 'secret'),
    timeZone: value.TIME_ZONE,
    demo: value.DEMO ? value.DEMO === 'on' : value.DATABASE_URL === undefined,
    workers: value.WORKERS === 'on',
    workerPassword: value.WORKER_PASSWORD ?? keptSecret(value.DATA_FOLDER, 'worker-password'),
    engineRestPassword: value.ENGINE_REST_PASSWORD,
    secureCookies: value.SECURE_COOKIES ? value.SECURE_COOKIES === 'on' : !trial,
    logLevel: value.LOG_LEVEL,
    trustProxy: value.TRUST_PROXY,
    historyLevel: value.HISTORY_LEVEL,
    archiveAfterDays: value.ARCHIVE_AFTER_DAYS,
    camunda: value.ENGINE === 'camunda' ? camundaConfig(value) : null,
  };
}

function camundaConfig(value: z.infer<typeof environment>): CamundaConfig {
  if (value.CAMUNDA_URL === undefined)
    throw new Error(
      'CAMUNDA_URL is missing: ENGINE=camunda needs the REST root of the engine, e.g. http://engine:8080/engine-rest.',
    );
  return {
    url: value.CAMUNDA_URL.replace(/\/+$/, ''),
    ...(value.CAMUNDA_USERNAME === undefined ? {} : { username: value.CAMUNDA_USERNAME }),
    ...(value.CAMUNDA_PASSWORD === undefined ? {} : { password: value.CAMUNDA_PASSWORD }),
    timeoutMilliseconds: value.CAMUNDA_TIMEOUT_SECONDS * 1_000,
  };
}

function keptSecret(folder: string, name: string): string {
  const file = join(folder, name);
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' });
  }
  return readFileSync(file, 'utf8');
}

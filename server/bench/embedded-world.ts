import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import mysql from 'mysql2/promise';
import { pino } from 'pino';
import type { Context } from '../context.ts';
import { createContext } from '../create-context.ts';
import { loadCaller } from '../identity/caller.ts';
import { createSession } from '../identity/sessions.ts';
import { openDatabase } from '../persistence/database.ts';
import { migrate } from '../persistence/migrate.ts';
import { transaction } from '../persistence/transaction.ts';
import { createPlan } from '../usecases/plans/create-plan.ts';
import { publishLayer } from '../usecases/plans/publish-layer.ts';
import { readShippedPlan } from '../usecases/plans/read-shipped-plan.ts';
import { benchCohort, type SchoolSize, seededId, seedSchool } from './seed-school.ts';

/** A schema of ours with a school in it and the plan of the benchmarks published for it. */
export interface EmbeddedWorld {
  readonly context: Context;
  readonly databaseUrl: string;
  readonly schema: string;
  readonly secret: string;
  readonly dataFolder: string;
  /** The headers of somebody who is signed in. */
  signIn(userId: string): Promise<Readonly<Record<string, string>>>;
  close(): Promise<void>;
}

export const benchPlan = 'leave-approval';
const fixtures = fileURLToPath(new URL('fixtures', import.meta.url));

/** A new schema on the server behind `server` (`mysql://user:password@host:port/`). */
export async function createSchema(server: string, schema: string): Promise<string> {
  const connection = await mysql.createConnection(server);
  await connection.query(`DROP DATABASE IF EXISTS ${schema}`);
  await connection.query(`CREATE DATABASE ${schema} CHARACTER SET utf8mb4`);
  await connection.end();
  const url = new URL(server);
  url.pathname = `/${schema}`;
  return url.href;
}

export async function openEmbeddedWorld(server: string, size: SchoolSize): Promise<EmbeddedWorld> {
  const schema = 'oneplan_bench';
  const databaseUrl = await createSchema(server, schema);
  const dataFolder = await mkdtemp(join(tmpdir(), 'oneplan-bench-'));
  const secret = randomBytes(32).toString('base64');
  const database = await openDatabase(databaseUrl);
  await migrate(database);
  const context = createContext({
    database,
    secret,
    filesFolder: join(dataFolder, 'files'),
    timeZone: 'Asia/Shanghai',
    log: pino({ level: 'warn' }),
  });
  await seedSchool(context, size);
  await publishBenchPlan(context);
  return {
    context,
    databaseUrl,
    schema,
    secret,
    dataFolder,
    signIn: async (userId) => {
      const { token, csrfToken } = await transaction(database, () => createSession(context, userId));
      return { cookie: `oneplan=${token}`, 'x-csrf-token': csrfToken };
    },
    close: async () => {
      await database.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** Through the use cases by which every plan is published. */
async function publishBenchPlan(context: Context): Promise<void> {
  const files = await readShippedPlan(fixtures, benchPlan);
  const publisher = await loadCaller(context, seededId('publisher'));
  if (!publisher) throw new Error('the seeded publisher is missing');
  await transaction(context.database, async () => {
    const { layerId } = await createPlan(context, publisher, { files, orgUnitId: seededId('city') });
    await publishLayer(context, publisher, layerId, { note: 'bench', cohorts: [benchCohort] });
  });
}

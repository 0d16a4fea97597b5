import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openTestContext, type TestContext, testSecret } from '../../testing/test-context.ts';
import { deployForTest } from '../../usecases/engine/deployment-fixture.ts';
import { prepareServer, workerPassword } from '../server-process.ts';
import { openWorkerCrew, type WorkerCrew } from './worker-crew.ts';

/** A server on a fresh database, workers that speak to it over REST, and the folder that these deliver to. */
export interface DeliveryWorld {
  readonly context: TestContext;
  readonly crew: WorkerCrew;
  /** Definition of deliveries.bpmn. */
  readonly definitionId: string;
  readonly folder: string;
  readonly lockMilliseconds: number;
  /** Moves the server's clock on. */
  moveClock(milliseconds: number): void;
  close(): Promise<void>;
}

const lockMilliseconds = 2_000;

/** JavaScript to run instead of the sources. */
export interface Entries {
  readonly server?: string;
  readonly worker?: string;
}

/** Three workers; none works before the crew is filled. */
export async function openDeliveryWorld(entries: Entries = {}): Promise<DeliveryWorld> {
  const context = await openTestContext();
  const xml = await readFile(new URL('deliveries.bpmn', import.meta.url), 'utf8');
  const definitions = await deployForTest(context, xml);
  let clockAhead = context.now() - Date.now();
  const server = prepareServer({
    databaseUrl: context.databaseUrl,
    dataFolder: dirname(context.filesFolder),
    secret: testSecret,
    env: { DEMO: 'off', WORKERS: 'off' },
    ...(entries.server === undefined ? {} : { entry: entries.server }),
  });
  await server.start(clockAhead);
  const folder = await mkdtemp(join(tmpdir(), 'oneplan-deliveries-'));
  await mkdir(join(folder, 'delivered'));
  const crew = openWorkerCrew({
    baseUrl: `${server.address}/engine-rest`,
    password: workerPassword,
    folder,
    lockMilliseconds,
    size: 3,
    ...(entries.worker === undefined ? {} : { entry: entries.worker }),
  });
  return {
    context,
    crew,
    definitionId: definitions.get('delivery') ?? '',
    folder,
    lockMilliseconds,
    moveClock: (milliseconds) => {
      clockAhead += milliseconds;
      server.setClock(clockAhead);
    },
    close: async () => {
      await crew.close();
      await server.kill();
      await context.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createRandom } from '../../demo/random.ts';
import { openTestContext, type TestContext, testSecret } from '../../testing/test-context.ts';
import { deployForTest } from '../../usecases/engine/deployment-fixture.ts';
import { prepareServer, type ServerProcess, workerPassword } from '../server-process.ts';
import { openWorkerCrew, type WorkerCrew } from './worker-crew.ts';
import { runWorkers } from './worker-run.ts';

const seed = Number(process.env.CRASH_SEED ?? Math.floor(Math.random() * 2 ** 31));
const lockMilliseconds = 2_000;

let context: TestContext;
let server: ServerProcess;
let crew: WorkerCrew;
let folder: string;
let definitionId: string;
let clockAhead: number;

beforeAll(async () => {
  context = await openTestContext();
  const xml = await readFile(new URL('deliveries.bpmn', import.meta.url), 'utf8');
  definitionId = (await deployForTest(context, xml)).get('delivery') ?? '';
  clockAhead = context.now() - Date.now();
  server = prepareServer({
    databaseUrl: context.databaseUrl,
    dataFolder: dirname(context.filesFolder),
    secret: testSecret,
    env: { DEMO: 'off', WORKERS: 'off' },
  });
  await server.start(clockAhead);
  folder = await mkdtemp(join(tmpdir(), 'oneplan-deliveries-'));
  await mkdir(join(folder, 'delivered'));
  const baseUrl = `${server.address}/engine-rest`;
  crew = openWorkerCrew({ baseUrl, password: workerPassword, folder, lockMilliseconds, size: 3 });
}, 60_000);
afterAll(async () => {
  await crew.close();
  await server.kill();
  await context.close();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

describe('external workers on the official client that are killed, and stopped until their locks run out', () => {
  test('do every task once by its key, and report every handler that throws until it is one incident', async () => {
    // given 150 tasks and 6 whose handler throws, when workers are killed 8 times and stopped 4 times
    const { wrong, ...figures } = await runWorkers({
      context,
      crew,
      definitionId,
      folder,
      lockMilliseconds,
      moveClock: (milliseconds) => {
        clockAhead += milliseconds;
        server.setClock(clockAhead);
      },
      random: createRandom(seed),
      tasks: 150,
      hopeless: 6,
      kills: 8,
      pauses: 4,
      say: () => undefined,
    });
    // then
    process.stderr.write(
      `workers on ${context.database.dialect}, seed ${seed}: ${JSON.stringify(figures)}\n`,
    );
    expect(wrong).toEqual({ effects: [], never: [], doubled: [], unreported: [], inconsistent: [] });
    expect(figures.attempts).toBeGreaterThanOrEqual(150 + 6 * 3);
  }, 180_000);
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createRandom } from '../../demo/random.ts';
import { type DeliveryWorld, openDeliveryWorld } from './delivery-world.ts';
import { runWorkers } from './worker-run.ts';

const seed = Number(process.env.CRASH_SEED ?? Math.floor(Math.random() * 2 ** 31));
let world: DeliveryWorld;

beforeAll(async () => {
  world = await openDeliveryWorld();
}, 60_000);
afterAll(() => world.close(), 60_000);

describe('external workers on the official client that are killed, and stopped until their locks run out', () => {
  test('do every task once by its key, and report every handler that throws until it is one incident', async () => {
    // given 150 tasks and 6 whose handler throws, when workers are killed 8 times and stopped 4 times
    const { wrong, ...figures } = await runWorkers({
      world,
      random: createRandom(seed),
      tasks: 150,
      hopeless: 6,
      kills: 8,
      pauses: 4,
      say: () => undefined,
    });
    // then
    process.stderr.write(
      `workers on ${world.context.database.dialect}, seed ${seed}: ${JSON.stringify(figures)}\n`,
    );
    expect(wrong).toEqual({ effects: [], never: [], doubled: [], unreported: [], inconsistent: [] });
    expect(figures.attempts).toBeGreaterThanOrEqual(150 + 6 * 3);
  }, 180_000);
});

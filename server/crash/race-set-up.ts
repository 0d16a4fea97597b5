import { afterAll, afterEach, beforeAll, expect, jest } from '@jest/globals';
import type { EngineRaceWorld } from './engine-race-world.ts';
import { findInconsistencies } from './findings.ts';
import type { RaceWorld } from './race-world.ts';

/**
 * What all files of races do: opens the world that its tests share, compares states and rows after each of them, and
 * closes it. Call it once at the top of the file; the world is there when the tests run.
 */
export function setUpRaces<W extends RaceWorld | EngineRaceWorld>(
  open: () => Promise<W>,
  opened: (world: W) => void,
): void {
  let world: W;
  jest.setTimeout(120_000);
  beforeAll(async () => {
    world = await open();
    opened(world);
  });
  afterEach(async () => {
    expect(await findInconsistencies(world.context)).toEqual([]);
  });
  afterAll(() => world.close());
}

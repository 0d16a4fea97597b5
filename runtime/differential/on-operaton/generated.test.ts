import { beforeAll, describe, expect, test } from '@jest/globals';
import { EmbeddedEngine } from '../embedded-engine.ts';
import { Refused } from '../engine-under-test.ts';
import { randomBlock } from '../generated/block.ts';
import { drawProcess } from '../generated/draw-process.ts';
import { Random } from '../generated/random.ts';
import { randomCommand } from '../generated/random-command.ts';
import { operatonUrl } from '../operaton-url.ts';
import { playAll } from '../play-all.ts';
import { playScript } from '../play-script.ts';
import { RestEngine } from '../rest-engine.ts';

const DEFINITIONS = 500;
const COMMANDS = 9;
const BATCH = 25;

/** Seed of the first definition; another one gives 500 others. */
const first = Number(process.env.DIFFERENTIAL_SEED ?? 1);
const seeds = Array.from({ length: DEFINITIONS }, (_, index) => first + index);
const batches = Array.from({ length: DEFINITIONS / BATCH }, (_, index) =>
  seeds.slice(index * BATCH, (index + 1) * BATCH),
);
const told = new Map<number, readonly string[]>();
const sums = { commands: 0, comparisons: 0, refusals: 0 };

function definitionOf(seed: number): { name: string; content: string } {
  const random = new Random(seed);
  const parts = [randomBlock(random, 3), randomBlock(random, 2)];
  return { name: `g${seed}.bpmn`, content: drawProcess(`g${seed}`, { type: 'sequence', parts }) };
}

async function playSeed(ours: EmbeddedEngine, theirs: RestEngine, seed: number): Promise<void> {
  const random = new Random(seed ^ 0x5bd1e995);
  const start = {
    process: `g${seed}`,
    variables: { choice: random.below(4), again: false, items: ['x', 'y'] },
  };
  const played = await playScript(ours, theirs, start, (snapshot, index) =>
    index < COMMANDS ? randomCommand(random, snapshot) : undefined,
  );
  told.set(
    seed,
    played.differences.map((difference) => `seed ${seed}: ${difference}`),
  );
  sums.commands += played.commands;
  sums.comparisons += played.comparisons;
  sums.refusals += played.refusals;
}

beforeAll(async () => {
  const theirs = new RestEngine(operatonUrl());
  for (const batch of batches) {
    const files = batch.map(definitionOf);
    await theirs.deploy(files);
    const ours = new EmbeddedEngine(Date.now);
    const refused = new Set<number>();
    for (const [index, file] of files.entries()) {
      const seed = batch[index] ?? 0;
      await ours.deploy([file]).catch((error: unknown) => {
        if (!(error instanceof Refused)) throw error;
        told.set(seed, [`seed ${seed}: refused here: ${error.message}`]);
        refused.add(seed);
      });
    }
    await playAll(
      batch.filter((seed) => !refused.has(seed)),
      4,
      (seed) => playSeed(ours, theirs, seed),
    );
  }
  process.stderr.write(
    `differential, generated: ${DEFINITIONS} definitions from seed ${first}, ${sums.commands} commands ` +
      `(${sums.refusals} refused by both), ${sums.comparisons} comparisons\n`,
  );
}, 600_000);

describe('generated definitions with generated commands mean the same on both engines', () => {
  test.each(batches.map((batch) => ({ batch, from: batch[0], to: batch.at(-1) })))(
    'seeds $from to $to',
    ({ batch }) => {
      expect(batch.flatMap((seed) => told.get(seed) ?? [`seed ${seed} was not played`])).toEqual([]);
    },
  );
});

import { afterAll, describe, expect, test } from '@jest/globals';
import { EmbeddedEngine } from '../embedded-engine.ts';
import { randomBlock } from '../generated/block.ts';
import { drawProcess } from '../generated/draw-process.ts';
import { Random } from '../generated/random.ts';
import { randomCommand } from '../generated/random-command.ts';
import { randomModification } from '../generated/random-modification.ts';
import { operatonUrl } from '../operaton-url.ts';
import { playAll } from '../play-all.ts';
import { playScript } from '../play-script.ts';
import { refusalOf } from '../refusal-of.ts';
import { RestEngine } from '../rest-engine.ts';
import type { ScriptCommand } from '../script-command.ts';
import type { Snapshot } from '../snapshot.ts';

const DEFINITIONS = 500;
const COMMANDS = 9;
const BATCH = 25;

/** Seed of the first definition; another one gives 500 others. */
const first = Number(process.env.DIFFERENTIAL_SEED ?? 1);
const seeds = Array.from({ length: DEFINITIONS }, (_, index) => first + index);
const batches = Array.from({ length: DEFINITIONS / BATCH }, (_, index) =>
  seeds.slice(index * BATCH, (index + 1) * BATCH),
);
const sums = { definitions: 0, commands: 0, modifications: 0, comparisons: 0, refusals: 0 };

function definitionOf(seed: number): { name: string; content: string } {
  const random = new Random(seed);
  const parts = [randomBlock(random, 3), randomBlock(random, 2)];
  return { name: `g${seed}.bpmn`, content: drawProcess(`g${seed}`, { type: 'sequence', parts }) };
}

async function playSeed(ours: EmbeddedEngine, theirs: RestEngine, seed: number): Promise<string[]> {
  const random = new Random(seed ^ 0x5bd1e995);
  const start = {
    process: `g${seed}`,
    variables: { choice: random.below(4), again: false, items: ['x', 'y'] },
  };
  const next = (snapshot: Snapshot): ScriptCommand | undefined => {
    // Every other instance is played without, so that some get far by the flows alone.
    const modifies = seed % 2 === 1 && !snapshot.ended && random.chance(0.35);
    const modification = modifies
      ? randomModification(random, snapshot, ours.graph(start.process))
      : undefined;
    if (modification !== undefined) sums.modifications += 1;
    return modification ?? randomCommand(random, snapshot);
  };
  const played = await playScript(ours, theirs, start, (snapshot, index) =>
    index < COMMANDS ? next(snapshot) : undefined,
  );
  sums.commands += played.commands;
  sums.comparisons += played.comparisons;
  sums.refusals += played.refusals;
  return played.differences.map((difference) => `seed ${seed}: ${difference}`);
}

/** Deploys a batch on both engines, plays every definition of it and gives what differs. */
async function playBatch(batch: readonly number[]): Promise<string[]> {
  const [ours, theirs] = [new EmbeddedEngine(Date.now), new RestEngine(operatonUrl())];
  const files = batch.map(definitionOf);
  await theirs.deploy(files);
  const refused = await playAll(files, 1, (file) => refusalOf(() => ours.deploy([file])));
  const accepted = batch.filter((_, index) => refused[index] === undefined);
  const differences = await playAll(accepted, 4, (seed) => playSeed(ours, theirs, seed));
  sums.definitions += accepted.length;
  return [...refused.flatMap((message) => message ?? []), ...differences.flat()];
}

afterAll(() => {
  process.stderr.write(
    `differential, generated: ${sums.definitions} definitions from seed ${first}, ${sums.commands} commands, ` +
      `${sums.modifications} of them modifications (${sums.refusals} refused by both), ${sums.comparisons} comparisons\n`,
  );
});

describe('generated definitions with generated commands mean the same on both engines', () => {
  test.each(batches.map((batch) => ({ batch, from: batch[0], to: batch.at(-1) })))(
    'seeds $from to $to',
    async ({ batch }) => {
      expect(await playBatch(batch)).toEqual([]);
    },
    300_000,
  );
});

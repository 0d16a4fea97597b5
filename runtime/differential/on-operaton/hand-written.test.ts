import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Definition, readDefinitions } from '../definitions.ts';
import { EmbeddedEngine } from '../embedded-engine.ts';
import { KNOWN_DIFFERENCES } from '../known-differences.ts';
import { operatonUrl } from '../operaton-url.ts';
import { playAll } from '../play-all.ts';
import { playScript } from '../play-script.ts';
import { refusalOf } from '../refusal-of.ts';
import { RestEngine } from '../rest-engine.ts';

const definitions = readDefinitions();
/** What the comparison told, by definition and run. */
const told = new Map<string, readonly string[]>();
const sums = { definitions: 0, runs: 0, commands: 0, comparisons: 0, refusals: 0 };

/** Runs of one definition one after the other: a signal would reach the others. */
async function playDefinition({ name, files, runs }: Definition): Promise<void> {
  const [ours, theirs] = [new EmbeddedEngine(Date.now), new RestEngine(operatonUrl())];
  sums.definitions += 1;
  const refusals = await Promise.all([ours, theirs].map((engine) => refusalOf(() => engine.deploy(files))));
  for (const [index, { start, commands }] of runs.entries()) {
    const key = `${name} ${index + 1}`;
    if (refusals.some((refusal) => refusal !== undefined)) {
      told.set(
        key,
        refusals.flatMap((refusal, which) =>
          refusal === undefined ? [] : `refused ${which === 0 ? 'here' : 'by the reference'}: ${refusal}`,
        ),
      );
      continue;
    }
    const played = await playScript(ours, theirs, start, (_, at) => commands[at]);
    told.set(key, played.differences);
    sums.runs += 1;
    sums.commands += played.commands;
    sums.comparisons += played.comparisons;
    sums.refusals += played.refusals;
  }
}

beforeAll(async () => {
  await playAll(definitions, 3, playDefinition);
  process.stderr.write(
    `differential, hand-written: ${sums.definitions} definitions, ${sums.runs} runs, ${sums.commands} commands ` +
      `(${sums.refusals} refused by both), ${sums.comparisons} comparisons\n`,
  );
}, 300_000);

describe('a hand-written definition means the same on both engines', () => {
  const known = new Set(KNOWN_DIFFERENCES.map(({ definition, run }) => `${definition} ${run}`));
  const runs = definitions.flatMap(({ name, runs: all }) =>
    all.map(({ start, commands }, index) => ({
      key: `${name} ${index + 1}`,
      script: [start.on ?? 'start', ...commands.map((command) => command.do)].join(', '),
    })),
  );
  test.each(runs.filter(({ key }) => !known.has(key)))('$key: $script', ({ key }) => {
    expect(told.get(key)).toEqual([]);
  });
});

describe('a difference that is listed really occurs', () => {
  test.each(KNOWN_DIFFERENCES)('$definition, run $run: $what', ({ definition, run, shows }) => {
    expect(told.get(`${definition} ${run}`)?.join('\n')).toContain(shows);
  });
});

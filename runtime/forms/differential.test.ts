import { describe, expect, test } from '@jest/globals';
import { compileForm } from './compile.ts';
import type { Observation } from './difference-causes.ts';
import { DIFFERENCES } from './differences.ts';
import { compare, coveredBy } from './tests/compare.ts';
import { EXAMPLES } from './tests/difference-examples.ts';
import { Random } from './tests/random.ts';
import { DataMaker } from './tests/random-data.ts';
import { FormMaker } from './tests/random-form.ts';

const FORMS = 850;
const SUBMISSIONS = 6;
const HOSTILITY = [0, 0, 0.04] as const;

/** The random pair of a seed: `seed` names the form, `index` the submission. */
function* pairs(): Generator<{
  seed: number;
  index: number;
  observations: readonly Observation[];
  valid: boolean;
}> {
  for (let seed = 1; seed <= FORMS; seed += 1) {
    const random = new Random(seed * 7_919);
    const form = new FormMaker(random).form();
    const compiled = compileForm(form);
    const data = new DataMaker(random, HOSTILITY[seed % HOSTILITY.length] ?? 0);
    for (let index = 0; index < SUBMISSIONS; index += 1) {
      yield { seed, index, ...compare(compiled, data.data(form)) };
    }
  }
}

describe('the compiled validator beside @formio/core', () => {
  test('gives the same verdict, paths, rules and data on random forms, but for the listed differences', () => {
    const unlisted: string[] = [];
    const counts = { pairs: 0, same: 0, valid: 0 };
    for (const { seed, index, observations, valid } of pairs()) {
      counts.pairs += 1;
      if (observations.length === 0) counts.same += 1;
      if (valid) counts.valid += 1;
      for (const observation of observations) {
        if (coveredBy(observation).length > 0) continue;
        const { side, path, rule, sent } = observation;
        unlisted.push(`seed ${seed}, submission ${index}: ${side} ${path} ${rule} ${JSON.stringify(sent)}`);
      }
    }

    expect(unlisted).toEqual([]);
    expect(counts.pairs).toBeGreaterThanOrEqual(5_000);
    expect(counts.same).toBeGreaterThan(counts.pairs * 0.8);
    expect(counts.valid).toBeGreaterThan(500);
  }, 180_000);

  test.each(DIFFERENCES.map((difference) => [difference.id, difference] as const))(
    'really differs by "%s"',
    (id, difference) => {
      const example = EXAMPLES[id];
      expect(example).toBeDefined();
      if (example === undefined) return;

      const { observations } = compare(compileForm(example.form), example.data);

      expect(observations.filter((observation) => difference.covers(observation))).not.toEqual([]);
      expect(observations.filter((observation) => coveredBy(observation).length === 0)).toEqual([]);
    },
  );

  test('gives every listed difference an id and a reason of its own', () => {
    expect(new Set(DIFFERENCES.map((difference) => difference.id)).size).toBe(DIFFERENCES.length);
    expect(new Set(DIFFERENCES.map((difference) => difference.reason)).size).toBe(DIFFERENCES.length);
    expect(Object.keys(EXAMPLES).sort()).toEqual(DIFFERENCES.map((difference) => difference.id).sort());
  });
});

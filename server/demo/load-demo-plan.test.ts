import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { loadCaller } from '../identity/caller.ts';
import { findBundleFor, loadBundle } from '../persistence/published-bundle.ts';
import { openTestContext, type TestContext } from '../testing/test-context.ts';
import { checkLayer } from '../usecases/plans/check-layer.ts';
import { listLayers } from '../usecases/plans/list-layers.ts';
import { readShippedPlan } from '../usecases/plans/read-shipped-plan.ts';
import { loadDemo } from './load-demo.ts';
import { loadDemoPlan } from './load-demo-plan.ts';
import { schools } from './organisation.ts';

jest.setTimeout(120_000);
const root = fileURLToPath(new URL('../..', import.meta.url));
let context: TestContext;
let files: ReadonlyMap<string, string>;
beforeAll(async () => {
  context = await openTestContext();
  files = await readShippedPlan(root, 'shenzhen-junior-high');
  await loadDemo(context);
  await loadDemoPlan(context, files);
});
afterAll(() => context.close());

async function layersOfCity() {
  const user = await context.tables.users.findOne({ username: 'city' });
  const caller = user && (await loadCaller(context, user.id));
  if (!caller) throw new Error('the demo has no city officer');
  return listLayers(context, caller);
}

test('the city’s plan is version 1, and each district has a draft that extends it', async () => {
  const layers = await layersOfCity();

  expect(
    layers.map(({ orgUnit, published, extends: above, changed }) => [
      orgUnit.name,
      published?.version ?? null,
      above?.version ?? null,
      changed,
    ]),
  ).toEqual([
    ['深圳市', 1, null, false],
    ['福田区', null, 1, false],
    ['南山区', null, 1, false],
  ]);
  for (const { id } of layers) expect(await checkLayer(context, id)).toEqual([]);
});

test('it governs both cohorts of every school', async () => {
  for (const { code } of schools)
    for (const entryCohort of [2025, 2026]) {
      const school = await context.tables.orgUnits.findOne({ code });
      const bundleId = await findBundleFor(context, {
        orgUnitPath: school?.path ?? '',
        stage: 'junior-high',
        entryCohort,
      });
      expect((await loadBundle(context, bundleId ?? '')).version).toBe(1);
    }
});

test('a second start changes nothing', async () => {
  const before = await layersOfCity();

  await loadDemoPlan(context, files);

  expect(await layersOfCity()).toEqual(before);
});

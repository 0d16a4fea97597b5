import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { validate } from '@oneplan/runtime/forms/validate.ts';
import {
  openPlanFixture,
  type PlanFixture,
  planKey,
  processKey,
  stage,
} from '../usecases/plans/fixtures/plan-fixture.ts';
import { publishLayer } from '../usecases/plans/publish-layer.ts';
import { findBundleFor, findDefinition, loadBundle } from './published-bundle.ts';
import { Recent } from './recent.ts';

jest.setTimeout(60_000);
let plan: PlanFixture;
let cityBundle: string;
beforeAll(async () => {
  plan = await openPlanFixture();
  cityBundle = await plan.publishCity([2025, 2026]);
});
afterAll(() => plan.context.close());

test('the nearest binding up the tree governs, for its cohorts only', async () => {
  const north = await plan.derive(cityBundle, 'north');
  await plan.accept(north, 'north', [2026]);
  const { id: northBundle } = await publishLayer(plan.context, plan.officers.north, north, {
    note: '',
    cohorts: [2026],
  });
  const at = (unit: 'north' | 'south' | 'school' | 'city', entryCohort: number) =>
    findBundleFor(plan.context, { orgUnitPath: plan.units[unit].path, stage, entryCohort });

  expect(await at('school', 2026)).toBe(northBundle);
  expect(await at('north', 2026)).toBe(northBundle);
  expect(await at('south', 2026)).toBe(cityBundle);
  expect(await at('city', 2026)).toBe(cityBundle);
  expect(await at('school', 2025)).toBe(cityBundle);
  expect(await at('school', 2024)).toBeNull();
  expect(
    await findBundleFor(plan.context, {
      orgUnitPath: plan.units.school.path,
      stage: 'primary',
      entryCohort: 2026,
    }),
  ).toBeNull();
});

test('a bundle has everything that running under it needs, loaded once', async () => {
  const bundle = await loadBundle(plan.context, cityBundle);

  expect(bundle).toMatchObject({ id: cityBundle, version: 1, planKey, stage, manifest: { key: planKey } });
  expect(await loadBundle(plan.context, cityBundle)).toBe(bundle);
  const form = bundle.forms.get('b-r01');
  expect(form && validate(form.compiled, {}).valid).toBe(false);
  expect(form?.compiled).toBe(form?.compiled);
});

test('a definition is found with its bundle, and an unknown one is not', async () => {
  const bundle = await loadBundle(plan.context, cityBundle);
  const process = bundle.processes.get(processKey);

  expect(await findDefinition(plan.context, process?.definitionId ?? '')).toEqual({ bundle, process });
  expect(await findDefinition(plan.context, plan.context.newId())).toBeNull();
  await expect(loadBundle(plan.context, plan.context.newId())).rejects.toMatchObject({ code: 'not-found' });
});

test('what was used longest ago is forgotten first; nothing and failures are not kept', async () => {
  const recent = new Recent<string>(2);
  const loads: string[] = [];
  const get = (key: string) =>
    recent.get(key, async () => {
      loads.push(key);
      return key;
    });

  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await get(key);

  expect(loads).toEqual(['a', 'b', 'c', 'b']);
  expect(await recent.get('none', async () => null)).toBeNull();
  expect(await recent.get('none', async () => 'now')).toBe('now');
});

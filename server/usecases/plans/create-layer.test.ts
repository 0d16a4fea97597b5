import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import * as contract from '@oneplan/runtime/contracts/api/plans.ts';
import { createPlan } from './create-plan.ts';
import { openPlanFixture, type PlanFixture, planKey, shippedFiles } from './fixtures/plan-fixture.ts';
import { getBundle } from './get-bundle.ts';
import { getDraft } from './get-draft.ts';
import { getLayer } from './get-layer.ts';
import { listLayers } from './list-layers.ts';
import { publishLayer } from './publish-layer.ts';

jest.setTimeout(60_000);
let plan: PlanFixture;
let cityBundle: string;
let north: string;
beforeAll(async () => {
  plan = await openPlanFixture();
  cityBundle = await plan.publishCity();
  north = await plan.derive(cityBundle, 'north');
});
afterAll(() => plan.context.close());

test('a derived layer begins as the version that it extends', async () => {
  const answer = await getLayer(plan.context, plan.officers.north, north);

  expect(contract.getLayer.response.parse(answer)).toEqual(answer);
  expect(answer.layer).toMatchObject({
    planKey,
    extends: { bundleId: cityBundle, version: 1, orgUnitName: 'city 440300' },
    published: null,
    changed: false,
    editable: true,
  });
  expect(answer.artefacts.map(({ kind, changed }) => [kind, changed])).toEqual([
    ['manifest', false],
    ...Array.from({ length: 7 }, () => ['form', false]),
    ['process', false],
  ]);
  expect(answer.roles).toContainEqual({ key: 'class-teacher', name: '班主任' });
});

test('a published layer whose draft is as published has not changed', async () => {
  const { layer, artefacts, bundles } = await getLayer(plan.context, plan.officers.city, plan.cityLayer);

  expect(layer).toMatchObject({ changed: false, extends: null, published: { version: 1 } });
  expect(artefacts.some(({ changed }) => changed)).toBe(false);
  expect(bundles.map(({ id }) => id)).toEqual([cityBundle]);
});

test('a layer is for an org unit below, once', async () => {
  await expect(plan.derive(cityBundle, 'north')).rejects.toMatchObject({
    code: 'conflict',
    detail: { layerId: north },
  });
});

test('a draft comes as all its files at once', async () => {
  const answer = await getDraft(plan.context, plan.cityLayer);

  expect(contract.getDraft.response.parse(answer)).toEqual(answer);
  const shipped = await shippedFiles();
  expect(answer.files).toHaveLength(shipped.size);
  expect(answer.files[0]?.kind).toBe('manifest');
  await expect(getDraft(plan.context, 'nowhere')).rejects.toMatchObject({ code: 'not-found' });
});

test('a version shows the files that it was published from', async () => {
  const answer = await getBundle(plan.context, cityBundle);

  expect(contract.getBundle.response.parse(answer)).toEqual(answer);
  const shipped = await shippedFiles();
  expect(answer.files).toHaveLength(shipped.size);
  const [flow] = answer.files.filter(({ kind }) => kind === 'process');
  expect(flow?.content).toBe(shipped.get(`processes/${planKey}/b-f2-highlight-record.bpmn`));
});

test('everybody sees the layers above and below, and nobody else’s; only authorities edit', async () => {
  await plan.derive(cityBundle, 'south');
  const seen = async (who: keyof PlanFixture['officers']) => {
    const items = await listLayers(plan.context, plan.officers[who]);
    expect(contract.listLayers.response.parse({ items })).toEqual({ items });
    return items.map(({ orgUnit, editable }) => [orgUnit.name, editable]);
  };

  expect(await seen('city')).toEqual([
    ['city 440300', true],
    ['district 440301', true],
    ['district 440302', true],
  ]);
  expect(await seen('north')).toEqual([
    ['city 440300', false],
    ['district 440301', true],
  ]);
  expect(await seen('principal')).toEqual([
    ['city 440300', false],
    ['district 440301', false],
  ]);
  expect(await seen('teacher')).toEqual([]);
});

test('a plan key is taken once, and a broken plan not at all', async () => {
  const files = await shippedFiles();
  const create = () => createPlan(plan.context, plan.officers.city, { files, orgUnitId: plan.units.city.id });

  await expect(create()).rejects.toMatchObject({ code: 'conflict', detail: { planKey } });
  files.delete(`forms/${planKey}/b-r01.form.json`);
  await expect(create()).rejects.toMatchObject({
    code: 'plan-invalid',
    detail: {
      findings: [
        expect.objectContaining({ rule: 'file-missing', path: '/forms/0/file', line: expect.any(Number) }),
      ],
    },
  });
});

test('a plan that does not do what was recorded of it is not taken', async () => {
  const files = await shippedFiles();
  const scenario = {
    process: 'b-f2-highlight-record',
    start: { initiator: 'p', recordForm: 'b-r01', title: 't', reminderPeriod: 'P7D', noticePeriod: 'P5D' },
    scenarios: [{ name: '退回', steps: [], path: ['submitted', 'reviewEntry', 'revise'], end: 'waiting' }],
  };
  files.set(`processes/${planKey}/b-f2-highlight-record.scenario.json`, JSON.stringify(scenario));

  await expect(
    createPlan(plan.context, plan.officers.city, { files, orgUnitId: plan.units.city.id }),
  ).rejects.toMatchObject({
    code: 'plan-invalid',
    detail: { findings: [expect.objectContaining({ rule: 'scenario-differs', elementId: 'review' })] },
  });
});

test('a version says which version it extended when it was published', async () => {
  await plan.accept(north, 'north', [2026]);
  const asFiled = { note: '', cohorts: [2026] };
  const { id } = await publishLayer(plan.context, plan.officers.north, north, asFiled);

  const district = await getBundle(plan.context, id);
  const city = await getBundle(plan.context, cityBundle);

  expect(district.extends).toEqual({
    bundleId: cityBundle,
    layerId: plan.cityLayer,
    version: 1,
    orgUnitName: 'city 440300',
  });
  expect(city.extends).toBeNull();
});

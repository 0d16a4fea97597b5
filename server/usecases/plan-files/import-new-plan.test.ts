import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { webDigest } from '@oneplan/runtime/plan/fingerprint.ts';
import { packPlan } from '@oneplan/runtime/plan/plan-file/pack-plan.ts';
import { unpackPlan } from '@oneplan/runtime/plan/plan-file/unpack-plan.ts';
import { openPlanFixture, type PlanFixture } from '../plans/fixtures/plan-fixture.ts';
import { saveArtefact } from '../plans/save-artefact.ts';
import { exportDraft } from './export-plan.ts';
import { importNewPlan, previewNewPlan } from './import-new-plan.ts';

jest.setTimeout(60_000);
let plan: PlanFixture;
beforeEach(async () => {
  plan = await openPlanFixture();
});
afterEach(() => plan.context.close());

/** The shipped plan under another key, as another installation would have exported it. */
async function foreign(key: string): Promise<Buffer> {
  const { bytes } = await exportDraft(plan.context, plan.cityLayer);
  const content = (await unpackPlan(bytes, webDigest)).plan?.content;
  if (!content) throw new Error('what was exported can be read');
  const manifest = { ...content.manifest, key };
  return Buffer.from(await packPlan({ ...content, manifest }, webDigest));
}

const imported = (bytes: Buffer) =>
  importNewPlan(plan.context, plan.officers.city, plan.units.city.id, bytes);

test('a plan of another installation begins a plan, and exports to the file that it came in', async () => {
  const bytes = await foreign('foreign-plan');
  expect(await previewNewPlan(plan.context, plan.units.city.id, bytes)).toMatchObject({
    plan: { key: 'foreign-plan', forms: 7, processes: 1, scenarios: 1 },
    taken: null,
    refused: [],
  });

  const { layerId, created } = await imported(bytes);

  expect(created).toBe(true);
  expect(Buffer.from((await exportDraft(plan.context, layerId)).bytes).equals(bytes)).toBe(true);
});

test('the same file again answers the layer that it made, and nothing is made', async () => {
  const bytes = await foreign('foreign-plan');
  const first = await imported(bytes);
  const before = await plan.context.tables.artefacts.count({});

  expect(await imported(bytes)).toEqual({ layerId: first.layerId, created: false });
  expect(await plan.context.tables.artefacts.count({})).toBe(before);
});

test('a plan that is there and has changed is not overwritten: its draft is the place', async () => {
  const bytes = await foreign('foreign-plan');
  const { layerId } = await imported(bytes);
  await saveArtefact(
    plan.context,
    plan.officers.city,
    { layerId, kind: 'form', key: 'b-r01' },
    { content: '{"title":"x","display":"form","components":[]}', ifMatch: '"1"' },
  );

  expect(await previewNewPlan(plan.context, plan.units.city.id, bytes)).toMatchObject({ taken: { layerId } });
  await expect(imported(bytes)).rejects.toMatchObject({ code: 'conflict', detail: { layerId } });
  expect(await previewNewPlan(plan.context, plan.units.north.id, bytes)).toMatchObject({
    taken: { layerId: null },
  });
});

test('what is no plan, or one that does not fit together, begins nothing', async () => {
  expect(await previewNewPlan(plan.context, plan.units.city.id, Buffer.from('x'))).toMatchObject({
    plan: null,
    refused: [{ rule: 'plan-file-not-zip' }],
  });
  const { bytes } = await exportDraft(plan.context, plan.cityLayer);
  const content = (await unpackPlan(bytes, webDigest)).plan?.content;
  if (!content) throw new Error('what was exported can be read');
  const broken = { ...content, manifest: { ...content.manifest, key: 'broken', roles: [] } };
  const file = Buffer.from(await packPlan(broken, webDigest));

  const { refused } = await previewNewPlan(plan.context, plan.units.city.id, file);
  expect(refused).toContainEqual(expect.objectContaining({ rule: 'unknown-role' }));
  await expect(imported(file)).rejects.toMatchObject({ code: 'plan-invalid', detail: { findings: refused } });
  expect(await plan.context.tables.plans.findOne({ planKey: 'broken' })).toBeNull();
});

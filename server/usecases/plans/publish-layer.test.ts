import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import * as contract from '@oneplan/runtime/contracts/api/plans.ts';
import { fingerprint, webDigest } from '@oneplan/runtime/plan/fingerprint.ts';
import type { Context } from '../../context.ts';
import { findBundleFor, findDefinition, loadBundle } from '../../persistence/published-bundle.ts';
import { contentOfBundle } from './bundle-artefacts.ts';
import { checkLayer } from './check-layer.ts';
import { openPlanFixture, type PlanFixture, planKey, processKey, stage } from './fixtures/plan-fixture.ts';
import { getArtefact } from './get-artefact.ts';
import { getLayer } from './get-layer.ts';
import { publishLayer } from './publish-layer.ts';
import { saveArtefact } from './save-artefact.ts';

jest.setTimeout(60_000);
let plan: PlanFixture;
beforeEach(async () => {
  plan = await openPlanFixture();
});
afterEach(() => plan.context.close());

const publish = (cohorts: readonly number[], note = '') =>
  publishLayer(plan.context, plan.officers.city, plan.cityLayer, { note, cohorts });

async function saveForm(key: string, edit: (form: { title?: string }) => void): Promise<void> {
  const place = { layerId: plan.cityLayer, kind: 'form' as const, key };
  const { content, revision } = await getArtefact(plan.context, place);
  const form = JSON.parse(content) as { title?: string };
  edit(form);
  await saveArtefact(plan.context, plan.officers.city, place, {
    content: JSON.stringify(form),
    ifMatch: `"${revision}"`,
  });
}

/** Puts content into the draft that saving would have refused. */
async function forceDraft(key: string, change: (content: string) => string): Promise<void> {
  const { artefacts } = plan.context.tables;
  const [row] = await artefacts.find({ layerId: plan.cityLayer, artefactKey: key });
  if (!row) throw new Error(`no artefact ${key}`);
  await artefacts.update({ layerId: plan.cityLayer, artefactKey: key }, { content: change(row.content) });
}

const governs = (context: Context, entryCohort: number) =>
  findBundleFor(context, { orgUnitPath: plan.units.school.path, stage, entryCohort });

async function countAll(): Promise<number[]> {
  const { bundles, bundleBindings, forms, processDefinitions, bundleManifests } = plan.context.tables;
  return Promise.all(
    [bundles, bundleBindings, forms, processDefinitions, bundleManifests].map((table) => table.count({})),
  );
}

describe('publishing', () => {
  test('makes version 1 for its cohorts, with forms, compiled flow and audit line', async () => {
    const bundle = await publish([2026, 2025, 2025], 'first');

    expect(contract.bundleSummary.parse(bundle)).toEqual(bundle);
    expect(bundle).toMatchObject({
      version: 1,
      stage,
      cohorts: [2025, 2026],
      note: 'first',
      publishedBy: 'Officer city',
      running: 0,
    });
    const published = await loadBundle(plan.context, bundle.id);
    expect([...published.forms.keys()].sort()).toContain('b-r01');
    expect(published.processes.get(processKey)).toMatchObject({ version: 1, graph: { id: processKey } });
    expect(await governs(plan.context, 2025)).toBe(bundle.id);
    expect(await governs(plan.context, 2024)).toBeNull();
    expect(await plan.context.tables.audit.count({ action: 'plan.published', objectId: bundle.id })).toBe(1);
  });

  test('stores content that gives the stored fingerprint again', async () => {
    const bundle = await publish([2025]);

    const stored = await loadBundle(plan.context, bundle.id);

    expect(await fingerprint(contentOfBundle(stored), webDigest)).toBe(bundle.fingerprint);
    expect(stored.fingerprint).toBe(bundle.fingerprint);
  });

  test('makes version 2, which takes its cohorts over and leaves the others and every stored row', async () => {
    const first = await publish([2025, 2026]);
    const firstContent = contentOfBundle(await loadBundle(plan.context, first.id));
    const definition = [...(await loadBundle(plan.context, first.id)).processes.values()][0];
    await saveForm('b-r01', (form) => {
      form.title = '第二版';
    });
    plan.context.advance(1000);

    const second = await publish([2026]);

    expect(second).toMatchObject({ version: 2, cohorts: [2026] });
    expect(second.fingerprint).not.toBe(first.fingerprint);
    expect(await governs(plan.context, 2025)).toBe(first.id);
    expect(await governs(plan.context, 2026)).toBe(second.id);
    const bindings = await plan.context.tables.bundleBindings.find({ bundleId: first.id, entryCohort: 2026 });
    expect(bindings.map(({ supersededAt }) => supersededAt)).toEqual([plan.context.now()]);
    const running = await findDefinition(plan.context, definition?.definitionId ?? '');
    expect(running?.bundle.id).toBe(first.id);
    expect(running?.process.version).toBe(1);
    expect(contentOfBundle(await loadBundle(plan.context, first.id))).toEqual(firstContent);
    expect((await loadBundle(plan.context, second.id)).processes.get(processKey)?.version).toBe(2);
  });

  test('counts the instances that still run on a version', async () => {
    const bundle = await publish([2025]);
    for (const status of ['active', 'incident', 'completed', 'cancelled'])
      await plan.context.database.sequelize.transaction(() =>
        plan.context.sql.insert('process_instance', [
          {
            id: plan.context.newId(),
            definition_id: plan.context.newId(),
            bundle_id: bundle.id,
            subject_kind: 'student',
            subject_id: plan.context.newId(),
            state: '{}',
            revision: 1,
            status,
            started_at: 0,
          },
        ]),
      );

    const { bundles } = await getLayer(plan.context, plan.officers.city, plan.cityLayer);

    expect(bundles.map(({ running }) => running)).toEqual([2]);
  });

  test('says that nothing has changed instead of making an equal version for the same cohorts', async () => {
    const first = await publish([2025, 2026]);
    const before = await countAll();

    await expect(publish([2026])).rejects.toMatchObject({
      code: 'conflict',
      detail: { bundleId: first.id, version: 1 },
    });

    expect(await countAll()).toEqual(before);
    expect(await publish([2027])).toMatchObject({ version: 2, fingerprint: first.fingerprint });
  });

  test('of two at the same time makes one version', async () => {
    const outcomes = await Promise.allSettled([publish([2025]), publish([2025])]);

    const refused = outcomes.flatMap((it) => (it.status === 'rejected' ? [it.reason as unknown] : []));
    expect(refused).toEqual([expect.objectContaining({ code: 'conflict' })]);
    const { bundles } = await getLayer(plan.context, plan.officers.city, plan.cityLayer);
    expect(bundles.map(({ version, cohorts }) => [version, cohorts])).toEqual([[1, [2025]]]);
  });

  test('counts versions of a process over all layers, also when two publish at the same time', async () => {
    const bundleId = await plan.publishCity([2025]);
    const [north, south] = [await plan.derive(bundleId, 'north'), await plan.derive(bundleId, 'south')];

    await plan.accept(north, 'north', [2025]);
    await plan.accept(south, 'south', [2025]);

    const published = await Promise.all([
      publishLayer(plan.context, plan.officers.north, north, { note: '', cohorts: [2025] }),
      publishLayer(plan.context, plan.officers.south, south, { note: '', cohorts: [2025] }),
    ]);

    expect(published.map(({ version }) => version)).toEqual([1, 1]);
    const definitions = await plan.context.tables.processDefinitions.find({ processKey });
    expect(definitions.map(({ version }) => version).sort()).toEqual([1, 2, 3]);
  });
});

describe('a draft that can not be used is not published', () => {
  const expectRefused = async (finding: object) => {
    const before = await countAll();
    await expect(publish([2025])).rejects.toMatchObject({
      code: 'plan-invalid',
      detail: { findings: expect.arrayContaining([expect.objectContaining(finding)]) },
    });
    expect(await countAll()).toEqual(before);
    const findings = await checkLayer(plan.context, plan.cityLayer);
    expect(findings).toContainEqual(expect.objectContaining(finding));
    expect(contract.checkLayer.response.parse({ findings })).toEqual({ findings });
  };

  test('a form that the flow needs has lost a field: file, path and rule are named', async () => {
    await forceDraft('plan', (json) => json.replaceAll('"title": "title"', '"title": "headline"'));

    await expectRefused({
      rule: 'unknown-component',
      file: `processes/${planKey}/plan.json`,
      path: '/records/0/title',
      severity: 'error',
    });
  });

  test('a form with a program that came in by another way', async () => {
    await forceDraft('b-r02', (json) => json.replace('"components"', '"customJS": "alert(1)", "components"'));

    await expectRefused({ rule: 'form.script', file: `forms/${planKey}/b-r02.form.json`, path: 'customJS' });
  });

  test('a manifest for another stage', async () => {
    await forceDraft('plan', (json) => json.replace('"stage": "junior-high"', '"stage": "primary"'));

    await expectRefused({ rule: 'stage-fixed', path: '/stage' });
  });
});

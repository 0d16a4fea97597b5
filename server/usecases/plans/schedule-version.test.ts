import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { deliverOutbox } from '../../jobs/outbox-delivery.ts';
import { findBundleFor } from '../../persistence/published-bundle.ts';
import { acceptedFiling } from '../filing/accepted-filing.ts';
import { getLifecycle } from '../filing/lifecycle.ts';
import { addArtefact } from './add-artefact.ts';
import { checkLayer } from './check-layer.ts';
import { openPlanFixture, type PlanFixture, stage } from './fixtures/plan-fixture.ts';
import { getArtefact } from './get-artefact.ts';
import { getLayer } from './get-layer.ts';
import { type Publication, publishLayer } from './publish-layer.ts';
import { saveArtefact } from './save-artefact.ts';
import { withdrawVersion } from './withdraw-version.ts';

jest.setTimeout(60_000);
const day = 86_400_000;
let plan: PlanFixture;
beforeEach(async () => {
  plan = await openPlanFixture();
});
afterEach(() => plan.context.close());

const inDays = (days: number) => new Date(plan.context.now() + days * day).toISOString().slice(0, 10);

const publish = (publication: Partial<Publication> = {}) =>
  publishLayer(plan.context, plan.officers.city, plan.cityLayer, {
    note: '',
    cohorts: [2025, 2026],
    ...publication,
  });

async function change(title: string): Promise<void> {
  const place = { layerId: plan.cityLayer, kind: 'form' as const, key: 'b-r01' };
  const { content, revision } = await getArtefact(plan.context, place);
  await saveArtefact(plan.context, plan.officers.city, place, {
    content: JSON.stringify({ ...(JSON.parse(content) as object), title }),
    ifMatch: `"${revision}"`,
  });
}

const governing = (entryCohort: number) =>
  findBundleFor(plan.context, { orgUnitPath: plan.units.school.path, stage, entryCohort });

const states = async () =>
  (await getLayer(plan.context, plan.officers.city, plan.cityLayer)).bundles.map(
    ({ version, state, cohorts }) => [version, state, cohorts],
  );

const withdraw = (id: string) => withdrawVersion(plan.context, plan.officers.city, id);

describe('a version with a first day to come', () => {
  test('is scheduled, takes over as that day begins, and what it supersedes governs until then', async () => {
    const first = await publish();
    await change('好人好事');
    const second = await publish({ cohorts: [2026], effectiveOn: inDays(3) });

    expect(second).toMatchObject({ state: 'scheduled', cohorts: [2026] });
    expect(second.effectiveFrom).toMatch(/T16:00:00/);
    expect(await governing(2026)).toBe(first.id);
    expect(await states()).toEqual([
      [2, 'scheduled', [2026]],
      [1, 'governing', [2025, 2026]],
    ]);
    plan.context.advance(4 * day);
    expect(await governing(2026)).toBe(second.id);
    expect(await governing(2025)).toBe(first.id);
    expect(await states()).toEqual([
      [2, 'governing', [2026]],
      [1, 'governing', [2025]],
    ]);
  });

  test('with a day that is past begins at once', async () => {
    const { id, state } = await publish({ effectiveOn: inDays(-3) });
    expect(state).toBe('governing');
    expect(await governing(2026)).toBe(id);
  });

  test('is withdrawn before it begins: what it was to supersede goes on for good', async () => {
    const first = await publish();
    await change('好人好事');
    const second = await publish({ cohorts: [2026], effectiveOn: inDays(3) });

    expect(await withdraw(second.id)).toMatchObject({ state: 'withdrawn', cohorts: [], effectiveFrom: null });

    plan.context.advance(10 * day);
    expect(await governing(2026)).toBe(first.id);
    expect(await states()).toEqual([
      [2, 'withdrawn', []],
      [1, 'governing', [2025, 2026]],
    ]);
    const { layer } = await getLayer(plan.context, plan.officers.city, plan.cityLayer);
    expect(layer).toMatchObject({ changed: true, published: { version: 1 } });
    expect(await checkLayer(plan.context, plan.cityLayer)).toEqual([]);
    expect(await publish({ cohorts: [2026] })).toMatchObject({ version: 3, state: 'governing' });
  });

  test('that ends with a later one gives its time back up to that one', async () => {
    const first = await publish({ cohorts: [2026] });
    await change('二');
    const second = await publish({ cohorts: [2026], effectiveOn: inDays(3) });
    await change('三');
    const third = await publish({ cohorts: [2026], effectiveOn: inDays(6) });

    await withdraw(second.id);

    plan.context.advance(4 * day);
    expect(await governing(2026)).toBe(first.id);
    plan.context.advance(3 * day);
    expect(await governing(2026)).toBe(third.id);
  });

  test('can not be withdrawn once it has begun, twice, or when a layer stands on it', async () => {
    const first = await publish();
    await expect(withdraw(first.id)).rejects.toMatchObject({ code: 'conflict' });
    await change('二');
    const second = await publish({ effectiveOn: inDays(3) });
    await withdraw(second.id);
    await expect(withdraw(second.id)).rejects.toMatchObject({ code: 'conflict' });
    await change('三');
    const third = await publish({ effectiveOn: inDays(3) });
    await plan.derive(third.id, 'north');
    await expect(withdraw(third.id)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('district 440301'),
    });
    await expect(withdraw(plan.context.newId())).rejects.toMatchObject({ code: 'not-found' });
  });

  test('of a district is accepted as before when it was withdrawn, and may be published again', async () => {
    const layerId = await plan.derive((await publish()).id, 'north');
    await plan.accept(layerId, 'north', [2026]);
    const request = { note: '', cohorts: [2026] };
    const later = { ...request, effectiveOn: inDays(30) };
    const version = await publishLayer(plan.context, plan.officers.north, layerId, later);

    await withdrawVersion(plan.context, plan.officers.north, version.id);

    expect(await getLifecycle(plan.context, layerId)).toMatchObject({ state: 'accepted' });
    const layer = await plan.context.tables.layers.findOne({ id: layerId });
    expect(layer && (await acceptedFiling(plan.context, layer, version.fingerprint, [2026]))).toBeTruthy();
    expect(await publishLayer(plan.context, plan.officers.north, layerId, request)).toMatchObject({
      version: 2,
      state: 'governing',
    });
  });
});

describe('what a message starts', () => {
  const claim = { owner: 'test', limit: 50, lockMilliseconds: 60_000 };
  const calledBy = async () => {
    const rows = await plan.context.sql.all<{ bundle_id: string }>(
      `SELECT d.bundle_id FROM subscription s JOIN process_definition d ON d.id = s.definition_id
       WHERE s.name = 'call' AND s.instance_id IS NULL`,
    );
    return rows.map(({ bundle_id }) => bundle_id);
  };
  const pass = async (days: number) => {
    plan.context.advance(days * day);
    await deliverOutbox(plan.context, claim);
  };
  beforeEach(async () => {
    await addArtefact(plan.context, plan.officers.city, plan.cityLayer, {
      kind: 'process',
      key: 'called',
      name: '按消息开始',
      content: startedByMessage,
    });
  });

  test('changes as a scheduled version begins, not before', async () => {
    const first = await publish();
    expect(await calledBy()).toEqual([first.id]);
    await change('二');
    const second = await publish({ effectiveOn: inDays(3) });
    await pass(1);
    expect(await calledBy()).toEqual([first.id]);
    await pass(3);
    expect(await calledBy()).toEqual([second.id]);
  });

  test('stays when the version is withdrawn', async () => {
    const first = await publish();
    await change('二');
    await withdraw((await publish({ effectiveOn: inDays(3) })).id);
    await pass(4);
    expect(await calledBy()).toEqual([first.id]);
  });
});

const startedByMessage = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="definitions-called" targetNamespace="https://oneplan.example/processes">
  <bpmn:message id="call-message" name="call" />
  <bpmn:process id="called" name="按消息开始" isExecutable="true">
    <bpmn:startEvent id="start">
      <bpmn:outgoing>to-end</bpmn:outgoing>
      <bpmn:messageEventDefinition id="start-message" messageRef="call-message" />
    </bpmn:startEvent>
    <bpmn:sequenceFlow id="to-end" sourceRef="start" targetRef="end" />
    <bpmn:endEvent id="end">
      <bpmn:incoming>to-end</bpmn:incoming>
    </bpmn:endEvent>
  </bpmn:process>
</bpmn:definitions>
`;

describe('a cohort is governed by exactly one version', () => {
  const bindings = () => plan.context.tables.bundleBindings;

  test('one that is left without any is found, and no version is published that leaves it so', async () => {
    await publish();
    await bindings().update({ entryCohort: 2025 }, { supersededAt: plan.context.now() + 1 });
    plan.context.advance(day);

    expect(await checkLayer(plan.context, plan.cityLayer)).toMatchObject([
      {
        rule: 'cohort-uncovered',
        severity: 'warning',
        sentence: { 'zh-CN': expect.stringContaining('2025 级') },
      },
    ]);
    await change('二');
    await expect(publish({ cohorts: [2026] })).rejects.toMatchObject({
      code: 'plan-invalid',
      detail: { findings: [expect.objectContaining({ rule: 'cohort-uncovered' })] },
    });
    expect(await publish({ cohorts: [2025, 2026] })).toMatchObject({ version: 2 });
    expect(await checkLayer(plan.context, plan.cityLayer)).toEqual([]);
  });

  test('one that two versions govern is found, and the next version makes them one', async () => {
    const { id: bundleId } = await publish();
    await bindings().insert({
      id: plan.context.newId(),
      bundleId,
      orgUnitId: plan.units.city.id,
      stage,
      entryCohort: 2026,
      boundAt: plan.context.now() - day,
      supersededAt: null,
    });

    expect(await checkLayer(plan.context, plan.cityLayer)).toMatchObject([{ rule: 'cohort-twice' }]);
    await change('二');
    plan.context.advance(day);
    await bindings().update({ entryCohort: 2026 }, { supersededAt: plan.context.now() - day });
    await publish({ cohorts: [2026] });
    expect(await checkLayer(plan.context, plan.cityLayer)).toEqual([]);
  });

  test('one that the authority above governs lacks nothing', async () => {
    const layerId = await plan.derive((await publish()).id, 'north');
    await plan.accept(layerId, 'north', [2026]);
    const { id } = await publishLayer(plan.context, plan.officers.north, layerId, {
      note: '',
      cohorts: [2026],
    });
    await bindings().update({ bundleId: id }, { supersededAt: plan.context.now() + 1 });
    plan.context.advance(day);

    expect(await checkLayer(plan.context, layerId)).toEqual([]);
  });
});

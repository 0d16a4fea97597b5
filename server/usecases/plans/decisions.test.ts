import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { dmnText, tableText } from '@oneplan/runtime/decisions/fixtures/dmn-text.ts';
import { step } from '@oneplan/runtime/engine/step.ts';
import { fingerprint, webDigest } from '@oneplan/runtime/plan/fingerprint.ts';
import { loadBundle } from '../../persistence/published-bundle.ts';
import { stepContext } from '../engine/step-context.ts';
import { addArtefact } from './add-artefact.ts';
import { contentOfBundle } from './bundle-artefacts.ts';
import { checkLayer } from './check-layer.ts';
import { openPlanFixture, type PlanFixture } from './fixtures/plan-fixture.ts';
import { getArtefact } from './get-artefact.ts';
import { removeArtefact } from './remove-artefact.ts';
import { saveArtefact } from './save-artefact.ts';

jest.setTimeout(60_000);
let plan: PlanFixture;
beforeEach(async () => {
  plan = await openPlanFixture();
});
afterEach(() => plan.context.close());

const points = (level: string, row: string) =>
  dmnText(tableText('points', [[level, 'string']], [['points', 'integer']], [[row, '5']]));

const add = (layerId: string, content?: string, officer: 'city' | 'north' = 'city') =>
  addArtefact(plan.context, plan.officers[officer], layerId, {
    kind: 'decision',
    key: 'points',
    name: '获奖加分',
    content,
  });

async function save(layerId: string, content: string, officer: 'city' | 'north' = 'city') {
  const place = { layerId, kind: 'decision' as const, key: 'points' };
  const { revision } = await getArtefact(plan.context, place);
  return saveArtefact(plan.context, plan.officers[officer], place, { content, ifMatch: `"${revision}"` });
}

/** A flow from start to end that asks the decision. */
const flow = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="f" targetNamespace="urn:test"><bpmn:process id="award" isExecutable="true"><bpmn:startEvent id="started"/><bpmn:sequenceFlow id="a" sourceRef="started" targetRef="count"/><bpmn:businessRuleTask id="count" name="计算加分" camunda:decisionRef="points" camunda:resultVariable="points" camunda:mapDecisionResult="singleEntry"/><bpmn:sequenceFlow id="b" sourceRef="count" targetRef="wait"/><bpmn:receiveTask id="wait" messageRef="m"/><bpmn:sequenceFlow id="c" sourceRef="wait" targetRef="ended"/><bpmn:endEvent id="ended"/></bpmn:process><bpmn:message id="m" name="told"/></bpmn:definitions>`;

/** The city's plan with the flow and the decision that it asks, published. */
async function publishedDecision(row: string): Promise<string> {
  await add(plan.cityLayer, points('title', row));
  await addArtefact(plan.context, plan.officers.city, plan.cityLayer, {
    kind: 'process',
    key: 'award',
    name: '获奖认定',
    content: flow,
  });
  const place = { layerId: plan.cityLayer, kind: 'manifest' as const, key: 'plan' };
  const { content, revision } = await getArtefact(plan.context, place);
  const manifest = JSON.parse(content);
  manifest.processes.at(-1).variables = [{ name: 'title', source: { from: 'title' } }];
  await saveArtefact(plan.context, plan.officers.city, place, {
    content: JSON.stringify(manifest),
    ifMatch: `"${revision}"`,
  });
  return plan.publishCity();
}

async function evaluated(bundleId: string, title: string): Promise<unknown> {
  const bundle = await loadBundle(plan.context, bundleId);
  const graph = bundle.processes.get('award')?.graph;
  if (!graph) throw new Error('the flow was published');
  const context = stepContext(plan.context, bundle);
  const { state } = step(graph, null, { type: 'start', variables: { title } }, context);
  return state;
}

describe('a decision of a draft', () => {
  test('begins as an empty table that the manifest lists', async () => {
    const { artefact, findings } = await add(plan.cityLayer);
    expect(artefact).toMatchObject({ kind: 'decision', key: 'points', revision: 1, changed: true });
    expect(findings).toEqual([]);
    const manifest = await getArtefact(plan.context, {
      layerId: plan.cityLayer,
      kind: 'manifest',
      key: 'plan',
    });
    expect(JSON.parse(manifest.content).decisions).toEqual([
      { key: 'points', name: '获奖加分', file: 'points.dmn', lock: { class: 'FREE' } },
    ]);
    expect(await checkLayer(plan.context, plan.cityLayer)).toEqual([]);
  });

  test('is not saved with a cell that is no FEEL; the finding names rule and column in Chinese', async () => {
    await add(plan.cityLayer);
    await expect(save(plan.cityLayer, points('level', '"市级'))).rejects.toMatchObject({
      code: 'plan-invalid',
      detail: {
        findings: [
          expect.objectContaining({
            rule: 'decision.expression-invalid',
            file: 'processes/shenzhen-junior-high/points.dmn',
            elementId: 'points-0-0',
            sentence: expect.objectContaining({ 'zh-CN': expect.stringContaining('第 1 条规则的“level”') }),
          }),
        ],
      },
    });
  });

  test('is removed with its entry', async () => {
    await add(plan.cityLayer);
    const place = { layerId: plan.cityLayer, kind: 'decision' as const, key: 'points' };
    await removeArtefact(plan.context, plan.officers.city, place, '"1"');
    const manifest = await getArtefact(plan.context, { ...place, kind: 'manifest', key: 'plan' });
    expect(JSON.parse(manifest.content).decisions).toEqual([]);
    await expect(getArtefact(plan.context, place)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a published decision', () => {
  test('is in the fingerprint, and an instance asks the one of its own version', async () => {
    const first = await publishedDecision('"市级"');
    const bundle = await loadBundle(plan.context, first);
    expect(await fingerprint(contentOfBundle(bundle), webDigest)).toBe(bundle.fingerprint);
    await save(plan.cityLayer, points('title', '"区级"'));
    plan.context.advance(1000);
    const second = await plan.publishCity();
    expect(JSON.stringify(await evaluated(first, '市级'))).toContain('"points":5');
    expect(JSON.stringify(await evaluated(second, '市级'))).toContain('"points":null');
    expect(JSON.stringify(await evaluated(second, '区级'))).toContain('"points":5');
  });

  test('is what a district below starts from, held to the lock of the city', async () => {
    const bundleId = await publishedDecision('"市级"');
    const layerId = await plan.derive(bundleId, 'north');
    await save(layerId, points('title', '"省级"'), 'north');
    const manifest = { layerId: plan.cityLayer, kind: 'manifest' as const, key: 'plan' };
    const { content, revision } = await getArtefact(plan.context, manifest);
    const locked = JSON.parse(content);
    locked.decisions[0].lock = { class: 'LOCKED' };
    await saveArtefact(plan.context, plan.officers.city, manifest, {
      content: JSON.stringify(locked),
      ifMatch: `"${revision}"`,
    });
    plan.context.advance(1000);
    const southern = await plan.derive(await plan.publishCity(), 'south');
    const place = { layerId: southern, kind: 'decision' as const, key: 'points' };
    const own = await getArtefact(plan.context, place);
    await expect(
      saveArtefact(plan.context, plan.officers.south, place, {
        content: points('title', '"省级"'),
        ifMatch: `"${own.revision}"`,
      }),
    ).rejects.toMatchObject({ code: 'plan-invalid' });
  });
});

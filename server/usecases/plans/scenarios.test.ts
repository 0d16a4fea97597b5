import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { scenarioFile } from '@oneplan/runtime/simulation/scenarios/scenario-file.ts';
import { loadBundle } from '../../persistence/published-bundle.ts';
import { addArtefact } from './add-artefact.ts';
import { checkLayer } from './check-layer.ts';
import { openPlanFixture, type PlanFixture, processKey } from './fixtures/plan-fixture.ts';
import { getArtefact } from './get-artefact.ts';
import { getBundle } from './get-bundle.ts';
import { getLayer } from './get-layer.ts';
import { publishLayer } from './publish-layer.ts';
import { removeArtefact } from './remove-artefact.ts';
import { saveArtefact } from './save-artefact.ts';

jest.setTimeout(60_000);
let plan: PlanFixture;
beforeEach(async () => {
  plan = await openPlanFixture();
});
afterEach(() => plan.context.close());

const publish = () =>
  publishLayer(plan.context, plan.officers.city, plan.cityLayer, { note: '', cohorts: [2026] });

const place = (kind: 'process' | 'scenario' | 'manifest', key: string) => ({
  layerId: plan.cityLayer,
  kind,
  key,
});

async function edit(
  kind: 'process' | 'scenario' | 'manifest',
  key: string,
  change: (text: string) => string,
): Promise<void> {
  const { content, revision } = await getArtefact(plan.context, place(kind, key));
  const changed = change(content);
  if (changed === content) throw new Error('the fixture does not change anything');
  await saveArtefact(plan.context, plan.officers.city, place(kind, key), {
    content: changed,
    ifMatch: `"${revision}"`,
  });
}

const swapOutcome = (xml: string) => xml.replace("outcome == 'confirmed'", "outcome == 'returned'");

const waitingForReview = JSON.stringify({
  process: processKey,
  start: { initiator: 'p', recordForm: 'b-r01', title: 't', reminderPeriod: 'P7D', noticePeriod: 'P5D' },
  scenarios: [{ name: '等班主任', steps: [], path: ['submitted', 'reviewEntry', 'review'], end: 'waiting' }],
});

describe('scenarios of a draft', () => {
  test('come with the shipped plan, and a change that makes one go otherwise is not published until it is mended', async () => {
    expect(await checkLayer(plan.context, plan.cityLayer)).toEqual([]);
    await edit('process', processKey, swapOutcome);

    const findings = await checkLayer(plan.context, plan.cityLayer);
    expect(findings[0]).toMatchObject({
      rule: 'scenario-differs',
      severity: 'error',
      file: `processes/shenzhen-junior-high/${processKey}.scenario.json`,
      path: '/scenarios/0',
      elementId: 'notifyReturned',
      sentence: {
        'zh-CN':
          '演练“属实：公示期满后归入档案”与录制时不同：第 1 步，录制时到“通知学生已确认”，现在到“通知学生修改”。请改回流程，或重新录制。',
        en: expect.stringContaining('at step 1'),
      },
    });
    await expect(publish()).rejects.toMatchObject({ code: 'plan-invalid' });

    await edit('process', processKey, (xml) =>
      xml.replace("outcome == 'returned'", "outcome == 'confirmed'"),
    );
    expect(await publish()).toMatchObject({ version: 1 });
  });

  test('are saved with their revision, published with the version and read back from it', async () => {
    const added = await addArtefact(plan.context, plan.officers.city, plan.cityLayer, {
      kind: 'scenario',
      key: 'waits-for-teacher',
      name: '等班主任',
      content: waitingForReview,
    });
    expect(added.artefact).toMatchObject({ kind: 'scenario', revision: 1, changed: true });
    const before = await publish();
    await edit('scenario', 'waits-for-teacher', (text) => text.replace('等班主任', '等班主任确认'));
    const after = await publish();

    expect(after.fingerprint).not.toBe(before.fingerprint);
    const { artefacts } = await getLayer(plan.context, plan.officers.city, plan.cityLayer);
    expect(artefacts.find(({ key }) => key === 'waits-for-teacher')).toMatchObject({
      name: '等班主任确认',
      revision: 2,
      changed: false,
    });
    const { files } = await getBundle(plan.context, after.id);
    const kept = files.find(({ kind, key }) => kind === 'scenario' && key === 'waits-for-teacher');
    expect(scenarioFile.parse(JSON.parse(kept?.content ?? ''))).toMatchObject({ process: processKey });
    expect(Object.keys((await loadBundle(plan.context, after.id)).scenarios).sort()).toEqual([
      processKey,
      'waits-for-teacher',
    ]);
  });

  test('leave the settings alone, so that nobody who works on them is in the way', async () => {
    const { revision } = await getArtefact(plan.context, place('manifest', 'plan'));
    await addArtefact(plan.context, plan.officers.city, plan.cityLayer, {
      kind: 'scenario',
      key: 'run',
      name: 'run',
      content: waitingForReview,
    });
    await removeArtefact(plan.context, plan.officers.city, place('scenario', 'run'), '"1"');

    expect((await getArtefact(plan.context, place('manifest', 'plan'))).revision).toBe(revision);
    await expect(getArtefact(plan.context, place('scenario', 'run'))).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  test('are refused as they are saved when they are no scenarios, or their key is taken', async () => {
    const add = (key: string, content: string) =>
      addArtefact(plan.context, plan.officers.city, plan.cityLayer, {
        kind: 'scenario',
        key,
        name: 'x',
        content,
      });

    await expect(add('run', '{')).rejects.toMatchObject({ code: 'plan-invalid' });
    await expect(add('run', '{"process":"p"}')).rejects.toMatchObject({
      code: 'plan-invalid',
      detail: { findings: [{ rule: 'scenario-unreadable', file: expect.stringContaining('run.scenario') }] },
    });
    await expect(add(processKey, waitingForReview)).rejects.toMatchObject({ code: 'conflict' });
  });

  test('are the authority’s own: a layer below begins without them, and nothing of it has changed', async () => {
    const { id } = await publish();
    const layerId = await plan.derive(id, 'north');
    const { layer, artefacts } = await getLayer(plan.context, plan.officers.north, layerId);

    expect(artefacts.filter(({ kind }) => kind === 'scenario')).toEqual([]);
    expect(layer.changed).toBe(false);
  });
});

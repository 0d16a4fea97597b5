import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import * as contract from '@oneplan/runtime/contracts/api/plan-files.ts';
import { webDigest } from '@oneplan/runtime/plan/fingerprint.ts';
import { packPlan } from '@oneplan/runtime/plan/plan-file/pack-plan.ts';
import { type UnpackedPlan, unpackPlan } from '@oneplan/runtime/plan/plan-file/unpack-plan.ts';
import { addArtefact } from '../plans/add-artefact.ts';
import { checkLayer } from '../plans/check-layer.ts';
import { openPlanFixture, type PlanFixture, processKey } from '../plans/fixtures/plan-fixture.ts';
import { getArtefact } from '../plans/get-artefact.ts';
import { readDraft } from '../plans/require-layer.ts';
import { saveArtefact } from '../plans/save-artefact.ts';
import { exportDraft, exportVersion } from './export-plan.ts';
import { importIntoDraft, previewImport } from './import-draft.ts';

jest.setTimeout(60_000);
let plan: PlanFixture;
beforeEach(async () => {
  plan = await openPlanFixture();
});
afterEach(() => plan.context.close());

type Content = UnpackedPlan['content'];

/** The draft of a layer as an exported file, after an edit of its content. */
async function exported(layerId: string, edit: (content: Content) => Content = (it) => it) {
  const { bytes } = await exportDraft(plan.context, layerId);
  const { plan: read } = await unpackPlan(bytes, webDigest);
  if (!read) throw new Error('what was exported can be read');
  return Buffer.from(await packPlan(edit(structuredClone(read.content)), webDigest));
}

const retitled =
  (title: string) =>
  (content: Content): Content => ({
    ...content,
    forms: { ...content.forms, 'b-r01': { ...content.forms['b-r01'], title } },
  });

const intoCity = (bytes: Buffer, draft?: string) =>
  importIntoDraft(plan.context, plan.officers.city, plan.cityLayer, { bytes, draft });

const revisions = async (layerId = plan.cityLayer) =>
  (await readDraft(plan.context, layerId)).map(({ kind, artefactKey, revision }) => [
    kind,
    artefactKey,
    revision,
  ]);

const audited = () => plan.context.tables.audit.count({ action: 'plan.imported' });

describe('a draft that is exported and imported', () => {
  test('exports to the same bytes, before and after, and a version to those of the draft it was', async () => {
    const first = await exported(plan.cityLayer);
    await intoCity(await exported(plan.cityLayer, retitled('好人好事')));
    const changed = await exported(plan.cityLayer);
    await intoCity(first);

    expect(changed.equals(first)).toBe(false);
    expect((await exported(plan.cityLayer)).equals(first)).toBe(true);
    const version = await exportVersion(plan.context, await plan.publishCity());
    expect(Buffer.from(version.bytes).equals(first)).toBe(true);
    expect(version.name).toMatch(/^深圳市.*city-440300-第-1-版\.zip$/);
  });

  test('changes nothing when it is the same: no revision, no line in the audit', async () => {
    const before = await revisions();
    const bytes = await exported(plan.cityLayer);

    expect(await intoCity(bytes)).toEqual({ changed: false, findings: [] });
    expect(await revisions()).toEqual(before);
    expect(await audited()).toBe(0);
  });

  test('changes a draft once, only where the file differs, however often it is imported', async () => {
    const bytes = await exported(plan.cityLayer, retitled('好人好事'));

    expect(await intoCity(bytes)).toMatchObject({ changed: true });
    const after = await revisions();
    expect(after.filter(([, , revision]) => revision !== 1)).toEqual([['form', 'b-r01', 2]]);
    expect(await intoCity(bytes)).toMatchObject({ changed: false });
    expect(await revisions()).toEqual(after);
    expect(await audited()).toBe(1);
  });

  test('brings forms, flows and scenarios that the draft had not, and takes out what the file has not', async () => {
    const bytes = await exported(plan.cityLayer);
    await addArtefact(plan.context, plan.officers.city, plan.cityLayer, {
      kind: 'form',
      key: 'extra',
      name: '另一张',
    });

    const preview = await previewImport(plan.context, plan.cityLayer, bytes);
    expect(contract.previewImport.response.parse(preview)).toEqual(preview);
    expect(preview.changes).toContainEqual(
      expect.objectContaining({ change: 'removed', element: 'form:extra' }),
    );
    await intoCity(bytes, preview.draft ?? '');
    expect((await revisions()).some(([, key]) => key === 'extra')).toBe(false);
    expect(await checkLayer(plan.context, plan.cityLayer)).toEqual([]);
  });
});

describe('the preview', () => {
  test('says what the file holds and what will change, and changes nothing', async () => {
    const before = await revisions();
    const bytes = await exported(plan.cityLayer, (content) => ({
      ...retitled('好人好事')(content),
      scenarios: { ...content.scenarios, more: content.scenarios?.[processKey] },
    }));
    const preview = await previewImport(plan.context, plan.cityLayer, bytes);

    expect(preview).toMatchObject({
      plan: {
        key: 'shenzhen-junior-high',
        scenarios: 2,
        fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
      changes: [{ change: 'changed', element: 'form:b-r01', to: '好人好事' }],
      scenarios: [{ key: 'more', change: 'added' }],
      refused: [],
      findings: [],
    });
    expect(await revisions()).toEqual(before);
  });

  test('says what is still to be mended: a draft that does not fit together yet may be imported', async () => {
    const bytes = await exported(plan.cityLayer, (content) => ({
      ...content,
      manifest: { ...content.manifest, roles: [] },
    }));
    const preview = await previewImport(plan.context, plan.cityLayer, bytes);

    expect(preview.refused).toEqual([]);
    expect(preview.findings).toContainEqual(expect.objectContaining({ rule: 'unknown-role' }));
    const { findings } = await intoCity(bytes);
    expect(findings).toEqual(preview.findings);
  });

  test('that somebody has overtaken is refused, with nothing changed', async () => {
    const bytes = await exported(plan.cityLayer, retitled('好人好事'));
    const { draft } = await previewImport(plan.context, plan.cityLayer, bytes);
    const place = { layerId: plan.cityLayer, kind: 'form' as const, key: 'b-r02' };
    const { content } = await getArtefact(plan.context, place);
    await saveArtefact(plan.context, plan.officers.city, place, {
      content: JSON.stringify({ ...(JSON.parse(content) as object), title: '别的' }),
      ifMatch: '"1"',
    });
    const before = await revisions();

    await expect(intoCity(bytes, draft ?? '')).rejects.toMatchObject({ code: 'revision-stale' });
    expect(await revisions()).toEqual(before);
  });
});

describe('a file is refused as a whole', () => {
  test('when it breaks a lock of the layer above, with the sentence of the lock', async () => {
    const layerId = await plan.derive(await plan.publishCity(), 'north');
    const before = await revisions(layerId);
    const bytes = await exported(layerId, (content) => ({
      ...retitled('我们自己的')(content),
      manifest: {
        ...content.manifest,
        forms: content.manifest.forms.filter(({ key }) => key !== 'b-r02'),
        records: content.manifest.records.filter(({ form }) => form !== 'b-r02'),
      },
      forms: Object.fromEntries(Object.entries(content.forms).filter(([key]) => key !== 'b-r02')),
    }));
    const preview = await previewImport(plan.context, layerId, bytes);

    expect(preview.refused[0]).toMatchObject({
      severity: 'error',
      sentence: { 'zh-CN': expect.stringMatching(/[\u4e00-\u9fff]/) },
      lock: { authority: 'city 440300', version: 1 },
    });
    await expect(
      importIntoDraft(plan.context, plan.officers.north, layerId, { bytes }),
    ).rejects.toMatchObject({ code: 'plan-invalid', detail: { findings: preview.refused } });
    expect(await revisions(layerId)).toEqual(before);
  });

  test('when it holds code', async () => {
    const bytes = await exported(plan.cityLayer, (content) => ({
      ...content,
      forms: {
        ...content.forms,
        'b-r01': {
          ...content.forms['b-r01'],
          components: [{ type: 'textfield', key: 'a', label: 'a', calculateValue: 'value = 1' }],
        },
      },
    }));
    const { refused } = await previewImport(plan.context, plan.cityLayer, bytes);

    expect(refused[0]).toMatchObject({ rule: 'form.script', file: expect.stringContaining('b-r01') });
    await expect(intoCity(bytes)).rejects.toMatchObject({ code: 'plan-invalid' });
  });

  test('when it is another plan, or no plan at all', async () => {
    const other = await exported(plan.cityLayer, (content) => ({
      ...content,
      manifest: { ...content.manifest, key: 'another' },
    }));
    for (const [bytes, rule] of [
      [other, 'plan-file-other-plan'],
      [Buffer.from('hello'), 'plan-file-not-zip'],
    ] as const) {
      const preview = await previewImport(plan.context, plan.cityLayer, bytes);
      expect(preview).toMatchObject({ changes: [], refused: [{ rule }] });
      await expect(intoCity(bytes)).rejects.toMatchObject({
        code: 'plan-invalid',
        detail: { findings: [expect.objectContaining({ rule })] },
      });
    }
  });
});

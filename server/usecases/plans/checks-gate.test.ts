import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type Breakage, breakages } from '@oneplan/runtime/plan/fixtures/broken-plans.ts';
import { shippedFiles } from '@oneplan/runtime/plan/fixtures/shipped-plan.ts';
import { isTestCases } from '@oneplan/runtime/plan/plan-files.ts';
import { checkLifecycle } from '../filing/lifecycle.ts';
import { checkLayer } from './check-layer.ts';
import { openPlanFixture, type PlanFixture, planKey } from './fixtures/plan-fixture.ts';
import { manifestOfFiles, pathOfArtefact } from './plan-artefact.ts';
import { publishLayer } from './publish-layer.ts';
import { readDraft } from './require-layer.ts';

jest.setTimeout(60_000);
let plan: PlanFixture;
beforeAll(async () => {
  plan = await openPlanFixture();
});
afterAll(() => plan.context.close());

const shipped = () => new Map([...shippedFiles()].filter(([path]) => !isTestCases(path)));
const pathOf = (kind: 'manifest' | 'form' | 'process' | 'scenario' | 'decision', key: string) =>
  pathOfArtefact(planKey, manifestOfFiles(shipped(), planKey), { kind, key });

/** Puts files into the draft as they are, also those that saving would have refused. */
async function force(files: ReadonlyMap<string, string>): Promise<void> {
  for (const { kind, artefactKey } of await readDraft(plan.context, plan.cityLayer)) {
    const content = files.get(pathOf(kind, artefactKey));
    if (content !== undefined)
      await plan.context.tables.artefacts.update(
        { layerId: plan.cityLayer, kind, artefactKey },
        { content, updatedAt: plan.context.now() },
      );
  }
}

/** Those that change what is in the files of a draft, and not which files there are. */
function isChangeOfContent({ change }: Breakage): boolean {
  const files = shipped();
  const names = [...files.keys()].join('\n');
  change(files);
  return [...files.keys()].join('\n') === names;
}

const publish = () =>
  publishLayer(plan.context, plan.officers.city, plan.cityLayer, { note: '', cohorts: [2026] });

describe('the check of a draft gates filing and publishing', () => {
  test.each(breakages.filter(isChangeOfContent).map((it) => [it.title, it] as const))(
    '%s is found where it is, and nothing is published',
    async (_title, { change, finding: { params: _, column: __, ...expected } }) => {
      const files = shipped();
      change(files);
      await force(files);

      const findings = await checkLayer(plan.context, plan.cityLayer);
      expect(findings).toContainEqual(expect.objectContaining(expected));
      for (const { file, message, severity } of findings)
        expect({ file, message, severity }).toEqual({
          file: expect.stringContaining(planKey),
          message: expect.stringMatching(/\w+ \w+/),
          severity: 'error',
        });
      await expect(publish()).rejects.toMatchObject({ code: 'plan-invalid', detail: { findings } });
      expect((await checkLifecycle(plan.context, plan.cityLayer)).lifecycle.state).toBe('draft');

      await force(shipped());
      expect(await checkLayer(plan.context, plan.cityLayer)).toEqual([]);
    },
  );

  test('every kind of thing that is checked is among them', () => {
    const rules = new Set(breakages.filter(isChangeOfContent).map(({ finding }) => finding.rule));
    for (const rule of [
      'form.script',
      'process.xml-doctype',
      'form-key-mismatch',
      'unknown-variable',
      'unknown-role',
      'unknown-component',
      'rule-vector',
      'private-field',
      'outcome-values',
      'unknown-reference',
    ])
      expect(rules).toContain(rule);
  });
});

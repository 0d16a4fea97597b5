import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type BundleContent, bundleFiles } from '../bundle-content.ts';
import { diff } from '../diff/diff.ts';
import { planTree } from '../elements/plan-tree.ts';
import { juniorHighCity } from '../fixtures/junior-high-city.ts';
import { task } from '../fixtures/plan-text.ts';
import { disjointEdits, someEdits } from '../fixtures/random-edits.ts';
import {
  addOption,
  component,
  type Edit,
  entry,
  inFlow,
  parameter,
  stepBefore,
  variant,
} from '../fixtures/variants.ts';
import { loadPlan } from '../load-plan.ts';
import { type Merged, merge3 } from './merge3.ts';
import { type ReadPlan, readPlan } from './read-plan.ts';

let base: ReadPlan;

beforeAll(async () => {
  base = await readPlan(juniorHighCity);
});

const edited = (...edits: readonly Edit[]) => readPlan(variant(juniorHighCity, ...edits));

async function merged(above: readonly Edit[], own: readonly Edit[]): Promise<Merged> {
  return merge3(base, await edited(...above), await edited(...own));
}

/** Nothing distinguishes the merged plan from the other one. */
async function expectSame({ content }: Merged, other: BundleContent): Promise<void> {
  expect(diff(await planTree(other), await planTree(content))).toEqual([]);
}

/** Draws one element of the evaluation flow. */
const drawn = (id: string): Edit =>
  inFlow(
    'evaluate-term',
    '</bpmn:process>',
    `</bpmn:process><bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="evaluate-term"><bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="1" y="2" width="3" height="4"/></bpmndi:BPMNShape></bpmndi:BPMNPlane></bpmndi:BPMNDiagram>`,
  );

describe('merge of three plans', () => {
  test('with an unchanged side it is the other side', async () => {
    await fc.assert(
      fc.asyncProperty(someEdits, async (edits) => {
        const changed = await edited(...edits);
        for (const merge of [await merge3(base, base, changed), await merge3(base, changed, base)]) {
          expect(merge.conflicts).toEqual([]);
          await expectSame(merge, changed.content);
          expect(merge.content.forms).toEqual(changed.content.forms);
          expect(merge.content.processes).toEqual(changed.content.processes);
        }
      }),
      { numRuns: 25, seed: 5 },
    );
  });

  test('of disjoint changes has no conflict, has both, and does not depend on the side', async () => {
    await fc.assert(
      fc.asyncProperty(disjointEdits, async ([above, own]) => {
        const one = await merged(above, own);
        const other = await merged(own, above);
        expect(one.conflicts).toEqual([]);
        await expectSame(one, other.content);
        const both = diff(base.tree, await planTree(one.content));
        for (const side of [above, own])
          for (const change of diff(base.tree, (await edited(...side)).tree))
            if (change.change !== 'moved')
              expect(both).toContainEqual(
                expect.objectContaining({ change: change.change, element: change.element }),
              );
      }),
      { numRuns: 25, seed: 7 },
    );
  });

  test('of two plans that made the same change has it once', async () => {
    const edits = [
      parameter('recordCap', 3),
      addOption('record', 'kind', { value: 'x', label: 'x', mapsTo: 'honour' }),
    ];
    const merge = await merged(edits, edits);
    expect(merge.conflicts).toEqual([]);
    await expectSame(merge, variant(juniorHighCity, ...edits));
  });

  test('keeps the layer’s own value and both others where both changed one, and takes the other on demand', async () => {
    const theirs = await edited(parameter('recordCap', 4));
    const mine = await edited(parameter('recordCap', 3));
    const { content, conflicts } = await merge3(base, theirs, mine);
    expect(conflicts).toEqual([
      {
        id: 'parameter:recordCap@value',
        element: 'parameter:recordCap',
        kind: 'parameter',
        name: '每学期记录上限',
        reason: 'both-changed',
        property: 'value',
        base: 5,
        theirs: 4,
        mine: 3,
        chosen: 'mine',
      },
    ]);
    await expectSame({ content, conflicts }, mine.content);
    const other = await merge3(
      base,
      theirs,
      mine,
      new Map([['parameter:recordCap@value', 'theirs' as const]]),
    );
    await expectSame(other, theirs.content);
  });

  test('keeps what the layer changed in something that was removed above', async () => {
    const remove: Edit = ({ manifest, forms }) => {
      manifest.forms.splice(
        manifest.forms.findIndex(({ key }) => key === 'summary'),
        1,
      );
      delete forms.summary;
    };
    const own = component('summary', 'text', { description: '写成长与不足' });
    const { content, conflicts } = await merged([remove], [own]);
    expect(conflicts).toMatchObject([
      { id: 'form:summary', reason: 'removed-above', theirs: undefined, chosen: 'mine' },
    ]);
    expect(content.forms.summary).toEqual(variant(juniorHighCity, own).forms.summary);
    expect((await merged([remove], [])).content.forms.summary).toBeUndefined();
  });

  test('puts steps of both sides into one flow, with their shapes, as a plan that loads', async () => {
    const above = stepBefore('evaluate-term', 'verify', task('sample', '抽查', 'group-member'));
    const own = stepBefore('evaluate-term', 'confirm', task('grade', '年级组长审核', 'class-teacher'));
    const merge = await merged([above, drawn('sample')], [own, drawn('grade')]);
    expect(merge.conflicts).toEqual([]);
    const changes = diff(await planTree(variant(juniorHighCity, above, own)), await planTree(merge.content));
    expect(changes.filter(({ kind }) => kind !== 'step')).toEqual([]);
    const xml = merge.content.processes['evaluate-term']?.xml;
    expect([...(xml?.matchAll(/bpmnElement="([^"]+)"/g) ?? [])].map(([, id]) => id)).toEqual([
      'evaluate-term',
      'grade',
      'sample',
    ]);
    expect((await loadPlan(bundleFiles(merge.content))).findings).toEqual([]);
  });

  test('takes what each side changed of one task', async () => {
    const above = inFlow('appeal', 'name="联合复核"', 'name="联合复核会"');
    const own = inFlow('appeal', 'camunda:dueDate="P4D"', 'camunda:dueDate="P3D"');
    const merge = await merged([above, inFlow('appeal', 'name="书面答复"', 'name="答复"')], [own]);
    expect(merge.conflicts).toEqual([]);
    expect(merge.content.processes.appeal?.xml).toMatch(/name="联合复核会"[^>]*camunda:dueDate="P3D"/);
  });

  test('takes a flow that cannot be read as a whole', async () => {
    const broken: Edit = inFlow('appeal', '</bpmn:process>', '');
    const { content, conflicts } = await merged(
      [inFlow('appeal', 'name="书面答复"', 'name="答复"')],
      [broken],
    );
    expect(conflicts).toContainEqual(expect.objectContaining({ id: 'process:appeal', reason: 'process' }));
    expect(content.processes.appeal).toEqual(variant(juniorHighCity, broken).processes.appeal);
  });

  test('leaves a flow whose courses do not fit together to be chosen as a whole', async () => {
    const above = stepBefore('terminal-review', 'seal', task('district', '区级审核', 'district-admin'));
    const own: Edit = (draft) => {
      inFlow(
        'terminal-review',
        'sourceRef="decide" targetRef="seal"',
        'sourceRef="decide" targetRef="ended"',
      )(draft);
      inFlow(
        'terminal-review',
        /<bpmn:userTask id="seal"[^>]*\/>/.exec(draft.processes['terminal-review']?.xml ?? '')?.[0] ?? '',
        '',
      )(draft);
      inFlow(
        'terminal-review',
        '<bpmn:sequenceFlow id="to-ended" sourceRef="seal" targetRef="ended"/>',
        '',
      )(draft);
      const steps = entry(draft.manifest.processes, ({ key }) => key === 'terminal-review').steps;
      steps.splice(
        steps.findIndex(({ element }) => element === 'seal'),
        1,
      );
    };
    const mine = await edited(own);
    const { content, conflicts } = await merge3(base, await edited(above), mine);
    expect(conflicts).toContainEqual(
      expect.objectContaining({ id: 'process:terminal-review', reason: 'process', chosen: 'mine' }),
    );
    expect(content.processes['terminal-review']).toEqual(mine.content.processes['terminal-review']);
  });
});

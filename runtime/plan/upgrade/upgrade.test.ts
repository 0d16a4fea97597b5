import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { BundleContent } from '../bundle-content.ts';
import { juniorHighCity } from '../fixtures/junior-high-city.ts';
import { field, task } from '../fixtures/plan-text.ts';
import { cityEdits, someEdits } from '../fixtures/random-edits.ts';
import { addComponent, type Edit, entry, parameter, stepBefore, variant } from '../fixtures/variants.ts';
import { checkLayer } from '../locks/check-layer.ts';
import type { PlanLayer } from '../locks/plan-layer.ts';
import { readLayer } from '../locks/read-layer.ts';
import { type ReadPlan, readPlan } from '../merge/read-plan.ts';
import { upgrade } from './upgrade.ts';

let base: ReadPlan;

beforeAll(async () => {
  base = await readPlan(juniorHighCity);
});

async function city(content: BundleContent, version: number): Promise<PlanLayer> {
  return { authority: '深圳市', version, ...(await readLayer(content)) };
}

async function upgraded(above: readonly Edit[], own: readonly Edit[]) {
  const theirs = variant(juniorHighCity, ...above);
  const layer = await city(theirs, 4);
  const mine = await readPlan(variant(juniorHighCity, ...own));
  const merged = await upgrade({ base, theirs: await readPlan(theirs), mine, above: [layer] });
  return { ...merged, refused: checkLayer([layer], await readLayer(merged.content)) };
}

const lockForm =
  (form: string): Edit =>
  ({ manifest }) =>
    Object.assign(
      entry(manifest.forms, ({ key }) => key === form),
      { lock: { class: 'LOCKED' } },
    );

describe('a layer follows the layer above', () => {
  test('every layer that was accepted is accepted again after an upgrade', async () => {
    await fc.assert(
      fc.asyncProperty(cityEdits, someEdits, async (above, own) => {
        const before = checkLayer(
          [await city(juniorHighCity, 3)],
          await readLayer(variant(juniorHighCity, ...own)),
        );
        expect(before).toEqual({ locks: [], processes: [] });
        expect((await upgraded(above, own)).refused).toEqual({ locks: [], processes: [] });
      }),
      { numRuns: 20, seed: 11 },
    );
  });

  test('a value that the city has tightened beyond is given up, and stays in the conflict', async () => {
    const { content, conflicts } = await upgraded(
      [parameter('noticePeriod', 'P10D')],
      [parameter('noticePeriod', 'P7D')],
    );
    expect(content.manifest.parameters.find(({ key }) => key === 'noticePeriod')?.value).toBe('P10D');
    expect(conflicts).toMatchObject([
      { reason: 'both-changed', theirs: 'P10D', mine: 'P7D' },
      { reason: 'locked', id: 'parameter:noticePeriod@value', theirs: 'P10D', mine: 'P7D', chosen: 'theirs' },
    ]);
  });

  test('a value that goes further than the new one stays', async () => {
    const { content } = await upgraded(
      [parameter('noticePeriod', 'P7D')],
      [parameter('noticePeriod', 'P10D')],
    );
    expect(content.manifest.parameters.find(({ key }) => key === 'noticePeriod')?.value).toBe('P10D');
  });

  test('a field that the city no longer lets a district add is given up', async () => {
    const venue = field('textfield', 'venue', '场馆');
    const { content, conflicts, refused } = await upgraded(
      [lockForm('record')],
      [addComponent('record', venue)],
    );
    expect(content.forms).toEqual(juniorHighCity.forms);
    expect(conflicts).toMatchObject([
      { id: 'form:record/venue', reason: 'locked', mine: venue, chosen: 'theirs' },
    ]);
    expect(refused).toEqual({ locks: [], processes: [] });
  });

  test('a step that the city no longer allows is given up with the whole flow', async () => {
    const lock: Edit = ({ manifest }) =>
      Object.assign(
        entry(manifest.processes, ({ key }) => key === 'evaluate-term'),
        { lock: { class: 'LOCKED' } },
      );
    const own = stepBefore('evaluate-term', 'verify', task('grade', '年级组长审核', 'class-teacher'));
    const { content, conflicts, refused } = await upgraded([lock], [own]);
    expect(content.processes['evaluate-term']).toEqual(juniorHighCity.processes['evaluate-term']);
    expect(conflicts.map(({ reason, element }) => [reason, element])).toContainEqual([
      'locked',
      'process:evaluate-term',
    ]);
    expect(refused).toEqual({ locks: [], processes: [] });
  });
});

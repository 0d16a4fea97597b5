import { describe, expect, test } from '@jest/globals';
import { diff } from '@oneplan/runtime/plan/diff/diff.ts';
import { planTree } from '@oneplan/runtime/plan/elements/plan-tree.ts';
import { juniorHighCity } from '@oneplan/runtime/plan/fixtures/junior-high-city.ts';
import { field } from '@oneplan/runtime/plan/fixtures/plan-text.ts';
import {
  addComponent,
  component,
  type Edit,
  entry,
  parameter,
  variant,
} from '@oneplan/runtime/plan/fixtures/variants.ts';
import { type ChangeRow, changeRows } from './change-row.ts';

async function rows(language: 'zh-CN' | 'en', ...edits: Edit[]): Promise<readonly ChangeRow[]> {
  const base = await planTree(juniorHighCity);
  const mine = await planTree(variant(juniorHighCity, ...edits));
  return changeRows(diff(base, mine), { base, mine }, language);
}

const venue = field('textfield', 'venue', '场馆');

describe('a change in plain words', () => {
  test('a duration in working days, before and after', async () => {
    const edit = parameter('noticePeriod', 'P7D');
    expect(await rows('zh-CN', edit)).toMatchObject([
      { kind: '参数', name: '公示期', property: '取值', before: '5 个工作日', after: '7 个工作日' },
    ]);
    expect(await rows('en', edit)).toMatchObject([
      { kind: 'parameter', property: 'value', before: '5 working days', after: '7 working days' },
    ]);
  });

  test('a field that becomes required', async () => {
    const edit = component('summary', 'text', { validate: { maxLength: 300, required: true } });
    expect(await rows('zh-CN', edit)).toContainEqual(
      expect.objectContaining({ kind: '栏目', property: '必填', after: '是' }),
    );
  });

  test('a new field says its type, and a new group what stands in it', async () => {
    const panel = { type: 'panel', key: 'place', title: '地点', input: false, components: [venue] };
    expect(await rows('zh-CN', addComponent('record', panel))).toMatchObject([
      { change: 'added', kind: '栏目', name: '地点', property: undefined, after: '分组；含：场馆' },
    ]);
  });

  test('a field that is gone says what it was', async () => {
    const edit: Edit = ({ forms }) => forms.record?.components.pop();
    expect(await rows('zh-CN', edit)).toMatchObject([{ change: 'removed', after: undefined }]);
  });

  test('an element that moved says after what it stands', async () => {
    const edit: Edit = ({ forms }) =>
      forms.record?.components.unshift(...(forms.record?.components.splice(-1) ?? []));
    const [moved] = await rows('zh-CN', edit);
    expect(moved).toMatchObject({ change: 'moved', before: expect.stringContaining('之后') });
    expect(moved?.after).toContain('第一项');
  });

  test('a lock is told in words, under the name of what it locks', async () => {
    const edit: Edit = ({ manifest }) =>
      Object.assign(
        entry(manifest.parameters, ({ key }) => key === 'noticePeriod'),
        { lock: { class: 'LOCKED' } },
      );
    expect(await rows('zh-CN', edit)).toContainEqual(
      expect.objectContaining({ name: '公示期', property: '锁定方式', before: '只可收紧', after: '锁定' }),
    );
  });

  test('every line has an id of its own', async () => {
    const found = await rows(
      'zh-CN',
      component('summary', 'text', { label: '小结', tooltip: '写一写' }),
      addComponent('record', venue),
    );
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
  });
});

import { describe, expect, test } from '@jest/globals';
import { juniorHighCity as city } from '../fixtures/junior-high-city.ts';
import { differences, indicator } from '../fixtures/one-district-one-plan.ts';
import { field, options, refusals } from '../fixtures/plan-text.ts';
import { addComponent, component, type Edit, entry, variant } from '../fixtures/variants.ts';

describe('one district, one plan (domain.md 3.6)', () => {
  test('the city’s own plan is accepted', async () => {
    expect(await refusals(city, '深圳市', variant(city))).toEqual([]);
  });

  test.each(differences)('$title: allowed', async ({ allowed }) => {
    expect(await refusals(city, '深圳市', variant(city, ...allowed))).toEqual([]);
  });

  test.each(differences)('$title: the twin is refused', async ({ forbidden, told }) => {
    const said = await refusals(city, '深圳市', variant(city, ...forbidden));
    expect(said.join('\n')).toMatch(told);
  });
});

describe('what the city locks (domain.md 3.7)', () => {
  const refused: readonly [string, Edit[], RegExp][] = [
    [
      'the wording of a point',
      [indicator('4', { text: '尊敬长辈' })],
      /指标“尊敬长辈”的“内容”不能修改：原为 尊重长辈/,
    ],
    [
      'the rule who passes',
      [({ manifest }) => Object.assign(entry(manifest.rules, () => true).rule, { logic: { '==': [1, 1] } })],
      /评价规则“达标”的“rule\.logic/,
    ],
    [
      'an evaluated term',
      [
        ({ manifest }) =>
          Object.assign(
            entry(manifest.termSlots, () => true),
            { evaluated: false },
          ),
      ],
      /学期“初一上”的“evaluated”不能修改：原为 是，现为 否/,
    ],
    [
      'a field of a locked form',
      [component('decision', 'result', { label: '意见' })],
      /栏目“意见”的“名称”不能修改/,
    ],
    [
      'a field from above that is made required',
      [component('record', 'level', { validate: { required: true } })],
      /栏目“级别”的“必填”只能增补，不能修改/,
    ],
    [
      'the lock itself',
      [
        ({ manifest }) =>
          Object.assign(
            entry(manifest.locks, (it) => it.element === 'form:record/kind'),
            { lock: { class: 'FREE' } },
          ),
      ],
      /锁定规则“form:record\/kind”的“锁定方式”只能更严，不能放宽/,
    ],
    ['a lock that is taken out', [({ manifest }) => manifest.locks.splice(0, 1)], /只能更严，不能放宽/],
  ];

  test.each(refused)('%s', async (_, edits, told) => {
    expect((await refusals(city, '深圳市', variant(city, ...edits))).join('\n')).toMatch(told);
  });

  test('a locked field is not hidden in a panel of the district’s own', async () => {
    const hide: Edit = ({ forms }) => {
      const fields = forms.record?.components ?? [];
      const [title] = fields.splice(0, 1);
      fields.push({
        type: 'panel',
        key: 'more',
        title: '更多',
        input: false,
        conditional: { show: true, when: 'level', eq: 'city' },
        components: [title],
      });
    };
    expect((await refusals(city, '深圳市', variant(city, hide))).join('\n')).toMatch(
      /栏目“名称”放进了会隐藏的“更多”/,
    );
  });

  test('a district may lock for its schools what the city left free', async () => {
    const lock: Edit = ({ manifest }) =>
      Object.assign(
        entry(manifest.parameters, ({ key }) => key === 'trainingGate'),
        {
          value: true,
          lock: { class: 'LOCKED' },
        },
      );
    const select: Edit = addComponent(
      'record',
      field('radio', 'series', '系列', { values: options(['sea', '海洋'], ['science', '科创']) }),
    );
    expect(await refusals(city, '深圳市', variant(city, lock, select))).toEqual([]);
  });
});

import { describe, expect, test } from '@jest/globals';
import { checkForm } from '@oneplan/runtime/forms/check-form.ts';
import { compileForm } from '@oneplan/runtime/forms/compile.ts';
import type { FormDefinition } from '@oneplan/runtime/forms/definition.ts';
import { validate } from '@oneplan/runtime/forms/validate.ts';
import { comparisonsOf } from './comparisons.ts';
import { type ConditionDraft, draftOf, isComplete, ruleOf } from './condition-draft.ts';
import { conditionTargets } from './condition-targets.ts';
import { storedCondition, withCondition } from './stored-condition.ts';

const options = [
  { label: '校级', value: 'school' },
  { label: '区级', value: 'district' },
];
const remark = { type: 'textfield', key: 'remark', input: true, validate: { required: true } };
const form = (conditioned: object = remark): FormDefinition => ({
  components: [
    {
      type: 'panel',
      key: 'basics',
      input: false,
      components: [{ type: 'radio', key: 'level', values: options, input: true }],
    },
    { type: 'number', key: 'hours', input: true },
    { type: 'checkbox', key: 'pledge', input: true },
    { type: 'selectboxes', key: 'kinds', values: options, input: true },
    { type: 'datetime', key: 'date', input: true },
    { type: 'select', key: 'places', multiple: true, data: { values: options }, input: true },
    { type: 'textfield', key: 'title', input: true },
    {
      type: 'datagrid',
      key: 'rows',
      input: true,
      components: [
        { type: 'textfield', key: 'name', input: true },
        { type: 'textfield', key: 'why', input: true },
      ],
    },
    conditioned,
  ],
});
const at = 'components[8]';
const targets = conditionTargets(form(), at);
const draft = (clauses: ConditionDraft['clauses'], more: Partial<ConditionDraft> = {}): ConditionDraft => ({
  show: true,
  join: 'and',
  clauses,
  ...more,
});
/** Whether the conditioned component, which is required, is asked for. */
const isAsked = (condition: ConditionDraft, data: object) =>
  validate(compileForm(form(withCondition(remark, condition, targets))), data).errors.some(
    ({ path }) => path === 'remark',
  );

describe('a condition built with drop-downs', () => {
  test.each([
    ['data.level', 'is', 'school', { level: 'school' }, { level: 'district' }],
    ['data.level', 'isNot', 'school', { level: 'district' }, { level: 'school' }],
    ['data.hours', 'atLeast', 8, { hours: 8 }, { hours: 7.5 }],
    ['data.hours', 'atMost', 8, { hours: 8 }, {}],
    ['data.hours', 'above', 8, { hours: 9 }, { hours: 8 }],
    ['data.hours', 'below', 8, { hours: 0 }, {}],
    ['data.hours', 'filled', undefined, { hours: 0 }, {}],
    ['data.hours', 'empty', undefined, {}, { hours: 0 }],
    ['data.pledge', 'ticked', undefined, { pledge: true }, { pledge: false }],
    ['data.pledge', 'notTicked', undefined, {}, { pledge: true }],
    [
      'data.kinds',
      'chosen',
      'school',
      { kinds: { school: true, district: false } },
      { kinds: { school: false } },
    ],
    ['data.kinds', 'notChosen', 'school', { kinds: { school: false } }, { kinds: { school: true } }],
    [
      'data.date',
      'before',
      '2026-09-01',
      { date: '2026-08-31T00:00:00+08:00' },
      { date: '2026-09-02T00:00:00+08:00' },
    ],
    ['data.date', 'from', '2026-09-01', { date: '2026-09-01T00:00:00+08:00' }, {}],
    ['data.places', 'chosen', 'school', { places: ['school'] }, { places: ['district'] }],
    ['data.title', 'contains', '志愿', { title: '社区志愿服务' }, { title: '朗诵' }],
    ['data.title', 'filled', undefined, { title: '朗诵' }, { title: '' }],
  ])('%s %s %s shows the component exactly when it holds', (variable, comparison, value, holds, fails) => {
    const condition = draft([{ variable, comparison, value }]);
    expect(isAsked(condition, holds)).toBe(true);
    expect(isAsked(condition, fails)).toBe(false);
  });

  test('of several lines holds when all do, or when one does, and can hide instead of show', () => {
    const clauses = [
      { variable: 'data.level', comparison: 'is', value: 'school' },
      { variable: 'data.hours', comparison: 'atLeast', value: 8 },
    ];
    expect(isAsked(draft(clauses), { level: 'school', hours: 2 })).toBe(false);
    expect(isAsked(draft(clauses, { join: 'or' }), { level: 'school', hours: 2 })).toBe(true);
    expect(isAsked(draft(clauses, { show: false }), { level: 'school', hours: 9 })).toBe(false);
    expect(isAsked(draft(clauses, { show: false }), { level: 'school', hours: 2 })).toBe(true);
  });

  test('is read back as the same drop-downs, whatever the component and comparison', () => {
    for (const { variable, component, options: own } of targets)
      for (const comparison of comparisonsOf(component)) {
        const value = { nothing: undefined, text: 'x', number: 3, date: '2026-09-01', option: own[1]?.value }[
          comparison.with
        ];
        for (const show of [true, false]) {
          const condition = draft([{ variable, comparison: comparison.name, value }], { show });
          expect(draftOf(ruleOf(condition, targets), targets)).toEqual(condition);
        }
      }
  });

  test('passes the gate of forms', () => {
    const condition = draft([
      { variable: 'data.level', comparison: 'is', value: 'school' },
      { variable: 'data.kinds', comparison: 'chosen', value: 'district' },
    ]);
    expect(checkForm(form(withCondition(remark, condition, targets)))).toEqual([]);
  });

  test('with a line that is not complete is not complete, and stores the other lines only', () => {
    const condition = draft([
      { variable: 'data.level', comparison: 'is', value: undefined },
      { variable: 'data.pledge', comparison: 'ticked', value: undefined },
    ]);
    expect(isComplete(condition, targets)).toBe(false);
    expect(ruleOf(condition, targets)).toEqual({ '==': [{ var: 'data.pledge' }, true] });
  });
});

describe('what a condition can look at', () => {
  test('is every component with a value but itself; rows only from within the row', () => {
    expect(targets.map(({ variable }) => variable)).toEqual([
      'data.level',
      'data.hours',
      'data.pledge',
      'data.kinds',
      'data.date',
      'data.places',
      'data.title',
      'data.rows',
    ]);
    const inRow = conditionTargets(form(), 'components[7].components[1]').map(({ variable }) => variable);
    expect(inRow).toContain('row.name');
    expect(inRow).not.toContain('row.why');
  });
});

describe('a stored condition', () => {
  test.each([
    [
      { show: true, when: 'level', eq: 'school' },
      draft([{ variable: 'data.level', comparison: 'is', value: 'school' }]),
    ],
    [
      { show: 'false', when: 'pledge', eq: 'true' },
      draft([{ variable: 'data.pledge', comparison: 'ticked', value: undefined }], { show: false }),
    ],
    [
      {
        show: true,
        conjunction: 'any',
        conditions: [
          { component: 'hours', operator: 'greaterThan', value: 3 },
          { component: 'title', operator: 'isEmpty' },
        ],
      },
      draft(
        [
          { variable: 'data.hours', comparison: 'above', value: 3 },
          { variable: 'data.title', comparison: 'empty', value: undefined },
        ],
        { join: 'or' },
      ),
    ],
  ])('of Form.io’s older kinds is shown as drop-downs', (conditional, expected) => {
    expect(storedCondition({ ...remark, conditional }, targets)).toEqual(expected);
  });

  test('that drop-downs cannot say is told apart from none', () => {
    const json = { '>': [{ '+': [{ var: 'data.hours' }, 1] }, 3] };
    expect(storedCondition({ ...remark, conditional: { json } }, targets)).toBeUndefined();
    expect(storedCondition(remark, targets)).toEqual(draft([]));
    expect(storedCondition({ ...remark, conditional: { show: null, when: null, eq: '' } }, targets)).toEqual(
      draft([]),
    );
  });

  test('is replaced as a whole; without lines nothing is left of it', () => {
    const component = { ...remark, conditional: { show: true, when: 'level', eq: 'school' } };
    expect(withCondition(component, draft([]), targets)).toEqual(remark);
  });
});

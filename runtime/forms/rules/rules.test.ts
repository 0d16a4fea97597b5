import { describe, expect, test } from '@jest/globals';
import { RULES } from '../rule-registry.ts';
import { errorsOf, field } from '../tests/outcome.ts';

interface RuleCase {
  readonly component: Record<string, unknown>;
  readonly good: readonly unknown[];
  readonly bad: readonly unknown[];
}

const rule = (type: string, validate: Record<string, unknown>, more: Record<string, unknown> = {}) =>
  field(type, { ...more, validate });
const values = ['1', 'red', 'blue'].map((value) => ({ label: value, value }));
const dayParts = (part: string, more: Record<string, unknown>) => ({
  fields: { day: {}, month: {}, year: {}, [part]: more },
});

/** Values that each rule passes and refuses, by the name of the rule. */
const CASES: Readonly<Record<string, readonly RuleCase[]>> = {
  required: [
    {
      component: rule('textfield', { required: true }),
      good: ['a', ' a '],
      bad: ['', '  ', null, undefined],
    },
    { component: rule('number', { required: true }), good: [0, '0', -1], bad: ['', null, undefined] },
    { component: rule('checkbox', { required: true }), good: [true], bad: [false, null, undefined] },
    { component: rule('radio', { required: true }, { values }), good: ['red', false, 0], bad: ['', null] },
    {
      component: rule('selectboxes', { required: true }, { values }),
      good: [{ red: true }],
      bad: [{}, { red: false }, '', undefined],
    },
    { component: rule('day', { required: true }), good: ['01/02/2020'], bad: ['00/00/0000', ''] },
    {
      component: rule('textfield', { required: true }, { multiple: true }),
      good: [['a']],
      bad: [['a', ''], ['']],
    },
    {
      component: rule('address', { required: true }, { enableManualMode: true }),
      good: [{ mode: 'manual', address: { city: 'a', address2: '' } }],
      bad: [
        { mode: 'manual', address: { city: '' } },
        { mode: 'manual', address: {} },
      ],
    },
    {
      component: rule('datagrid', { required: true }, { components: [field('textfield', { key: 'y' })] }),
      good: [[{ y: 'a' }]],
      bad: [[], [{ y: '' }], [{}], undefined],
    },
  ],
  requiredDay: [
    {
      component: field('day', dayParts('year', { required: true })),
      good: ['01/02/2020', '00/00/2020'],
      bad: ['01/02/0000', '', null],
    },
  ],
  minLength: [
    { component: rule('textfield', { minLength: '2' }), good: ['', 'ab', '中文'], bad: ['a', '中'] },
  ],
  maxLength: [{ component: rule('textarea', { maxLength: 3 }), good: ['', 'abc'], bad: ['abcd'] }],
  minWords: [{ component: rule('textarea', { minWords: 2 }), good: ['', 'a b'], bad: ['a', ' a '] }],
  maxWords: [{ component: rule('textarea', { maxWords: '2' }), good: ['a b'], bad: ['a b c'] }],
  min: [{ component: rule('number', { min: 1 }), good: [1, '1', '', 7], bad: [0, -1, '0.5'] }],
  max: [{ component: rule('currency', { max: '9.5' }), good: [9.5, '9', null], bad: [10, '9.6', 1e21] }],
  step: [{ component: rule('number', { step: 0.1, min: 1 }), good: [1, 1.3, 2.7], bad: [1.05] }],
  number: [],
  pattern: [
    {
      component: rule('textfield', { pattern: '(\\d{4}|x)' }),
      good: ['', '2026', 'x'],
      bad: ['2026 ', 'y', 'x\n'],
    },
    {
      component: rule('textfield', { pattern: '[\\u4e00-\\u9fa5]{2,4}' }),
      good: ['李明'],
      bad: ['Li', '李'],
    },
  ],
  mask: [
    {
      component: field('textfield', { inputMask: 'AA-99' }),
      good: ['', 'AB-12'],
      bad: ['ab-12', 'AB-1', 'AB-123'],
    },
    {
      component: field('phoneNumber', { inputMask: '(999) 9a*' }),
      good: ['(123) 4a_'.replace('_', 'Z')],
      bad: ['123'],
    },
    {
      component: field('textfield', {
        allowMultipleMasks: true,
        inputMasks: [{ label: 'home', mask: '99' }],
      }),
      good: [{ value: '12', maskName: 'home' }, { value: '1', maskName: 'other' }, ''],
      bad: [{ value: '1', maskName: 'home' }, '123'],
    },
    {
      component: rule('textfield', { skipMaskValidation: true }, { inputMask: '99' }),
      good: ['anything'],
      bad: [],
    },
  ],
  email: [
    {
      component: field('email'),
      good: ['', 'a@b.cn', ' A@B.CN ', '"a b"@c.cn', 'a@[1.2.3.4]'],
      bad: ['a', 'a@b', '@b.cn', 'a@b.c', 'a..b@c.cn', 'a@b@c.cn', `${'a'.repeat(50_000)}@`],
    },
  ],
  url: [
    {
      component: field('url'),
      good: [
        '',
        'https://a.cn/x?y#z',
        'a.cn',
        'http://localhost:3000',
        '8.8.8.8',
        'http://用户.中国',
        'ftp://u:p@a.cn',
      ],
      bad: ['a', 'a@b.cn', 'http://', 'http://a b.cn', '10.0.0.1', 'javascript:alert(1)', '@'.repeat(50_000)],
    },
  ],
  date: [
    {
      component: field('datetime'),
      good: ['', '2026-03-01T08:00:00+08:00'],
      bad: ['tomorrow', '2026-13-01'],
    },
  ],
  day: [
    {
      component: field('day', dayParts('day', {})),
      good: ['02/29/2024', '00/00/0000', ''],
      bad: ['02/29/2023', '13/01/2020', '04/31/2020', '1', 'a/b/c'],
    },
    { component: field('day', { ...dayParts('day', { hide: true }) }), good: ['02/2020'], bad: ['13/2020'] },
    { component: field('day', { dayFirst: true }), good: ['31/12/2020'], bad: ['12/31/2020'] },
  ],
  time: [
    { component: field('time'), good: ['', '23:59:59', '10:30'], bad: ['24:00:00', 'noon', '10'] },
    { component: field('time', { dataFormat: 'HH:mm' }), good: ['10:30'], bad: ['10:30:00'] },
  ],
  minDate: [
    {
      component: field('datetime', { widget: { minDate: '2026-01-02' } }),
      good: ['', '2026-01-02'],
      bad: ['2026-01-01'],
    },
    {
      component: field('day', { minDate: '2026-01-02' }),
      good: ['01/02/2026', '00/01/2020'],
      bad: ['01/01/2026'],
    },
  ],
  maxDate: [
    {
      component: field('datetime', { widget: { maxDate: '2026-01-02' } }),
      good: ['2026-01-02T23:00:00'],
      bad: ['2026-01-03T00:00:00'],
    },
    { component: field('day', { maxDate: '2026-01-02' }), good: ['01/02/2026'], bad: ['01/03/2026'] },
  ],
  minYear: [{ component: field('day', { minYear: '2000' }), good: ['01/01/2000', ''], bad: ['01/01/1999'] }],
  maxYear: [
    {
      component: field('day', dayParts('year', { maxYear: 2030 })),
      good: ['01/01/2030'],
      bad: ['01/01/2031'],
    },
  ],
  multiple: [
    {
      component: rule('textfield', { required: true }, { multiple: true }),
      good: [['a']],
      bad: ['a', [], undefined],
    },
  ],
  onlyAvailableItems: [
    {
      component: rule('radio', { onlyAvailableItems: true }, { values }),
      good: ['red', '1', 1, ''],
      bad: ['green', '2', true],
    },
    {
      component: rule('select', { onlyAvailableItems: true }, { dataSrc: 'values', data: { values } }),
      good: ['red', null],
      bad: ['green'],
    },
    {
      component: rule(
        'select',
        { onlyAvailableItems: true },
        { dataSrc: 'json', data: { json: '[{"a":1}]' } },
      ),
      good: [{ a: 1 }],
      bad: [{ a: 2 }, 'a'],
    },
    {
      component: rule('selectboxes', { onlyAvailableItems: true }, { values }),
      good: [{ red: true, '1': false }, {}],
      bad: [{ green: false }],
    },
  ],
  minSelectedCount: [
    {
      component: rule('selectboxes', { minSelectedCount: 2 }, { values }),
      good: [{ red: false }, { red: true, blue: true }],
      bad: [{ red: true }],
    },
  ],
  maxSelectedCount: [
    {
      component: rule('selectboxes', { maxSelectedCount: '1' }, { values }),
      good: [{ red: true }],
      bad: [{ red: true, blue: true }],
    },
  ],
  minRows: [
    {
      component: rule('editgrid', { minLength: 1 }, { components: [field('number', { key: 'y' })] }),
      good: [[{ y: 1 }]],
      bad: [[], undefined],
    },
  ],
  maxRows: [
    {
      component: rule('datagrid', { maxLength: '1' }, { components: [field('number', { key: 'y' })] }),
      good: [[{ y: 1 }], []],
      bad: [[{ y: 1 }, { y: 2 }]],
    },
  ],
  fileCount: [
    { component: field('file'), good: [[], [{ name: 'a' }]], bad: [[{ name: 'a' }, { name: 'b' }]] },
    { component: field('file', { multiple: true }), good: [[{ name: 'a' }, { name: 'b' }]], bad: [] },
  ],
  maxFiles: [
    {
      component: field('file', { multiple: true, maxFiles: 2 }),
      good: [[], [{ name: 'a' }, { name: 'b' }]],
      bad: [[{ name: 'a' }, { name: 'b' }, { name: 'c' }]],
    },
    { component: field('file', { multiple: true, maxFiles: 0 }), good: [[{ name: 'a' }]], bad: [] },
  ],
  fileSize: [
    {
      component: field('file', { fileMinSize: '1KB', fileMaxSize: '1.5MB' }),
      good: [[{ name: 'a', size: 1_572_864 }], []],
      bad: [[{ name: 'a', size: 1_572_865 }], [{ name: 'a', size: 1 }], [{ name: 'a' }]],
    },
  ],
  filePattern: [
    {
      component: field('file', { filePattern: '*.pdf, image/*,!.svg' }),
      good: [[{ name: 'A.PDF' }], [{ name: 'a', type: 'image/png' }]],
      bad: [[{ name: 'a.exe' }], [{ name: 'a.svg', type: 'image/svg+xml' }], [{ name: 'pdf' }]],
    },
  ],
  json: [
    {
      component: rule('textfield', { json: { in: [{ var: 'input' }, ['a', 'b']] } }),
      good: ['a'],
      bad: ['c', '', undefined],
    },
  ],
};

describe('each validation rule', () => {
  test('is registered once and has cases', () => {
    expect(RULES.map((each) => each.name).sort()).toEqual(Object.keys(CASES).sort());
  });

  const good = Object.entries(CASES).flatMap(([name, cases]) =>
    cases.flatMap(({ component, good }) => good.map((value) => ({ name, component, value }))),
  );
  test.each(good)('$name passes $value', ({ name, component, value }) => {
    expect(errorsOf([component], { x: value })).not.toContain(`x:${name}`);
  });

  const bad = Object.entries(CASES).flatMap(([name, cases]) =>
    cases.flatMap(({ component, bad }) => bad.map((value) => ({ name, component, value }))),
  );
  test.each(bad)('$name refuses $value', ({ name, component, value }) => {
    expect(errorsOf([component], { x: value })).toContain(`x:${name}`);
  });

  test('number holds for what logic puts into a field', () => {
    const logic = [
      { trigger: { type: 'json', json: { '!!': [1] } }, actions: [{ type: 'value', value: { cat: ['a'] } }] },
    ];
    expect(errorsOf([field('number', { logic })], { x: 1 })).toEqual(['x:type']);
  });

  test('an author pattern that backtracking would never finish takes no time', () => {
    const component = rule('textfield', { pattern: '((a+)+)+' });
    expect(errorsOf([component], { x: `${'a'.repeat(50_000)}b` })).toEqual(['x:pattern']);
  });

  test('text from a JSONLogic rule becomes the message', () => {
    const component = rule('textfield', { json: { if: [false, true, 'Please say more'] } });
    expect(errorsOf([component], { x: 'a' })).toEqual(['x:json']);
  });
});

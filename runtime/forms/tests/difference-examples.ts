import type { FormDefinition } from '../definition.ts';

export interface Example {
  readonly form: FormDefinition;
  readonly data: unknown;
}

const form = (...components: unknown[]): FormDefinition => ({ display: 'form', components });
const field = (type: string, more: Record<string, unknown> = {}): Record<string, unknown> => ({
  type,
  key: 'x',
  label: 'X',
  input: true,
  ...more,
});
const grid = (key: string, ...components: unknown[]): Record<string, unknown> =>
  field('datagrid', { key, components });
const values = ['1', '2', 'red'].map((value) => ({ label: value, value }));
const showWhen = (component: string, operator: string, value: unknown = ''): Record<string, unknown> => ({
  conditional: { show: true, conjunction: 'all', conditions: [{ component, operator, value }] },
});
const required = { validate: { required: true } };

/** A form and data on which each listed difference can be seen, by its id. */
export const EXAMPLES: Readonly<Record<string, Example>> = {
  'wrong-type': { form: form(field('textfield')), data: { x: { $ne: 1 } } },
  'reference-throws': { form: form(field('day')), data: { x: 5 } },
  'every-item': {
    form: form(field('textfield', { multiple: true, validate: { maxLength: 2 } })),
    data: { x: ['abc'] },
  },
  'empty-list-fits-mask': {
    form: form(field('phoneNumber', { multiple: true, inputMask: '999' })),
    data: { x: [] },
  },
  'numbers-are-choices': {
    form: form(field('radio', { values, validate: { onlyAvailableItems: true } })),
    data: { x: '7' },
  },
  'choice-text-of-number': {
    form: form(
      field('select', {
        dataSrc: 'json',
        data: { json: [1, 2] },
        dataType: 'string',
        validate: { onlyAvailableItems: true },
      }),
    ),
    data: { x: '1' },
  },
  'empty-radio': { form: form(field('radio', { values, dataType: 'number', ...required })), data: {} },
  'amounts-are-numbers': { form: form(field('currency')), data: { x: '4' } },
  'rows-are-counted': {
    form: form(
      field('datagrid', { components: [field('textfield', { key: 'y' })], validate: { maxLength: 1 } }),
    ),
    data: { x: [{ y: 'a' }, { y: 'b' }] },
  },
  'grids-not-sent': {
    form: form(
      field('datagrid', {
        components: [field('number', { key: 'y' })],
        validate: { json: { '!': [{ var: 'input' }] } },
      }),
    ),
    data: {},
  },
  'files-are-checked': {
    form: form(field('file', { filePattern: '.pdf', multiple: true })),
    data: { x: [{ name: 'a.exe', size: 1, type: 'application/octet-stream' }] },
  },
  'steps-hold': { form: form(field('number', { validate: { step: 0.5 } })), data: { x: 1.3 } },
  'always-calculated': { form: form(field('number', { calculateValue: { '+': [1, 2] } })), data: { x: 999 } },
  'calculation-without-number': {
    form: form(field('textfield', { calculateValue: { '/': [0, 0] }, calculateServer: true, ...required })),
    data: { x: 'a' },
  },
  'not-stored': { form: form(field('textfield', { persistent: false })), data: { x: 'a' } },
  'first-year-of-parts': {
    form: form(field('day', { fields: { day: {}, month: {}, year: { minYear: '2020' } } })),
    data: { x: '01/02/2001' },
  },
  'rows-inside-rows': {
    form: form(
      grid(
        'outer',
        field('textfield', { key: 'a' }),
        grid(
          'inner',
          field('textfield', { key: 'b', ...required, ...showWhen('outer.a', 'isEqual', 'yes') }),
        ),
      ),
    ),
    data: {
      outer: [
        { a: 'yes', inner: [{}, { b: '' }] },
        { a: 'no', inner: [] },
      ],
    },
  },
  'logic-per-row': {
    form: form(
      grid(
        'rows',
        field('textfield', { key: 'a' }),
        field('textfield', {
          key: 'b',
          logic: [
            {
              trigger: { type: 'json', json: { '==': [{ var: 'row.a' }, 'yes'] } },
              actions: [
                { type: 'property', property: { type: 'boolean', value: 'validate.required' }, state: true },
              ],
            },
          ],
        }),
      ),
    ),
    data: {
      rows: [
        { a: 'yes', b: 'filled in' },
        { a: 'no', b: '' },
      ],
    },
  },
  'surroundings-stay-hidden': {
    form: form(
      field('container', {
        key: 'box',
        hidden: true,
        components: [
          field('textfield', { key: 'a', ...required }),
          field('textfield', { key: 'b', ...showWhen('box', 'isEmpty') }),
          field('textfield', { key: 'c', ...required }),
        ],
      }),
    ),
    data: { box: {} },
  },
  'texts-hold-no-value': {
    form: form(
      grid(
        'rows',
        { type: 'content', key: 'text', input: false, html: 'Text' },
        field('textfield', { key: 'a' }),
      ),
      field('textfield', { ...required, ...showWhen('rows', 'isNotEmpty') }),
    ),
    data: { rows: [{ a: '' }], x: '' },
  },
  'emptiness-in-its-place': {
    form: form(
      field('container', {
        key: 'box',
        components: [field('container', { key: 'inner', components: [field('textfield', { key: 'a' })] })],
      }),
      field('textfield', { ...required, ...showWhen('box.inner', 'isEmpty') }),
    ),
    data: { box: { inner: { a: 'filled in' } }, x: '' },
  },
  'texts-in-containers': {
    form: form(
      field('textfield', { key: 'switch' }),
      field('container', {
        key: 'box',
        ...required,
        components: [
          {
            type: 'content',
            key: 'text',
            input: false,
            html: 'Text',
            ...showWhen('switch', 'isEqual', 'on'),
          },
          field('textfield', { key: 'a' }),
        ],
      }),
    ),
    data: { switch: 'off', box: { a: '' } },
  },
  'hidden-lists': {
    form: form(field('email', { multiple: true, hidden: true })),
    data: { x: [[]] },
  },
  'dates-are-texts': {
    form: form(
      field('hidden', { key: 'when' }),
      field('textfield', { ...required, ...showWhen('when', 'dateGreaterThan', '2001-01-01') }),
    ),
    data: { when: {}, x: '' },
  },
  'pattern-dialect': {
    form: form(field('textfield', { validate: { pattern: '.' } })),
    data: { x: '\u{1f600}' },
  },
  'mask-dialect': { form: form(field('textfield', { inputMask: '9' })), data: { x: '\uff15' } },
  'mask-name-without-text': {
    form: form(
      field('textfield', { allowMultipleMasks: true, inputMasks: [{ label: 'home', mask: '999' }] }),
    ),
    data: {},
  },
  limits: {
    form: form(grid('rows', field('textfield'))),
    data: { rows: Array.from({ length: 1_001 }, () => ({ x: 'a' })) },
  },
};

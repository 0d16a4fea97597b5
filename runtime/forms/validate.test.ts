import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compileForm, FormDefinitionError } from './compile.ts';
import { COMPONENT_TYPES } from './component-registry.ts';
import { NAUGHTY_TEXTS } from './tests/naughty.ts';
import { dataOf, errorsOf, field } from './tests/outcome.ts';
import { validate } from './validate.ts';

const text = (key: string, more: Record<string, unknown> = {}) => field('textfield', { key, ...more });
const number = (key: string, more: Record<string, unknown> = {}) => field('number', { key, ...more });
const required = { validate: { required: true } };
const shownIf = (component: string, value: unknown) => ({
  conditional: { show: true, conjunction: 'all', conditions: [{ component, operator: 'isEqual', value }] },
});

describe('validate', () => {
  test('names the place, component, label and rule of an error', () => {
    const items = field('datagrid', {
      key: 'items',
      components: [number('qty', { label: 'Quantity', validate: { min: 1 } })],
    });
    const result = validate(compileForm({ components: [items] }), { items: [{ qty: 5 }, { qty: 0 }] });
    expect(result.valid).toBe(false);
    expect(result.errors).toEqual([
      { path: 'items[1].qty', key: 'qty', label: 'Quantity', rule: 'min', params: { min: 1 } },
    ]);
  });

  test('leaves what it is given as it is, and shares nothing with it', () => {
    const box = field('container', { key: 'box', components: [text('a', { defaultValue: 'd' })] });
    const data = { box: { b: 1 } };
    const result = validate(compileForm({ components: [box] }), data);
    expect(result.data).toEqual({ box: { a: 'd' } });
    expect(data).toEqual({ box: { b: 1 } });
    expect(validate(compileForm({ components: [box] }), data).data).toEqual(result.data);
  });

  test('drops unknown keys', () => {
    expect(dataOf([text('a')], { a: 'x', b: 'y' })).toEqual({ a: 'x' });
  });

  test('puts in default values where nothing was sent, but not into numbers', () => {
    expect(dataOf([text('a', { defaultValue: 'd' }), number('n', { defaultValue: 7 })], {})).toEqual({
      a: 'd',
    });
    expect(dataOf([text('a', { defaultValue: 'd' })], { a: '' })).toEqual({ a: '' });
  });

  test('removes and does not validate what a condition hides, with all that is in it', () => {
    const panel = {
      type: 'panel',
      key: 'p',
      input: false,
      components: [text('b', required)],
      ...shownIf('a', 'yes'),
    };
    expect(errorsOf([text('a'), panel], { a: 'no', b: '' })).toEqual([]);
    expect(dataOf([text('a'), panel], { a: 'no', b: 'secret' })).toEqual({ a: 'no' });
    expect(errorsOf([text('a'), panel], { a: 'yes', b: '' })).toEqual(['b:required']);
    expect(
      dataOf([text('a'), text('b', { clearOnHide: false, ...shownIf('a', 'yes') })], { b: 'kept' }),
    ).toEqual({ b: 'kept' });
  });

  test('does not validate what the author has hidden, but keeps it', () => {
    expect(errorsOf([text('a', { hidden: true, ...required })], { a: '' })).toEqual([]);
    expect(dataOf([text('a', { hidden: true })], { a: 'x' })).toEqual({ a: 'x' });
    expect(errorsOf([text('a', { hidden: true, validateWhenHidden: true, ...required })], {})).toEqual([
      'a:required',
    ]);
  });

  test('stores nothing of the wrong type, not even where it is hidden', () => {
    expect(dataOf([text('a', { hidden: true })], { a: { $ne: 1 } })).toEqual({});
  });

  test('uses and then drops what is not persistent', () => {
    const components = [text('a', { persistent: false }), text('b', shownIf('a', 'yes'))];
    expect(dataOf(components, { a: 'yes', b: 'x' })).toEqual({ b: 'x' });
  });

  test('computes values whatever was sent', () => {
    const sum = number('sum', { calculateValue: { '*': [{ var: 'row.qty' }, { var: 'row.price' }] } });
    const items = field('datagrid', { key: 'items', components: [number('qty'), number('price'), sum] });
    expect(dataOf([items], { items: [{ qty: 2, price: 3, sum: 999 }] })).toEqual({
      items: [{ qty: 2, price: 3, sum: 6 }],
    });
  });

  test('lets a sent value stand where the author allows it', () => {
    const own = number('n', { calculateValue: { '+': [1, 1] }, allowCalculateOverride: true });
    expect(dataOf([own], { n: 5 })).toEqual({ n: 5 });
    expect(dataOf([own], {})).toEqual({ n: 2 });
  });

  test('applies logic to hidden, required and value', () => {
    const when = { type: 'simple', simple: { show: true, when: 'a', eq: 'yes' } };
    const property = (value: string, state: boolean) => ({
      type: 'property',
      property: { type: 'boolean', value },
      state,
    });
    const logic = (action: unknown) => ({ logic: [{ trigger: when, actions: [action] }] });
    expect(
      errorsOf([text('a'), text('b', logic(property('validate.required', true)))], { a: 'yes' }),
    ).toEqual(['b:required']);
    expect(errorsOf([text('a'), text('b', logic(property('validate.required', true)))], { a: 'no' })).toEqual(
      [],
    );
    expect(dataOf([text('a'), text('b', logic(property('hidden', true)))], { a: 'yes', b: 'x' })).toEqual({
      a: 'yes',
    });
    expect(
      dataOf([text('a'), text('b', logic({ type: 'value', value: { cat: ['s', 'et'] } }))], { a: 'yes' }),
    ).toEqual({
      a: 'yes',
      b: 'set',
    });
  });

  test('keeps rows without values in their place', () => {
    const items = field('editgrid', { key: 'items', components: [text('a')] });
    expect(dataOf([items], { items: [{}, { a: 'x' }] })).toEqual({ items: [{}, { a: 'x' }] });
  });

  test('takes keys with dots for places in objects', () => {
    expect(dataOf([text('a.b')], { a: { b: 'x', c: 1 } })).toEqual({ a: { b: 'x' } });
    expect(errorsOf([text('a.b', required)], {})).toEqual(['a.b:required']);
  });

  test('takes the pages of a wizard for panels', () => {
    const page = { type: 'panel', key: 'page1', input: false, components: [text('a', required)] };
    expect(validate(compileForm({ display: 'wizard', components: [page] }), {}).errors).toHaveLength(1);
  });

  test('uses the message of the author, by component, by rule or from the rule itself', () => {
    const messageOf = (more: Record<string, unknown>) =>
      validate(compileForm({ components: [text('a', more)] }), { a: 'x' }).errors[0]?.message;
    expect(messageOf({ validate: { pattern: 'y', customMessage: 'All' } })).toBe('All');
    expect(messageOf({ validate: { pattern: 'y' }, errors: { pattern: 'Own' } })).toBe('Own');
    expect(messageOf({ validate: { pattern: 'y', patternMessage: 'Form' } })).toBe('Form');
    expect(messageOf({ validate: { json: { cat: ['From ', 'rule'] } } })).toBe('From rule');
  });
});

describe('hostile submissions', () => {
  test.each([null, undefined, 1, 'text', true, [], [[]], () => 1, Symbol('x'), 10n])(
    'refuses %p in place of data',
    (data) => {
      expect(errorsOf([text('a')], data)).toEqual([':type']);
    },
  );

  test('ignores keys that reach for prototypes', () => {
    const data = JSON.parse(
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"a":{"__proto__":{"b":1}}}',
    );
    const box = field('hidden', { key: 'a' });
    expect(dataOf([box], data)).toEqual({ a: {} });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test('refuses data that is too deep, too large or has too many rows', () => {
    let deep: unknown = 1;
    for (let i = 0; i < 100_000; i += 1) deep = [deep];
    expect(errorsOf([field('hidden', { key: 'a' })], { a: deep })).toEqual(['a:depth']);
    expect(errorsOf([text('a')], { a: 'x'.repeat(300_000) })).toEqual(['a:size']);
    expect(errorsOf([text('a')], { b: Array.from({ length: 1_001 }, () => 1) })).toEqual(['b:rows']);
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    expect(errorsOf([text('a')], circle)).toEqual(['self.self:depth']);
  });

  test('answers to getters that throw', () => {
    const data = Object.defineProperty({}, 'a', {
      enumerable: true,
      get: () => {
        throw new Error('no');
      },
    });
    expect(errorsOf([text('a')], data)).toEqual([':malformed']);
  });

  test('stops rules that do too much work, at the component', () => {
    const accumulator = { var: 'accumulator' };
    const nested = { reduce: [{ var: 'data.list' }, { cat: [accumulator, accumulator] }, 'x'] };
    const data = { list: Array.from({ length: 900 }, () => 1) };
    const components = [field('hidden', { key: 'list' }), text('a', { calculateValue: nested })];
    expect(errorsOf(components, data)).toEqual(['a:budget']);
    expect(
      errorsOf([field('hidden', { key: 'list' }), text('a', { validate: { json: nested } })], data),
    ).toEqual(['a:json']);
  });

  test.each(COMPONENT_TYPES.filter((type) => !['container', 'datagrid', 'editgrid'].includes(type)))(
    '%s answers to every naughty text and keeps it whole',
    (type) => {
      const compiled = compileForm({ components: [field(type, { validate: { minLength: 1 } })] });
      for (const naughty of NAUGHTY_TEXTS) {
        const { valid, data } = validate(compiled, { x: naughty });
        if (valid && ['textfield', 'textarea', 'password', 'hidden'].includes(type))
          expect(data).toEqual({ x: naughty });
      }
    },
  );

  test('never throws, whatever JSON it gets', () => {
    const components = COMPONENT_TYPES.filter((type) => !['table', 'columns', 'tabs'].includes(type)).map(
      (type) => ({
        type,
        key: `k${type}`,
        input: true,
        validate: { required: true },
        components: ['container', 'datagrid', 'editgrid', 'panel'].includes(type)
          ? [text(`in${type}`, required)]
          : undefined,
        conditional: { show: true, when: 'khidden', eq: 'x' },
      }),
    );
    const compiled = compileForm({ components });
    const keys = fc.constantFrom(...components.map((component) => component.key), '__proto__', 'khidden');
    fc.assert(
      fc.property(fc.dictionary(keys, fc.jsonValue({ maxDepth: 4 })), (data) => {
        expect(typeof validate(compiled, data).valid).toBe('boolean');
      }),
      { seed: 4_711, numRuns: 500 },
    );
  });
});

describe('compileForm', () => {
  test('refuses a definition that the gate refuses', () => {
    expect(() => compileForm({ components: [text('a', { validate: { custom: 'valid = true' } })] })).toThrow(
      FormDefinitionError,
    );
  });
});

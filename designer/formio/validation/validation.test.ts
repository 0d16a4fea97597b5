import { describe, expect, test } from '@jest/globals';
import { compilePattern } from '@oneplan/runtime/forms/pattern.ts';
import { namedPatterns, nameOfPattern, patternNamed } from './named-patterns.ts';
import { contradictions, hasOtherRules, ruleFieldsOf, ruleValue, withRule } from './rule-fields.ts';

describe('named patterns', () => {
  test.each(namedPatterns)(
    '$name can be run, fits its example, and nothing with a line more',
    ({ pattern, example }) => {
      const fits = compilePattern(pattern);
      expect(fits?.(example)).toBe(true);
      expect(fits?.(`${example}#`)).toBe(false);
    },
  );

  test.each([
    ['mobile', '12800138000'],
    ['idCard', '44030520120901001'],
    ['pupilNumber', '440305201209010017'],
    ['chineseName', 'Lin'],
    ['schoolYear', '2026'],
  ])('%s refuses %s', (name, text) => {
    expect(compilePattern(patternNamed(name)?.pattern ?? '')?.(text)).toBe(false);
  });

  test('are known again by what is stored; what an author wrote is another, nothing is none', () => {
    for (const { name, pattern } of namedPatterns) expect(nameOfPattern(pattern)).toBe(name);
    expect(nameOfPattern('A\\d{3}')).toBe('other');
    expect(nameOfPattern('')).toBe('none');
    expect(nameOfPattern(undefined)).toBe('none');
  });
});

describe('rules of a component', () => {
  const rule = (type: string, name: string) => {
    const found = ruleFieldsOf({ type }).find((it) => it.name === name);
    if (!found) throw new Error(`${type} has no rule ${name}`);
    return found;
  };

  test('are those that mean something for its type', () => {
    expect(ruleFieldsOf({ type: 'number' }).map(({ name }) => name)).toEqual([
      'required',
      'min',
      'max',
      'step',
    ]);
    expect(ruleFieldsOf({ type: 'panel', input: false })).toEqual([]);
    expect(ruleFieldsOf({ type: 'signature', input: true }).map(({ name }) => name)).toEqual(['required']);
  });

  test('are set and taken out without a trace, and leave everything else as it is', () => {
    const component = { type: 'textfield', key: 'title', validate: { json: { '!!': [1] } } };
    const limited = withRule(component, rule('textfield', 'maxLength'), 20);
    expect(limited).toEqual({ ...component, validate: { json: { '!!': [1] }, maxLength: 20 } });
    expect(withRule(limited, rule('textfield', 'maxLength'), null)).toEqual(component);
    expect(withRule({ type: 'file', fileMaxSize: '5MB' }, rule('file', 'fileMaxSize'), '')).toEqual({
      type: 'file',
    });
    expect(
      withRule({ type: 'radio', validate: { required: true } }, rule('radio', 'required'), false),
    ).toEqual({ type: 'radio' });
    expect(hasOtherRules(component)).toBe(true);
  });

  test('that Form.io stores as an empty text are not set', () => {
    expect(
      ruleValue({ type: 'textfield', validate: { maxLength: '' } }, rule('textfield', 'maxLength')),
    ).toBeUndefined();
  });

  test('rows of a grid are counted where Form.io counts them', () => {
    expect(withRule({ type: 'datagrid' }, rule('datagrid', 'maxRows'), 3)).toEqual({
      type: 'datagrid',
      validate: { maxLength: 3 },
    });
  });

  test('contradict each other when the least is more than the most', () => {
    expect(contradictions({ type: 'number', validate: { min: 8, max: 4 } })).toEqual([['min', 'max']]);
    expect(contradictions({ type: 'number', validate: { min: 4, max: 8 } })).toEqual([]);
    expect(contradictions({ type: 'number', validate: { min: 4 } })).toEqual([]);
  });
});

import { describe, expect, test } from '@jest/globals';
import { countedAs, freeOptionValue, optionList, withOptionList } from './option-list.ts';

const options = [{ value: 'honour', label: '荣誉称号' }];
const added = { value: 'option-2', label: '海洋科创', mapsTo: 'honour' };

describe('the options of a choice', () => {
  test.each([
    { type: 'radio', key: 'kind', values: options },
    { type: 'select', key: 'kind', dataSrc: 'values', data: { values: options } },
  ])('stand where a $type has them, with what they count as', (component) => {
    expect(optionList(component)).toEqual(options);
    const next = withOptionList(component, [...options, added]);
    expect(optionList(next)).toEqual([...options, added]);
    expect(next).toMatchObject({ type: component.type, key: 'kind' });
  });

  test('are none for what is no choice', () => {
    expect(optionList({ type: 'textfield', key: 'title' })).toBeUndefined();
  });

  test('get values that no other has, and count as themselves when nothing is said', () => {
    expect(freeOptionValue([{ value: 'option-2', label: '' }])).toBe('option-3');
    expect(countedAs(added, undefined)).toEqual({ value: 'option-2', label: '海洋科创' });
    expect(countedAs(added, 'x').mapsTo).toBe('x');
  });
});

import { describe, expect, test } from '@jest/globals';
import { fileTypesOf, megabytesOf, withFileTypes } from './file-types.ts';
import { optionsFromLines, optionsOf, withOptions } from './options.ts';
import { paletteKindOf } from './palette-kind.ts';
import { scaleOf, scaleOptions } from './rating-scales.ts';

describe('the components of our own palette', () => {
  test.each([
    [{ type: 'pupil' }, 'pupil'],
    [{ type: 'file' }, 'evidence'],
    [{ type: 'select', properties: { palette: 'term' } }, 'term'],
    [{ type: 'radio', properties: { palette: 'rating' } }, 'rating'],
    [{ type: 'number', properties: { palette: 'hours' } }, 'hours'],
    [{ type: 'number' }, undefined],
    [{ type: 'radio', properties: { palette: 'term' } }, undefined],
  ])('%j is %s', (component, kind) => {
    expect(paletteKindOf(component)).toBe(kind);
  });
});

describe('options as lines', () => {
  const before = [
    { value: 'u1', label: '深圳图书馆' },
    { value: 'u3', label: '莲花山公园' },
  ];

  test('keep the value of what stays, and never use one twice', () => {
    expect(optionsFromLines('深圳图书馆\n\n  少年宫 \n少年宫', before)).toEqual([
      { value: 'u1', label: '深圳图书馆' },
      { value: 'u4', label: '少年宫' },
    ]);
  });

  test('stand where Form.io keeps them', () => {
    const select = withOptions({ type: 'select', key: 'unit', data: { json: '' } }, before);
    expect(select).toEqual({
      type: 'select',
      key: 'unit',
      dataSrc: 'values',
      data: {
        json: '',
        values: [
          { label: '深圳图书馆', value: 'u1' },
          { label: '莲花山公园', value: 'u3' },
        ],
      },
    });
    expect(optionsOf(select)).toEqual(before);
    expect(optionsOf(withOptions({ type: 'radio' }, before))).toEqual(before);
  });
});

describe('kinds of file', () => {
  test.each([
    ['.jpg,.jpeg,.png,.webp,.pdf', ['pictures', 'pdf']],
    ['image/*,application/pdf', ['pictures', 'pdf']],
    ['image/*', ['pictures']],
    ['.pdf', ['pdf']],
    ['', ['pictures', 'pdf']],
    ['.docx', []],
  ])('of %s are %j', (filePattern, types) => {
    expect(fileTypesOf({ type: 'file', filePattern })).toEqual(types);
  });

  test('are stored as media types', () => {
    expect(withFileTypes({ type: 'file' }, ['pdf'])).toMatchObject({ filePattern: 'application/pdf' });
    expect(withFileTypes({ type: 'file' }, [])).toMatchObject({ filePattern: 'image/*,application/pdf' });
  });

  test('and the size is read in megabytes only', () => {
    expect(megabytesOf({ fileMaxSize: '5MB' })).toBe(5);
    expect(megabytesOf({ fileMaxSize: '500KB' })).toBeUndefined();
  });
});

test('a scale is known again by its values, whatever its words are', () => {
  const component = withOptions(
    { type: 'radio' },
    scaleOptions('fourGrades', ['优秀', '良好', '合格', '待努力']),
  );
  expect(optionsOf(component)[0]).toEqual({ value: 'A', label: '优秀' });
  expect(scaleOf(component)).toBe('fourGrades');
  expect(scaleOf(withOptions(component, [{ value: 'x', label: '其他' }]))).toBeUndefined();
  expect(scaleOptions('fivePoints', [])[4]).toEqual({ value: '5', label: '5' });
});

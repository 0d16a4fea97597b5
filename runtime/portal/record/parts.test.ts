import { expect, test } from '@jest/globals';
import type { RecordForm } from '../../contracts/api/records.ts';
import { byDimension, partsOf } from './parts.ts';

const form = (formKey: string, dimension: string, part = '突出表现'): RecordForm => ({
  formKey,
  name: formKey,
  description: '',
  part,
  dimension,
  used: 2,
  cap: 5,
  closed: null,
});

test('counts a part once, however many forms it has', () => {
  expect(partsOf([form('a', '体育'), form('b', '艺术')])).toEqual([{ part: '突出表现', used: 2, cap: 5 }]);
});

test('groups forms by dimension in the order of the plan', () => {
  const groups = byDimension([form('a', '体育'), form('b', '艺术'), form('c', '体育')]);
  expect(groups.map((group) => [group.dimension, group.forms.map((one) => one.formKey)])).toEqual([
    ['体育', ['a', 'c']],
    ['艺术', ['b']],
  ]);
});

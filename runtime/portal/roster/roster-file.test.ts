import { expect, test } from '@jest/globals';
import { rosterFault, rosterFormat, rosterLimit } from './roster-file.ts';

test('knows a format by the ending, in any case', () => {
  expect([
    rosterFormat('名册.XLSX'),
    rosterFormat('a.b.csv'),
    rosterFormat('名册.xls'),
    rosterFormat('名册'),
  ]).toEqual(['xlsx', 'csv', null, null]);
});

test('refuses other files and such as are too large, before anything is sent', () => {
  expect(rosterFault({ name: '名册.pdf', size: 1 })).toBe('wrongType');
  expect(rosterFault({ name: '名册.xlsx', size: rosterLimit + 1 })).toBe('tooLarge');
  expect(rosterFault({ name: '名册.xlsx', size: rosterLimit })).toBeNull();
});

import { expect, test } from '@jest/globals';
import { nextAct } from './next-act.ts';

const city = { id: 'city', name: '深圳市', kind: 'city' };

test.each([
  ['draft', null, 'publish'],
  ['published', null, 'publish'],
  ['draft', city, 'file'],
  ['checked', city, 'file'],
  ['returned', city, 'file'],
  ['published', city, 'file'],
  ['filed', city, 'wait'],
  ['accepted', city, 'publish'],
] as const)('a %s draft of a layer whose authority is %p: %s', (state, authority, act) => {
  expect(nextAct({ state, authority })).toBe(act);
});

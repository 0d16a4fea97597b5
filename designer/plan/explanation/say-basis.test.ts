import { expect, test } from '@jest/globals';
import { sayBasis } from './say-basis.ts';

test.each([
  [{ number: '深教规〔2020〕6号', title: '方案', clause: '三（一）' }, '《方案》 深教规〔2020〕6号 三（一）'],
  [
    { number: '深教规〔2020〕6号', title: '《方案》（试行）', clause: undefined },
    '《方案》 深教规〔2020〕6号',
  ],
  [{ number: 'sz-plan', title: '', clause: '五' }, 'sz-plan 五'],
  [undefined, ''],
])('a basis is quoted as documents quote it', (basis, said) => {
  expect(sayBasis(basis)).toBe(said);
});

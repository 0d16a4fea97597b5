import { expect, test } from '@jest/globals';
import type { Me } from '../../contracts/api/session.ts';
import { hasRole, unitsWithRole } from './own-units.ts';

const id = (n: number) => `0b0f3a52-6b7e-4c0e-9f3f-2d1f4f1f0a0${n}`;
const unit = (n: number) => ({ id: id(n), name: `八(${n})班`, kind: 'class' });
const me: Me = {
  user: { id: id(9), name: '周老师', username: 'zhou' },
  memberships: [
    { role: 'class-teacher', orgUnit: unit(1) },
    { role: 'subject-teacher', orgUnit: unit(1) },
    { role: 'subject-teacher', orgUnit: unit(2) },
  ],
  student: null,
  children: [],
  permissions: [],
  csrfToken: 't',
};

test('names a unit once even where several roles are held at it', () => {
  expect(unitsWithRole(me, ['class-teacher', 'subject-teacher']).map((one) => one.id)).toEqual([
    id(1),
    id(2),
  ]);
});

test('leaves out units at which only other roles are held', () => {
  expect(unitsWithRole(me, ['class-teacher']).map((one) => one.id)).toEqual([id(1)]);
  expect(hasRole(me, 'principal')).toBe(false);
});

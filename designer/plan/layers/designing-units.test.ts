import { expect, test } from '@jest/globals';
import { designingUnits } from './designing-units.ts';

const city = { id: 'city', name: '深圳市', kind: 'city' };
const school = { id: 'school', name: '实验学校', kind: 'school' };

test('a person designs for the authorities and schools that she administers, each once, not where she teaches', () => {
  expect(
    designingUnits({
      memberships: [
        { role: 'class-teacher', orgUnit: { id: 'class', name: '八(3)班', kind: 'class' } },
        { role: 'school-admin', orgUnit: school },
        { role: 'principal', orgUnit: school },
        { role: 'city-admin', orgUnit: city },
      ],
    }),
  ).toEqual([school, city]);
});

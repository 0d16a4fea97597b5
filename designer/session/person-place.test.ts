import { expect, test } from '@jest/globals';
import { personPlace } from './person-place.ts';

const at = (role: 'district-admin' | 'guardian', name: string) => ({
  role,
  orgUnit: { id: name, name, kind: 'district' },
});

test('a person is placed by the role that designs, wherever it stands in the list', () => {
  const me = { memberships: [at('guardian', '八(3)班'), at('district-admin', '南山区')] };

  expect(personPlace(me, (role) => `<${role}>`)).toBe('南山区 · <district-admin>');
});

test('somebody without a membership has no place', () => {
  expect(personPlace({ memberships: [] }, String)).toBe('');
});

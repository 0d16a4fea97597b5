import { describe, expect, test } from '@jest/globals';
import type { Me } from '../../contracts/api/session.ts';
import { placeOf, railPlaces, tabPlaces } from './navigation.ts';

const id = '0b0f3a52-6b7e-4c0e-9f3f-2d1f4f1f0a01';
const person = (more: Partial<Me>): Me => ({
  user: { id, name: '甲', username: 'a' },
  memberships: [],
  student: null,
  children: [],
  permissions: [],
  csrfToken: 't',
  ...more,
});
const student = { id, name: '林一诺', className: '八(3)班', schoolName: '南山实验' };

describe('the bottom tabs', () => {
  test('of a pupil are 首页, 待办, 记录, 我的', () => {
    expect(tabPlaces(person({ student, permissions: ['task.list', 'notice.list'] }))).toEqual([
      'home',
      'inbox',
      'records',
      'me',
    ]);
  });

  test('of a teacher lead to the pupils where a pupil’s lead to the own records', () => {
    const permissions: Me['permissions'] = ['task.list', 'student.list', 'notice.list'];
    expect(tabPlaces(person({ permissions }))).toEqual(['home', 'inbox', 'students', 'me']);
  });

  test('are never more than four', () => {
    const permissions: Me['permissions'] = [
      'task.list',
      'student.list',
      'notice.list',
      'roster.import',
      'audit.read',
    ];
    expect(tabPlaces(person({ permissions, student }))).toHaveLength(4);
  });
});

describe('the side rail', () => {
  test('offers nothing that the person has no permission for', () => {
    expect(railPlaces(person({ permissions: ['audit.read'] }))).toEqual(['home', 'audit', 'me']);
  });

  test('keeps the designer from pupils and guardians', () => {
    expect(railPlaces(person({ student, permissions: ['plan.read'] }))).not.toContain('designer');
  });
});

describe('the place of an address', () => {
  test.each([
    ['/', 'home'],
    ['/units/1', 'home'],
    ['/inbox/1', 'inbox'],
    ['/records/new/b-r01', 'records'],
    ['/students/1/records', 'students'],
    ['/students/1/archive', 'students'],
    ['/me', 'me'],
    ['/notifications', null],
  ])('%s is %s', (pathname, place) => {
    expect(placeOf(pathname)).toBe(place);
  });
});

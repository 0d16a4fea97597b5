import { expect, test } from '@jest/globals';
import { freshRecord } from './fresh-record.ts';

test('a new record is called by its first field of text', () => {
  const components = [
    { path: 'kind', type: 'radio' },
    { path: 'subject', type: 'textfield' },
  ];
  expect(freshRecord('practice', 'practice-flow', components)).toEqual({
    form: 'practice',
    process: 'practice-flow',
    createdBy: ['pupil'],
    permission: { readable: '*', editable: '*' },
    title: 'subject',
    summary: [],
  });
});

test('where there is none, by its first field', () => {
  expect(freshRecord('f', 'p', [{ path: 'kind', type: 'radio' }]).title).toBe('kind');
});

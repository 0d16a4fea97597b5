import { expect, test } from '@jest/globals';
import { withTicked } from './ticked-fields.ts';

const title = [{ form: 'practice', components: ['title'] }];

test('a field that is ticked joins the list of its form', () => {
  expect(withTicked(title, 'practice', 'hours', true)).toEqual([
    { form: 'practice', components: ['title', 'hours'] },
  ]);
  expect(withTicked(title, 'labour', 'place', true)).toEqual([
    ...title,
    { form: 'labour', components: ['place'] },
  ]);
});

test('a form of which nothing is left has no list', () => {
  expect(withTicked(title, 'practice', 'title', false)).toEqual([]);
  expect(withTicked([], 'practice', 'title', false)).toEqual([]);
});

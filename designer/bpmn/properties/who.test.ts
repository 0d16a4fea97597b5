import { expect, test } from '@jest/globals';
import { choiceOf, initiatorChoice, peopleOf } from './who.ts';

test.each([
  [{ candidateGroups: 'class-teacher' }, 'role:class-teacher'],
  [{ candidateGroups: 'class-teacher,grade-leader' }, 'role:class-teacher,grade-leader'],
  [{ assignee: initiatorChoice.replace('assignee:', '') }, initiatorChoice],
  [{}, ''],
])('%j is the choice %s and back', (people, choice) => {
  expect(choiceOf(people)).toBe(choice);
  expect(JSON.parse(JSON.stringify(peopleOf(choice)))).toEqual(people);
});

test('an assignee counts before roles, as in the engine', () => {
  expect(choiceOf({ assignee: 'u1', candidateGroups: 'class-teacher' })).toBe('assignee:u1');
});

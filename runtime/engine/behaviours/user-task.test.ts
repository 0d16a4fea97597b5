import { describe, expect, test } from '@jest/globals';
import { graphBeside, NOW, Play, summary } from '../fixtures/play.ts';

const graph = await graphBeside(import.meta.url, 'user-task.bpmn');
const variables = {
  title: '足球',
  reviewer: 'u1',
  extra: ['u2', 'u3'],
  groups: 'grade-head, moral-office ,class-teacher',
  form: 'record-decision',
  due: '2026-09-30T18:00:00+08:00',
  rank: '70',
};

describe('user task', () => {
  test('settles people, form, dates and priority when it is created', () => {
    const effects = new Play(graph).start(variables);
    expect(effects.at(-1)).toEqual({
      type: 'user-task-created',
      token: 2,
      elementId: 'review',
      name: '确认 足球',
      formKey: 'record-decision',
      assignee: 'u1',
      candidateUsers: ['u2', 'u3', 'u9'],
      candidateGroups: ['class-teacher', 'grade-head', 'moral-office'],
      dueDate: Date.UTC(2026, 8, 30, 10),
      followUpDate: Date.UTC(2026, 9, 7),
      priority: 70,
    });
  });

  test('nothing is null: an assignee, form or due date of null or "" is left out', () => {
    const empty = { ...variables, reviewer: null, form: '', due: null, extra: null };
    const task = new Play(graph).start(empty).at(-1);
    for (const key of ['assignee', 'formKey', 'dueDate']) expect(task).not.toHaveProperty(key);
    expect(task).toMatchObject({ candidateUsers: ['u9'] });
  });

  test('counts a due date that is a duration from now', () => {
    expect(new Play(graph).start({ ...variables, due: 'P2D' }).at(-1)).toMatchObject({
      dueDate: NOW + 2 * 86_400_000,
    });
  });

  test('goes to the user who started the instance by camunda:initiator', () => {
    const play = new Play(graph);
    play.start(variables, 'pupil-7');
    expect(play.pass('review').at(-1)).toEqual({
      type: 'user-task-created',
      token: 3,
      elementId: 'plain',
      name: 'plain',
      assignee: 'pupil-7',
      candidateUsers: [],
      candidateGroups: [],
      priority: 50,
    });
    expect(play.variables.starter).toBe('pupil-7');
  });

  test('completing sets the variables, then ends the task, then goes on', () => {
    const play = new Play(graph);
    play.start(variables, 'p');
    expect(summary(play.pass('review', { outcome: 'confirmed', remark: '' }))).toEqual([
      'variables outcome remark',
      'user-task-ended review completed',
      'activity ended review',
      'flow review.plain',
      'activity-started plain',
      'user-task-created plain',
    ]);
    expect(play.variables).toMatchObject({ outcome: 'confirmed', remark: '' });
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['a variable that is not set', { title: '足球' }, 'formKey of "review"'],
    ['a due date that is none', { ...variables, due: '下周五' }, 'dueDate of "review"'],
    ['a priority that is no number', { ...variables, rank: 'high' }, 'priority of "review"'],
    ['an assignee that is an object', { ...variables, reviewer: { id: 1 } }, 'assignee of "review"'],
  ])('%s refuses the step and names element and attribute', (_, given, message) => {
    expect(() => new Play(graph).start(given)).toThrow(new RegExp(`^${message}`));
  });
});

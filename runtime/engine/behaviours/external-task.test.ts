import { describe, expect, test } from '@jest/globals';
import { graphBeside, Play, summary } from '../fixtures/play.ts';

const graph = await graphBeside(import.meta.url, 'external-task.bpmn');
const variables = { kind: 'open', rank: 9, classId: 'c-1', days: 5, other: true };

describe('external task', () => {
  test('is offered under its topic with priority and the variables of its input mapping', () => {
    expect(new Play(graph).start(variables).at(-1)).toEqual({
      type: 'external-task-created',
      token: 2,
      elementId: 'open',
      topic: 'notice.open',
      priority: 9,
      variables: { audience: 'c-1', days: 5 },
    });
  });

  test('takes the priority of the process when it has none of its own', () => {
    const play = new Play(graph);
    play.start(variables);
    expect(play.pass('open').at(-1)).toEqual({
      type: 'external-task-created',
      token: 3,
      elementId: 'tell',
      topic: 'notify',
      priority: 3,
    });
  });

  test('completing sets the variables that the worker brings', () => {
    const play = new Play(graph);
    play.start(variables);
    expect(summary(play.pass('open', { noticeId: 'n-1', days: 6 })).slice(0, 4)).toEqual([
      'variables days',
      'variables noticeId',
      'external-task-ended open completed',
      'activity ended open',
    ]);
    // days is local to the task, so the variable of the process keeps its value
    expect(play.variables).toEqual({ ...variables, noticeId: 'n-1' });
  });

  test('cannot be completed as a user task', () => {
    const play = new Play(graph);
    play.start(variables);
    expect(() => play.send({ type: 'complete-user-task', token: 2, variables: {} })).toThrow(
      expect.objectContaining({ code: 'TOKEN_MISMATCH', elementId: 'open' }),
    );
  });
});

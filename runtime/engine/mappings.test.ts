import { describe, expect, test } from '@jest/globals';
import { graphBeside, Play, summary } from './fixtures/play.ts';

const graph = await graphBeside(import.meta.url, 'mappings.bpmn');
const variables = { teacher: 't-1', n: 1, verdict: null };

describe('input and output mappings', () => {
  test('inputs are evaluated around the activity and stay local to it', () => {
    const play = new Play(graph);
    const effects = play.start(variables);
    // label reads the n of the process, not the local n that comes after it
    expect(play.state?.t).toEqual([{ i: 2, e: 'review', l: { reviewer: 't-1', label: '第 1 次', n: 2 } }]);
    expect(effects).toContainEqual({
      type: 'variables-changed',
      names: ['reviewer', 'label', 'n'],
      activity: 2,
    });
    expect(effects.at(-1)).toMatchObject({ assignee: 't-1' });
    expect(play.variables).toEqual(variables);
  });

  test('outputs are evaluated inside and set outside, after the conditions of the flows', () => {
    const play = new Play(graph);
    play.start(variables);
    expect(summary(play.pass('review', { verdict: 'good', n: 5 })).slice(0, 7)).toEqual([
      'variables n',
      'variables verdict',
      'user-task-ended review completed',
      'activity ended review',
      'variables result',
      'variables seen',
      'flow to-e',
    ]);
    expect(play.variables).toEqual({ teacher: 't-1', n: 1, verdict: 'good', result: 'good', seen: 5 });
  });

  test('locals of a subprocess are seen and changed by what is inside', () => {
    const play = new Play(graph);
    play.start(variables);
    const effects = play.pass('review', { verdict: 'good' });
    expect(effects.at(-1)).toMatchObject({ elementId: 'inner', assignee: 'local' });
    play.pass('inner', { teacher: 'changed', round: 2 });
    expect(play.ended).toBe('completed');
    expect(play.variables).toMatchObject({ teacher: 't-1', rounds: 2 });
  });

  test.each<[string, Record<string, unknown>]>([
    ['a name that reaches a prototype', JSON.parse('{"__proto__": 1}') as Record<string, unknown>],
    ['undefined', { a: undefined }],
    ['a number that JSON has not', { a: Number.NaN }],
    ['a function', { a: () => 1 }],
    ['an empty name', { '': 1 }],
  ])('refuses a variable with %s', (_, bad) => {
    expect(() => new Play(graph).start({ ...variables, ...bad })).toThrow(
      expect.objectContaining({ code: 'VARIABLE' }),
    );
  });
});

import { describe, expect, test } from '@jest/globals';
import { graphBeside, Play } from '../fixtures/play.ts';

const graph = await graphBeside(import.meta.url, 'exclusive-gateway.bpmn');

describe('exclusive gateway', () => {
  test.each([
    [95, 'a'],
    [90, 'a'],
    [75, 'b'],
    [10, 'c'],
    ['80', 'b'],
    [null, 'c'],
  ])('with a score of %p takes the first flow that holds, or the default: %s', (score, taken) => {
    const play = new Play(graph);
    const effects = play.start({ score });
    expect(effects).toContainEqual({ type: 'sequence-flow-taken', id: `x.${taken}` });
    expect(effects.filter((effect) => effect.type === 'sequence-flow-taken')).toHaveLength(3);
    expect(play.ended).toBe('completed');
  });

  test('refuses the step when a condition cannot be evaluated', () => {
    expect(() => new Play(graph).start({})).toThrow(
      expect.objectContaining({ code: 'EXPRESSION', elementId: 'x.a' }),
    );
    expect(() => new Play(graph).start({ score: 'excellent' })).toThrow(/condition of "x.a"/);
  });
});

import { describe, expect, test } from '@jest/globals';
import { graphBeside, Play, summary } from '../fixtures/play.ts';

const play = async (processId: string, variables: Record<string, unknown> = {}) => {
  const started = new Play(await graphBeside(import.meta.url, 'parallel-gateway.bpmn', processId));
  started.start(variables);
  return started;
};

/** Passes the elements in order and notes what waits after each. */
function waitsAlong(started: Play, path: (string | [string, Record<string, unknown>])[]): string[] {
  return path.map((step) => {
    const [elementId, variables] = typeof step === 'string' ? [step, {}] : step;
    started.pass(elementId, variables);
    return started.waits().join(' ');
  });
}

describe('parallel gateway', () => {
  test.each([[['a', 'b', 'c']], [['c', 'a', 'b']], [['b', 'c', 'a']]])(
    'joins once all branches have come, in the order %p',
    async (order) => {
      const started = await play('fork-join');
      expect(waitsAlong(started, order).at(-1)).toBe('after');
      started.pass('after');
      expect(started.ended).toBe('completed');
    },
  );

  test('forks in the order of the flows and ends each arrival at the join', async () => {
    const started = await play('fork-join');
    expect(summary(started.effects).filter((line) => line.startsWith('user-task-created'))).toEqual([
      'user-task-created a',
      'user-task-created b',
      'user-task-created c',
    ]);
    for (const elementId of ['b', 'a']) started.pass(elementId);
    expect(summary(started.pass('c'))).toEqual([
      'user-task-ended c completed',
      'activity ended c',
      'flow c.join',
      'activity-started join',
      'activity ended join',
      'activity ended join',
      'activity ended join',
      'flow join.after',
      'activity-started after',
      'user-task-created after',
    ]);
  });

  test('waits for a task behind a choice inside one branch', async () => {
    const started = await play('choice-in-branch', { go: true });
    expect(waitsAlong(started, ['c-a', 'c-b'])).toEqual(['c-b', 'c-after']);
    const skipped = await play('choice-in-branch', { go: false });
    expect(waitsAlong(skipped, ['c-a'])).toEqual(['c-after']);
  });

  test('an inner join does not stand in for the outer one', async () => {
    const started = await play('nested');
    expect(waitsAlong(started, ['n-a', 'n-b', 'n-c'])).toEqual(['n-b n-c', 'n-c', 'n-after']);
  });

  test('a return inside a branch keeps the join waiting', async () => {
    const started = await play('return-in-branch');
    const path: [string, Record<string, unknown>][] = [
      ['r-a', { ok: false }],
      ['r-c', {}],
      ['r-a', { ok: false }],
      ['r-a', { ok: true }],
    ];
    expect(waitsAlong(started, path)).toEqual(['r-a r-c', 'r-a', 'r-a', 'r-after']);
  });

  test('a return around fork and join runs both again', async () => {
    const started = await play('return-around');
    const path: (string | [string, Record<string, unknown>])[] = ['o-a', 'o-c', ['o-after', { again: true }]];
    expect(waitsAlong(started, path)).toEqual(['o-c', 'o-after', 'o-a o-c']);
    expect(waitsAlong(started, ['o-c', 'o-a', ['o-after', { again: false }]])).toEqual([
      'o-a',
      'o-after',
      '',
    ]);
    expect(started.ended).toBe('completed');
  });

  test('a second token by the same flow does not stand in for the missing one', async () => {
    const started = await play('same-flow-twice');
    expect(waitsAlong(started, ['t-a', 't-b', 't-c'])).toEqual(['t-b t-c', 't-c', 't-after']);
    started.pass('t-after');
    expect(started.ended).toBeUndefined();
    expect(started.state?.t).toEqual([expect.objectContaining({ e: 't-join', f: 't-merge.t-join' })]);
  });
});

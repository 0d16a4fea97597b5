import { describe, expect, test } from '@jest/globals';
import type { GraphNode, ProcessGraph } from '../model/process-graph.ts';
import { deepFreeze, graphBeside, NOW, Play, summary } from './fixtures/play.ts';
import { step } from './step.ts';

const loop = await graphBeside(import.meta.url, 'step.bpmn', 'loop');
const line = await graphBeside(import.meta.url, 'step.bpmn', 'line');
const refused = (code: string) => expect.objectContaining({ name: 'EngineError', code });

describe('life cycle', () => {
  test('starts, waits, ends', () => {
    const play = new Play(line);
    expect(play.start({ a: 1 })[0]).toEqual({ type: 'variables-changed', names: ['a'] });
    play.pass('l-a');
    expect(play.pass('l-b').at(-1)).toEqual({ type: 'instance-ended', reason: 'completed' });
    expect(play.state).toMatchObject({ t: [], e: 'completed' });
  });

  test('cancel ends every wait and says why', () => {
    const play = new Play(line);
    play.start();
    const effects = play.send({ type: 'cancel', reason: '误提交' });
    expect(summary(effects)).toEqual([
      'user-task-ended l-a cancelled',
      'activity canceled l-a',
      'instance cancelled',
    ]);
    expect(effects.at(-1)).toMatchObject({ detail: '误提交' });
    expect(play.ended).toBe('cancelled');
  });

  test('refuses a second start, a second end and a command before the start', () => {
    const play = new Play(line);
    const complete = { type: 'complete-user-task', token: 2, variables: {} } as const;
    expect(() => play.send(complete)).toThrow(refused('NOT_STARTED'));
    play.start();
    expect(() => play.start()).toThrow(refused('ALREADY_STARTED'));
    play.send({ type: 'cancel', reason: '' });
    expect(() => play.send({ type: 'cancel', reason: '' })).toThrow(refused('INSTANCE_ENDED'));
    expect(() => play.send(complete)).toThrow(refused('TOKEN_GONE'));
  });

  test('rejects a second completion of the same task, also when the next task is the same user’s', () => {
    const play = new Play(line);
    play.start();
    play.send({ type: 'complete-user-task', token: 2, variables: {} });
    expect(() => play.send({ type: 'complete-user-task', token: 2, variables: {} })).toThrow(
      refused('TOKEN_GONE'),
    );
    expect(play.waits()).toEqual(['l-b']);
  });

  test('starts at the start event of the process only', () => {
    const start = (startEventId: string) => () =>
      step(line, null, { type: 'start', variables: {}, startEventId }, { now: NOW });
    expect(start('l-a')).toThrow(refused('NO_SUCH_START'));
    expect(start('l-s')().state.t).toHaveLength(1);
  });

  test('refuses a state that belongs to another version', () => {
    const state = { v: {}, t: [{ i: 1, e: 'renamed' }], n: 2 };
    const complete = { type: 'complete-user-task', token: 1, variables: {} } as const;
    expect(() => step(line, state, complete, { now: NOW })).toThrow(refused('UNKNOWN_ELEMENT'));
  });
});

describe('purity', () => {
  test('the same arguments give the same result, and none of them changes', () => {
    const first = new Play(line);
    first.start({ list: [1], nested: { a: 1 } });
    const state = deepFreeze(first.state);
    const command = deepFreeze({
      type: 'complete-user-task',
      token: 2,
      variables: { nested: { a: 2 } },
    } as const);
    const results = [1, 2].map(() => step(first.graph, state, command, { now: NOW }));
    expect(results[0]).toEqual(results[1]);
    expect(state?.v).toEqual({ list: [1], nested: { a: 1 } });
  });
});

describe('budget', () => {
  test('a loop without a wait is stopped and named', () => {
    expect(() => new Play(loop).start({ again: true })).toThrow(
      expect.objectContaining({ code: 'STEP_BUDGET', elementId: expect.stringMatching(/^[mtx]$/) }),
    );
  });

  test('a line of 10,000 tasks without a wait completes within a budget for it', () => {
    const graph = lineOf(10_000);
    const context = { now: NOW, stepBudget: 10_002 };
    const { state, effects } = step(graph, null, { type: 'start', variables: {} }, context);
    expect(state).toEqual({ v: {}, t: [], n: 10_003, e: 'completed' });
    expect(effects.filter((effect) => effect.type === 'activity-ended')).toHaveLength(10_002);
    expect(() => step(graph, null, { type: 'start', variables: {} }, { now: NOW })).toThrow(
      refused('STEP_BUDGET'),
    );
  });
});

/** Start, `length` tasks that wait for nothing, end. */
function lineOf(length: number): ProcessGraph {
  const ids = Array.from({ length: length + 2 }, (_, n) => `n${n}`);
  const node = (id: string, n: number): GraphNode => {
    const base = { id, outgoing: n <= length ? [`f${n}`] : [], incoming: n === 0 ? 0 : 1 };
    if (n === 0) return { ...base, kind: 'start-event', type: 'startEvent' };
    if (n > length) return { ...base, kind: 'end-event', type: 'noneEndEvent' };
    return { ...base, kind: 'pass-through', type: 'task' };
  };
  const flow = (id: string, n: number) =>
    [`f${n}`, { id: `f${n}`, source: id, target: `n${n + 1}` }] as const;
  return {
    id: 'line',
    start: 'n0',
    nodes: Object.fromEntries(ids.map((id, n) => [id, node(id, n)])),
    flows: Object.fromEntries(ids.slice(0, -1).map(flow)),
  };
}

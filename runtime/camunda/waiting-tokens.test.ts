import { describe, expect, test } from '@jest/globals';
import type { ProcessGraph } from '../model/process-graph.ts';
import type { ObservedActivity } from './observed.ts';
import { waitingTokens } from './waiting-tokens.ts';

const activity = (id: string, more: Partial<ObservedActivity> = {}): ObservedActivity => ({
  id,
  parentId: null,
  elementId: id.split(':')[0] ?? id,
  elementType: 'userTask',
  name: null,
  ended: false,
  canceled: false,
  taskId: null,
  processKey: null,
  calledKey: null,
  ...more,
});
const numbers = (activities: readonly ObservedActivity[]) =>
  new Map(activities.map(({ id }, index) => [id, index + 1]));
const graph = {
  flows: {
    fromA: { source: 'a', target: 'join' },
    fromB: { source: 'b', target: 'join' },
    fromC: { source: 'c', target: 'join' },
  },
} as unknown as ProcessGraph;
const tokensOf = (activities: readonly ObservedActivity[]) =>
  waitingTokens(activities, numbers(activities), () => graph);

describe('where an instance stands, as tokens', () => {
  test('is what is open, inside of what is around it, by the numbers here', () => {
    const activities = [
      activity('start:1', { ended: true }),
      activity('sub:2'),
      activity('task:3', { parentId: 'sub:2' }),
      activity('many#multiInstanceBody:4', { elementType: 'multiInstanceBody' }),
      activity('many:5', { parentId: 'many#multiInstanceBody:4' }),
      activity('call:6', { calledKey: 'other' }),
    ];
    expect(tokensOf(activities)).toEqual([
      { i: 2, e: 'sub' },
      { i: 3, e: 'task', p: 2 },
      { i: 4, e: 'many', m: true },
      { i: 5, e: 'many', p: 4 },
      { i: 6, e: 'call', c: { d: 'other' } },
    ]);
  });

  test('names for each that waits in a join another flow by which something ended', () => {
    const join = { elementType: 'parallelGateway' };
    const activities = [
      activity('a:1', { ended: true }),
      activity('b:2', { ended: true }),
      activity('c:3'),
      activity('join:4', join),
      activity('join:5', join),
    ];
    const flows = tokensOf(activities).flatMap(({ f }) => f ?? []);
    expect([...flows].sort()).toEqual(['fromA', 'fromB']);
  });

  test('takes no flow of what was cancelled', () => {
    const activities = [
      activity('a:1', { ended: true, canceled: true }),
      activity('b:2', { ended: true }),
      activity('join:3', { elementType: 'inclusiveGateway' }),
    ];
    expect(tokensOf(activities)).toEqual([{ i: 3, e: 'join', f: 'fromB' }]);
  });
});

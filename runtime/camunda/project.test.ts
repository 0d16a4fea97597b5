import { describe, expect, test } from '@jest/globals';
import type { ProcessGraph } from '../model/process-graph.ts';
import type { ObservedActivity, ObservedInstance, ObservedTask } from './observed.ts';
import { type KnownActivity, project } from './project.ts';

const activity = (elementId: string, more: Partial<ObservedActivity> = {}): ObservedActivity => ({
  id: `${elementId}:1`,
  parentId: null,
  elementId,
  elementType: 'userTask',
  name: null,
  ended: false,
  canceled: false,
  taskId: null,
  processKey: null,
  calledKey: null,
  ...more,
});
const task = (id: string): ObservedTask => ({
  id,
  name: 'Review',
  assignee: null,
  candidateUsers: [],
  candidateGroups: ['class-teacher'],
  formKey: 'decision',
  dueAt: 7,
  followUpAt: null,
  priority: 50,
});
const observed = (
  activities: ObservedActivity[],
  tasks: ObservedTask[] = [],
  state: ObservedInstance['state'] = 'active',
): ObservedInstance => ({
  state,
  activities,
  engineInstanceIds: ['e'],
  tasks: new Map(tasks.map((each) => [each.id, each])),
});
const known = (entries: Record<string, KnownActivity> = {}) => ({
  activities: new Map(Object.entries(entries)),
  next: Object.keys(entries).length + 1,
});
const graph = {
  nodes: { start: {}, review: {} },
  flows: { toReview: { source: 'start', target: 'review' } },
} as unknown as ProcessGraph;

describe('what the engine’s history brings about here', () => {
  test('an open user task that is new becomes a task, entered by the flow from what ended before it', () => {
    const { effects, numbered } = project(
      observed([activity('start', { ended: true }), activity('review', { taskId: 't' })], [task('t')]),
      known(),
      () => graph,
    );
    expect(effects.map((effect) => effect.type)).toEqual([
      'activity-started',
      'activity-ended',
      'sequence-flow-taken',
      'activity-started',
      'user-task-created',
    ]);
    expect(effects.at(-1)).toMatchObject({
      token: 2,
      candidateGroups: ['class-teacher'],
      formKey: 'decision',
      dueDate: 7,
    });
    expect(numbered.map(({ number }) => number)).toEqual([1, 2]);
  });

  test('an older observation changes nothing', () => {
    const before = known({
      'start:1': { number: 1, ended: true },
      'review:1': { number: 2, ended: true, task: 'ended' },
    });
    const late = observed(
      [activity('start', { ended: true }), activity('review', { taskId: 't' })],
      [task('t')],
    );
    expect(project(late, before, () => graph)).toMatchObject({ effects: [], numbered: [], tokens: null });
  });

  test.each([
    [false, 'completed'],
    [true, 'cancelled'],
  ])('an open task here that has ended there (canceled: %p) ends as %s', (canceled, reason) => {
    const before = known({ 'review:1': { number: 1, ended: false, task: 'open' } });
    const { effects } = project(
      observed([activity('review', { taskId: 't', ended: true, canceled })]),
      before,
      () => graph,
    );
    expect(effects).toEqual([
      { type: 'user-task-ended', token: 1, elementId: 'review', reason },
      { type: 'activity-ended', activity: 1, elementId: 'review', canceled },
    ]);
  });

  test('a task that was ended here and waits for the engine is not opened again', () => {
    const before = known({ 'review:1': { number: 1, ended: false, task: 'ended' } });
    expect(
      project(observed([activity('review', { taskId: 't' })], [task('t')]), before, () => graph).effects,
    ).toEqual([]);
  });

  test('a task whose row was lost is made anew, its activity is not', () => {
    const before = known({ 'review:1': { number: 1, ended: false } });
    const { effects } = project(
      observed([activity('review', { taskId: 't' })], [task('t')]),
      before,
      () => graph,
    );
    expect(effects.map((effect) => effect.type)).toEqual(['user-task-created']);
  });

  test('activities of a called process are inside the call activity and carry its key', () => {
    const { effects } = project(
      observed([
        activity('call', { elementType: 'callActivity', calledKey: 'child' }),
        activity('inner', { parentId: 'call:1', processKey: 'child' }),
      ]),
      known(),
      () => undefined,
    );
    expect(effects).toMatchObject([
      { activity: 1, calls: { process: 'child' } },
      { activity: 2, parent: 1, process: 'child' },
    ]);
  });
});

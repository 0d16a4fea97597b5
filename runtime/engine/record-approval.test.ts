import { beforeAll, describe, expect, test } from '@jest/globals';
import type { ProcessGraph } from '../model/process-graph.ts';
import { activeElements } from './active-elements.ts';
import { graphBeside, NOW, Play, summary } from './fixtures/play.ts';
import type { InstanceState } from './instance-state.ts';

const DAY = 86_400_000;
const variables = {
  studentId: '5f0c1d7e-6a0b-4a53-9d0e-0d8f5e3c1a11',
  submissionId: 'c2b7e5aa-94a4-4d41-8a2f-7b3c4d5e6f70',
  recordForm: 'shenzhen-junior-high/B-R01',
  title: '区中学生田径运动会男子一千五百米第三名',
  outcome: null,
  remark: null,
  noticePeriod: 'P5D',
  schoolId: '1d8e2a30-23fb-4d6c-9b61-5a4c3b2d1e0f',
  termSlot: 3,
};
const initiator = '9a7b6c5d-4e3f-4a2b-8c1d-0e9f8a7b6c5d';

describe('a record from submission to the archive', () => {
  let graph: ProcessGraph;
  beforeAll(async () => {
    graph = await graphBeside(import.meta.url, 'record-approval.bpmn');
  });

  test('is reminded, returned, revised, confirmed, published and archived', () => {
    const play = new Play(graph);
    const created = play.start(variables, initiator);
    expect(created).toContainEqual({
      type: 'user-task-created',
      token: 2,
      elementId: 'review',
      name: '班主任确认：区中学生田径运动会男子一千五百米第三名',
      formKey: 'record-decision',
      candidateUsers: [],
      candidateGroups: ['class-teacher'],
      dueDate: NOW + 7 * DAY,
      priority: 50,
    });
    expect(created).toContainEqual({
      type: 'timer-created',
      token: 3,
      elementId: 'overdue',
      dueAt: NOW + 7 * DAY,
    });
    play.pass('overdue');
    expect(play.waits()).toEqual(['remind', 'review']);
    play.pass('review', { outcome: 'returned', remark: '请补充获奖证书' });
    expect(play.waits()).toEqual(['remind', 'tell-pupil']);
    const told = play.pass('tell-pupil');
    expect(told).toContainEqual(
      expect.objectContaining({
        type: 'user-task-created',
        assignee: initiator,
        formKey: variables.recordForm,
      }),
    );
    play.pass('revise');
    expect(summary(play.pass('review', { outcome: 'confirmed' }))).toEqual([
      'variables outcome',
      'user-task-ended review completed',
      'activity ended review',
      'timer-ended overdue cancelled',
      'flow to-decision',
      'activity-started decision',
      'activity ended decision',
      'flow to-confirmed',
      'activity-started publicity',
      'activity-started publicity-start',
      'activity ended publicity-start',
      'flow p1',
      'activity-started open',
      'external-task-created open',
    ]);
    const opened = play.pass('open');
    expect(opened).toContainEqual(expect.objectContaining({ type: 'timer-created', dueAt: NOW + 5 * DAY }));
    expect(activeElements(play.state ?? { v: {}, t: [], n: 0 })).toEqual(['remind', 'publicity', 'period']);
    for (const elementId of ['remind', 'period', 'close', 'append']) play.pass(elementId);
    expect(play.ended).toBe('completed');
    expect(play.state?.t).toEqual([]);
  });

  test('its state stays under 640 bytes at every wait', () => {
    const remark = '情况属实，同意公示；请家长一并确认照片可以公开';
    const script: [string, Record<string, unknown>][] = [
      ['overdue', {}],
      ['review', { outcome: 'returned', remark }],
      ['tell-pupil', {}],
      ['revise', {}],
      ['review', { outcome: 'confirmed', remark }],
      ['open', {}],
      ['period', {}],
      ['close', {}],
    ];
    const play = new Play(graph);
    const sizes: number[] = [];
    const measure = () => sizes.push(new TextEncoder().encode(JSON.stringify(play.state)).length);
    play.start(variables, initiator);
    measure();
    for (const [elementId, result] of script) {
      play.pass(elementId, result);
      measure();
    }
    expect(play.waits()).toEqual(['append', 'remind']);
    expect(sizes).toHaveLength(9);
    expect(Math.max(...sizes)).toBeLessThan(640);
  });

  test('a state stored by the first release goes on', () => {
    const stored =
      '{"v":{"initiator":"u1","title":"足球","recordForm":"r","noticePeriod":"P5D","outcome":null},' +
      '"t":[{"i":2,"e":"review"},{"i":3,"e":"overdue","h":2},{"i":9,"e":"publicity"},{"i":11,"e":"period","p":9},' +
      '{"i":12,"e":"remind","l":{"notice":"remind"}}],"n":13}';
    const play = new Play(graph);
    play.state = JSON.parse(stored) as InstanceState;
    for (const elementId of ['period', 'overdue', 'remind', 'close', 'append', 'remind'])
      play.pass(elementId);
    play.pass('review', { outcome: 'confirmed' });
    for (const elementId of ['open', 'period', 'close', 'append']) play.pass(elementId);
    expect(play.ended).toBe('completed');
  });
});

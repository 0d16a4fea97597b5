import { describe, expect, test } from '@jest/globals';
import { flows } from '../model/fixtures/bpmn-text.ts';
import { END, graphOf, repeated, START, task } from './fixtures/graph-of.ts';
import { Play, summary } from './fixtures/play.ts';

const retries =
  '<bpmn:extensionElements><camunda:failedJobRetryTimeCycle>R3/PT1M</camunda:failedJobRetryTimeCycle></bpmn:extensionElements>';
const played = async (body: string) => new Play(await graphOf(body));
const runJobs = (play: Play) =>
  (play.state?.t ?? [])
    .filter(({ a }) => a !== undefined)
    .flatMap(({ i }) => play.send({ type: 'run-job', token: i }));

test('the job of a timer is tried as its event says', async () => {
  const timer = `<bpmn:intermediateCatchEvent id="t">${retries}<bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>`;
  const play = await played(`${START}${timer}${END}${flows('s>t', 't>e')}`);
  expect(play.start().at(-1)).toMatchObject({ type: 'timer-created', elementId: 't', retryCycle: 'R3/PT1M' });
});

describe('asyncBefore', () => {
  test('the activity begins when its job runs', async () => {
    const play = await played(
      `${START}${task('a', retries, 'camunda:asyncBefore="true" camunda:exclusive="false"')}${END}${flows('s>a', 'a>e')}`,
    );
    expect(play.start().at(-1)).toEqual({
      type: 'continuation-created',
      token: 2,
      elementId: 'a',
      where: 'before',
      exclusive: false,
      retryCycle: 'R3/PT1M',
    });
    expect(play.state?.t).toEqual([{ i: 2, e: 'a', f: 'f0', a: 'before' }]);
    expect(() => play.send({ type: 'complete-user-task', token: 2, variables: {} })).toThrow(
      expect.objectContaining({ code: 'TOKEN_MISMATCH' }),
    );
    expect(summary(runJobs(play))).toEqual([
      'continuation-ended a completed',
      'activity-started a',
      'user-task-created a',
    ]);
    expect(() => play.send({ type: 'run-job', token: 2 })).toThrow(
      expect.objectContaining({ code: 'TOKEN_MISMATCH' }),
    );
  });

  test('tokens in front of a join do not count until their jobs have run', async () => {
    const play = await played(
      `${START}<bpmn:parallelGateway id="f"/><bpmn:parallelGateway id="j" camunda:asyncBefore="true"/><bpmn:task id="a"/><bpmn:task id="b"/>${END}${flows('s>f', 'f>a', 'f>b', 'a>j', 'b>j', 'j>e')}`,
    );
    play.start();
    expect(play.ended).toBeUndefined();
    const [first, second] = play.state?.t ?? [];
    play.send({ type: 'run-job', token: first?.i ?? 0 });
    expect(play.state?.t).toHaveLength(2);
    play.send({ type: 'run-job', token: second?.i ?? 0 });
    expect(play.ended).toBe('completed');
  });

  test('cancelling ends the job and no activity', async () => {
    const play = await played(
      `${START}${task('a', '', 'camunda:asyncBefore="true"')}${END}${flows('s>a', 'a>e')}`,
    );
    play.start();
    expect(summary(play.send({ type: 'cancel', reason: '' }))).toEqual([
      'continuation-ended a cancelled',
      'instance cancelled',
    ]);
  });

  test('at the start event and at the end event', async () => {
    const play = await played(
      `<bpmn:startEvent id="s" camunda:asyncBefore="true"/><bpmn:endEvent id="e" camunda:asyncBefore="true"/>${flows('s>e')}`,
    );
    expect(summary(play.start())).toEqual(['continuation-created s']);
    expect(summary(runJobs(play)).at(-1)).toBe('continuation-created e');
    runJobs(play);
    expect(play.ended).toBe('completed');
  });
});

describe('asyncAfter', () => {
  test('the activity has ended; each flow has a job of its own', async () => {
    const play = await played(
      `${START}${task('a', '', 'camunda:asyncAfter="true"')}${task('b')}${task('c')}${END}${flows('s>a', 'a>b', 'a>c', 'b>e', 'c>e')}`,
    );
    play.start();
    expect(summary(play.pass('a'))).toEqual([
      'user-task-ended a completed',
      'activity ended a',
      'continuation-created a',
      'continuation-created a',
    ]);
    expect(summary(runJobs(play)).filter((line) => line.startsWith('user-task'))).toEqual([
      'user-task-created b',
      'user-task-created c',
    ]);
  });

  test('the instance ends when the job behind its last end event has run', async () => {
    const play = await played(`${START}<bpmn:endEvent id="e" camunda:asyncAfter="true"/>${flows('s>e')}`);
    expect(summary(play.start()).slice(-2)).toEqual(['activity ended e', 'continuation-created e']);
    expect(play.ended).toBeUndefined();
    runJobs(play);
    expect(play.ended).toBe('completed');
  });
});

test('save points of a multi-instance: around the body and around each instance', async () => {
  const marker = repeated(
    false,
    'camunda:asyncBefore="true" camunda:asyncAfter="true"',
    '<bpmn:loopCardinality>2</bpmn:loopCardinality>',
  );
  const play = await played(
    `${START}${task('a', marker, 'camunda:asyncBefore="true"')}${END}${flows('s>a', 'a>e')}`,
  );
  play.start();
  expect(play.state?.t).toMatchObject([{ e: 'a', a: 'before' }]);
  runJobs(play);
  expect(play.state?.t).toMatchObject([{ m: true }, { a: 'before' }, { a: 'before' }]);
  runJobs(play);
  for (const token of [3, 4]) play.send({ type: 'complete-user-task', token, variables: {} });
  expect(play.state?.t).toMatchObject([{ m: true }, { a: 'after' }, { a: 'after' }]);
  runJobs(play);
  expect(play.ended).toBe('completed');
});

import { describe, expect, test } from '@jest/globals';
import { flows } from '../../model/fixtures/bpmn-text.ts';
import type { ProcessGraph } from '../../model/process-graph.ts';
import { END, graphOf, START, task } from '../fixtures/graph-of.ts';
import { NOW, Play, summary } from '../fixtures/play.ts';
import { checkMigration, suggestMigration } from './check-migration.ts';
import { migrate } from './migrate.ts';

const timer = (id: string, host: string, duration: string) =>
  `<bpmn:boundaryEvent id="${id}" attachedToRef="${host}" cancelActivity="false"><bpmn:timerEventDefinition><bpmn:timeDuration>${duration}</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent><bpmn:endEvent id="${id}-end"/><bpmn:sequenceFlow id="${id}-flow" sourceRef="${id}" targetRef="${id}-end"/>`;
const version = (id: string, more = '') =>
  graphOf(`${START}${task(id)}${more}${END}${flows(`s>${id}`, `${id}>e`)}`);
const first = await version('a', timer('late', 'a', 'PT1H'));

const moved = (to: ProcessGraph, plan = suggestMigration(first, to)) => {
  const play = new Play(first);
  play.start({ x: 1 });
  if (play.state === null) throw new Error('not started');
  return migrate(first, to, play.state, plan, { now: NOW });
};

describe('migration', () => {
  test('the same elements are suggested; the task and its timer stay', async () => {
    const to = await version('a', timer('late', 'a', 'PT9H'));
    const result = moved(to);
    expect(result).toMatchObject({
      effects: [],
      moved: [],
      state: { v: { x: 1 }, t: [{ e: 'a' }, { e: 'late' }] },
    });
  });

  test('a timer may begin anew, be given up, or be added', async () => {
    const update = moved(await version('a', timer('late', 'a', 'PT9H')), {
      mappings: [
        { from: 'a', to: 'a' },
        { from: 'late', to: 'late', updateTrigger: true },
      ],
    });
    if ('findings' in update) throw new Error('refused');
    expect(summary(update.effects)).toEqual(['timer-ended late cancelled', 'timer-created late']);
    expect(update.effects[1]).toMatchObject({ dueAt: NOW + 9 * 3_600_000 });
    const other = moved(await version('a', timer('soon', 'a', 'PT2H')));
    if ('findings' in other) throw new Error('refused');
    expect(summary(other.effects)).toEqual(['timer-ended late cancelled', 'timer-created soon']);
  });

  test('an element may be renamed, and the instance goes on there', async () => {
    const to = await version('b');
    const result = moved(to, { mappings: [{ from: 'a', to: 'b' }] });
    if ('findings' in result) throw new Error('refused');
    expect(result.moved).toEqual([{ token: 2, from: 'a', to: 'b' }]);
    const play = new Play(to);
    play.state = result.state;
    play.pass('b');
    expect(play.ended).toBe('completed');
  });

  test('what the instance waits at has to be mapped', async () => {
    expect(moved(await version('b'))).toEqual({
      findings: [expect.objectContaining({ rule: 'unmapped', elementId: 'a' })],
    });
  });

  test('what stands in a called process goes along only when that process is the same', async () => {
    const calls = await graphOf(
      `${START}<bpmn:callActivity id="call" calledElement="inner"/>${END}${flows('s>call', 'call>e')}`,
    );
    const play = new Play(calls, { calledProcess: () => first });
    play.start();
    const { state } = play;
    if (state === null) throw new Error('not started');
    const other = await version('a');
    const plan = suggestMigration(calls, calls);
    const context = (called: ProcessGraph) => ({ now: NOW, calledProcess: () => called });
    const before = context(first).calledProcess;
    expect(migrate(calls, calls, state, plan, context(first), before)).toMatchObject({ state, effects: [] });
    expect(migrate(calls, calls, state, plan, context(other), before)).toEqual({
      findings: [expect.objectContaining({ rule: 'called-process-differs', elementId: 'call' })],
    });
  });

  test('a plan maps like to like, in the same scope, once', async () => {
    const nested = await graphOf(
      `${START}<bpmn:subProcess id="sub"><bpmn:startEvent id="s2"/>${task('a')}<bpmn:endEvent id="e2"/>${flows('g1:s2>a', 'g2:a>e2')}</bpmn:subProcess>${END}${flows('s>sub', 'sub>e')}`,
    );
    const rules = (to: ProcessGraph, ...mappings: { from: string; to: string }[]) =>
      checkMigration(first, to, { mappings }).map(({ rule }) => rule);
    expect(rules(nested, { from: 'a', to: 'a' })).toEqual(['scope-differs']);
    expect(rules(nested, { from: 'a', to: 'sub' })).toEqual(['kind-differs']);
    expect(rules(nested, { from: 'a', to: 'gone' })).toEqual(['unknown-element']);
    expect(rules(first, { from: 'a', to: 'a' }, { from: 'a', to: 'a' })).toEqual(['mapped-twice']);
    expect(suggestMigration(first, nested).mappings.map(({ from }) => from)).not.toContain('a');
  });
});

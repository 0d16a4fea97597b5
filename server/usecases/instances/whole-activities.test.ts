import { expect, test } from '@jest/globals';
import { END, graphOf, repeated, START, task } from '@oneplan/runtime/engine/fixtures/graph-of.ts';
import type { InstanceState } from '@oneplan/runtime/engine/instance-state.ts';
import { step } from '@oneplan/runtime/engine/step.ts';
import { wholeActivities } from './whole-activities.ts';

const three = '<bpmn:loopCardinality>3</bpmn:loopCardinality>';
const graph = await graphOf(
  `${START}${task('a')}${task('all', repeated(false, '', three))}${END}
   <bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="a"/><bpmn:sequenceFlow id="f2" sourceRef="a" targetRef="all"/>
   <bpmn:sequenceFlow id="f3" sourceRef="all" targetRef="e"/>`,
);
const begin = [{ do: 'start-before', elementId: 'all' }] as const;
const move = (state: InstanceState) =>
  step(graph, state, { type: 'modify', instructions: wholeActivities(graph, state, begin) }, { now: 0 })
    .state;
const instances = (state: InstanceState) => state.t.filter(({ e, m }) => e === 'all' && m !== true).length;

test('an administrator begins all instances of a multi-instance, and then one more at a time', () => {
  const { state } = step(graph, null, { type: 'start', variables: {} }, { now: 0 });
  const all = move(state);
  expect(instances(all)).toBe(3);
  expect(instances(move(all))).toBe(4);
});

test('what is not repeated, and what goes on behind a multi-instance, is meant as it is named', () => {
  const { state } = step(graph, null, { type: 'start', variables: {} }, { now: 0 });
  expect(
    wholeActivities(graph, state, [
      { do: 'start-before', elementId: 'a' },
      { do: 'start-after', elementId: 'all' },
      { do: 'cancel-all', elementId: 'all' },
    ]),
  ).toEqual([
    { do: 'start-before', elementId: 'a' },
    { do: 'start-after', elementId: 'all#multiInstanceBody' },
    { do: 'cancel-all', elementId: 'all' },
  ]);
});

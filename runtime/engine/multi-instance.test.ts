import { describe, expect, test } from '@jest/globals';
import { flows } from '../model/fixtures/bpmn-text.ts';
import { END, graphOf, repeated, START, task } from './fixtures/graph-of.ts';
import { Play, summary } from './fixtures/play.ts';

const OVER_LIST = 'camunda:collection="people" camunda:elementVariable="person"';
const condition = (text: string) =>
  `<bpmn:completionCondition><![CDATA[\${${text}}]]></bpmn:completionCondition>`;
const cardinality = (text: string) => `<bpmn:loopCardinality>${text}</bpmn:loopCardinality>`;
const signed = async (marker: string, inner = '', more = '') =>
  new Play(
    await graphOf(
      `${START}${task('sign', inner + marker, `camunda:candidateUsers="\${person}"`)}${task('next')}${END}${more}${flows('s>sign', 'sign>next', 'next>e')}`,
    ),
  );
const locals = (play: Play) => play.state?.t.map(({ e, m, l }) => [m ? `${e} body` : e, l]);

describe('parallel multi-instance', () => {
  test('one instance for each element, counted on the body, loop variables where Camunda 7 has them', async () => {
    const play = await signed(repeated(false, OVER_LIST));
    const effects = play.start({ people: ['a', 'b'] });
    expect(summary(effects).filter((line) => line.startsWith('activity-started'))).toEqual([
      'activity-started s',
      'activity-started sign#multiInstanceBody',
      'activity-started sign',
      'activity-started sign',
    ]);
    expect(locals(play)).toEqual([
      ['sign body', { nrOfInstances: 2, nrOfCompletedInstances: 0, nrOfActiveInstances: 2 }],
      ['sign', { loopCounter: 0, person: 'a' }],
      ['sign', { loopCounter: 1, person: 'b' }],
    ]);
    play.pass('sign');
    expect(locals(play)?.[0]).toEqual([
      'sign body',
      { nrOfInstances: 2, nrOfCompletedInstances: 1, nrOfActiveInstances: 1 },
    ]);
    expect(summary(play.pass('sign')).slice(1, 5)).toEqual([
      'activity ended sign',
      'variables nrOfCompletedInstances nrOfActiveInstances',
      'activity ended sign#multiInstanceBody',
      'flow f1',
    ]);
    expect(play.waits()).toEqual(['next']);
    expect(play.variables).toEqual({ people: ['a', 'b'] });
  });

  test('the completion condition cancels what is open; it sees the element of the instance that ended', async () => {
    const play = await signed(
      repeated(false, OVER_LIST, condition("person == 'b' && nrOfActiveInstances == 2")),
    );
    play.start({ people: ['a', 'b', 'c'] });
    const second = play.state?.t.find(({ l }) => l?.person === 'b')?.i ?? 0;
    const effects = play.send({ type: 'complete-user-task', token: second, variables: {} });
    expect(summary(effects).filter((line) => line.includes('cancel'))).toEqual([
      'user-task-ended sign cancelled',
      'activity canceled sign',
      'user-task-ended sign cancelled',
      'activity canceled sign',
    ]);
    expect(play.waits()).toEqual(['next']);
  });

  test('instances that wait for nothing stop as soon as the condition holds', async () => {
    const graph = await graphOf(
      `${START}<bpmn:manualTask id="m">${repeated(false, '', cardinality('5') + condition('nrOfCompletedInstances == 2'))}</bpmn:manualTask>${task('next')}${END}${flows('s>m', 'm>next', 'next>e')}`,
    );
    const play = new Play(graph);
    const ended = summary(play.start()).filter((line) => line === 'activity ended m');
    expect(ended).toHaveLength(2);
    expect(play.waits()).toEqual(['next']);
  });

  test('an instance is a subprocess with a scope of its own', async () => {
    const inside = `<bpmn:startEvent id="s2"/>${task('one')}${task('two')}<bpmn:endEvent id="e2"/>${flows('g1:s2>one', 'g2:one>two', 'g3:two>e2')}`;
    const graph = await graphOf(
      `${START}<bpmn:subProcess id="sub">${repeated(false, '', cardinality('2'))}${inside}</bpmn:subProcess>${END}${flows('s>sub', 'sub>e')}`,
    );
    const play = new Play(graph);
    play.start();
    play.pass('one');
    expect(play.waits()).toEqual(['one', 'two']);
    play.pass('two');
    play.pass('one');
    play.pass('two');
    expect(play.ended).toBe('completed');
  });
});

describe('sequential multi-instance', () => {
  test('one after the other; counter and element belong to the body', async () => {
    const play = await signed(repeated(true, OVER_LIST));
    play.start({ people: ['a', 'b'] });
    expect(locals(play)).toEqual([
      [
        'sign body',
        { nrOfInstances: 2, nrOfCompletedInstances: 0, nrOfActiveInstances: 1, loopCounter: 0, person: 'a' },
      ],
      ['sign', undefined],
    ]);
    const effects = play.pass('sign');
    expect(effects.at(-1)).toMatchObject({ type: 'user-task-created', candidateUsers: ['b'] });
    play.pass('sign');
    expect(play.waits()).toEqual(['next']);
  });

  test('the completion condition ends the sequence', async () => {
    const play = await signed(repeated(true, OVER_LIST, condition('veto == true')));
    play.start({ people: ['a', 'b'], veto: false });
    play.pass('sign', { veto: true });
    expect(play.waits()).toEqual(['next']);
  });
});

describe('any multi-instance', () => {
  test.each([[true], [false]])('of nothing (sequential %s) is left at once', async (sequential) => {
    const play = await signed(repeated(sequential, OVER_LIST));
    expect(summary(play.start({ people: [] })).slice(3, 7)).toEqual([
      'flow f0',
      'activity-started sign#multiInstanceBody',
      'activity ended sign#multiInstanceBody',
      'flow f1',
    ]);
  });

  test.each([
    [1_001, 'INSTANCE_LIMIT'],
    [-1, 'INSTANCE_LIMIT'],
    ['many', 'EXPRESSION'],
  ])('refuses %j instances', async (n, code) => {
    const play = await signed(repeated(false, '', cardinality(`\${n}`)));
    expect(() => play.start({ n, person: 'x' })).toThrow(
      expect.objectContaining({ code, elementId: 'sign' }),
    );
  });

  test('refuses a collection that is no list', async () => {
    const play = await signed(repeated(false, OVER_LIST));
    expect(() => play.start({ people: 'a,b' })).toThrow(expect.objectContaining({ code: 'EXPRESSION' }));
  });

  test('a boundary event stands on the body and ends every instance', async () => {
    const boundary =
      '<bpmn:boundaryEvent id="late" attachedToRef="sign"><bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>';
    const play = await signed(repeated(false, OVER_LIST), '', `${boundary}${flows('l1:late>next')}`);
    play.start({ people: ['a', 'b'] });
    expect(play.state?.t.filter(({ e }) => e === 'late')).toHaveLength(1);
    play.pass('late');
    expect(play.waits()).toEqual(['next']);
  });

  test('inputs are mapped for each instance, in the scope around its loop counter', async () => {
    const inputs = `<bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name="of">\${nrOfInstances}</camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements>`;
    const play = await signed(repeated(false, OVER_LIST), inputs);
    play.start({ people: ['a'] });
    expect(locals(play)?.[1]).toEqual(['sign', { loopCounter: 0, person: 'a', of: 1 }]);
    const sequential = await signed(repeated(true, OVER_LIST), inputs);
    expect(() => sequential.start({ people: ['a'] })).toThrow(
      expect.objectContaining({ code: 'EXPRESSION' }),
    );
  });
});

import { describe, expect, test } from '@jest/globals';
import { flows } from '../../model/fixtures/bpmn-text.ts';
import { END, graphOf, repeated, START, task } from '../fixtures/graph-of.ts';
import { Play, summary } from '../fixtures/play.ts';

const inside = `<bpmn:startEvent id="s2"/>${task('one')}${task('two')}<bpmn:endEvent id="e2"/>${flows('g1:s2>one', 'g2:one>two', 'g3:two>e2')}`;
const graph = await graphOf(
  `${START}${task('a')}<bpmn:subProcess id="sub">${inside}</bpmn:subProcess>${END}${flows('s>a', 'a>sub', 'sub>e')}`,
);
const started = () => {
  const play = new Play(graph);
  play.start();
  return play;
};

describe('modification', () => {
  test('starts inside a subprocess that is not there, and the subprocess with it', () => {
    const play = started();
    const effects = play.send({
      type: 'modify',
      instructions: [
        { do: 'start-before', elementId: 'two', variables: { v: 1 } },
        { do: 'cancel-all', elementId: 'a' },
      ],
    });
    expect(summary(effects).filter((line) => line.startsWith('activity'))).toEqual([
      'activity-started sub',
      'activity canceled a',
      'activity-started two',
    ]);
    expect(play.waits()).toEqual(['two']);
    expect(play.variables).toEqual({ v: 1 });
    play.pass('two');
    expect(play.ended).toBe('completed');
  });

  test('cancelling the last activity of a subprocess cancels it, and then the instance', () => {
    const play = started();
    play.pass('a');
    const effects = play.send({
      type: 'modify',
      instructions: [{ do: 'cancel', token: play.tokenAt('one') }],
    });
    expect(summary(effects)).toEqual([
      'user-task-ended one cancelled',
      'activity canceled one',
      'activity canceled sub',
      'instance cancelled',
    ]);
  });

  test('starts in the instance that is there, after an element or on a flow', () => {
    const play = started();
    play.pass('a');
    play.send({ type: 'modify', instructions: [{ do: 'start-after', elementId: 'one' }] });
    expect(play.waits()).toEqual(['one', 'two']);
    play.send({ type: 'modify', instructions: [{ do: 'start-transition', flowId: 'g2' }] });
    expect(play.waits()).toEqual(['one', 'two', 'two']);
    expect(play.state?.t.filter(({ e }) => e === 'sub')).toHaveLength(1);
  });

  test('several instances of the scope: the ancestor says which', () => {
    const play = started();
    play.send({ type: 'modify', instructions: [{ do: 'start-before', elementId: 'sub' }] });
    play.pass('a');
    const start = { do: 'start-before', elementId: 'two' } as const;
    const refused = expect.objectContaining({ code: 'MODIFICATION', elementId: 'two' });
    expect(() => play.send({ type: 'modify', instructions: [start] })).toThrow(refused);
    const ancestor = play.state?.t.findLast(({ e }) => e === 'sub')?.i ?? 0;
    play.send({ type: 'modify', instructions: [{ ...start, ancestor }] });
    expect(play.state?.t.find(({ e }) => e === 'two')?.p).toBe(ancestor);
  });

  test('adds a signer to a parallel multi-instance and takes one away', async () => {
    const marker = repeated(false, '', '<bpmn:loopCardinality>2</bpmn:loopCardinality>');
    const play = new Play(await graphOf(`${START}${task('sign', marker)}${END}${flows('s>sign', 'sign>e')}`));
    play.start();
    play.send({ type: 'modify', instructions: [{ do: 'start-before', elementId: 'sign' }] });
    expect(play.state?.t[0]?.l).toEqual({
      nrOfInstances: 3,
      nrOfCompletedInstances: 0,
      nrOfActiveInstances: 3,
    });
    play.send({ type: 'modify', instructions: [{ do: 'cancel', token: play.tokenAt('sign') }] });
    expect(play.state?.t[0]?.l).toMatchObject({ nrOfInstances: 3, nrOfActiveInstances: 2 });
    play.pass('sign');
    play.pass('sign');
    expect(play.ended).toBe('completed');
  });

  test('refuses what is not there', () => {
    const play = started();
    const modify = (instruction: object) => () =>
      play.send({ type: 'modify', instructions: [instruction as never] });
    expect(modify({ do: 'cancel', token: 99 })).toThrow(expect.objectContaining({ code: 'TOKEN_GONE' }));
    expect(modify({ do: 'cancel-all', elementId: 'x' })).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_ELEMENT' }),
    );
    expect(modify({ do: 'start-after', elementId: 'e' })).toThrow(
      expect.objectContaining({ code: 'MODIFICATION' }),
    );
  });
});

describe('setting variables', () => {
  test('from a token outwards, or in it alone; removing', () => {
    const play = started();
    play.pass('a', { x: 1 });
    const token = play.tokenAt('one');
    play.send({ type: 'set-variables', token, local: true, variables: { x: 2, y: 3 } });
    expect(play.variables).toEqual({ x: 1 });
    play.send({ type: 'set-variables', token, variables: { x: 4, z: 5 } });
    expect(play.variables).toEqual({ x: 1, z: 5 });
    expect(play.state?.t.find(({ i }) => i === token)?.l).toEqual({ x: 4, y: 3 });
    play.send({ type: 'set-variables', token, variables: {}, remove: ['x', 'z'] });
    expect(play.variables).toEqual({ x: 1 });
    expect(play.state?.t.find(({ i }) => i === token)?.l).toEqual({ y: 3 });
  });
});

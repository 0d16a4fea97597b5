import { describe, expect, test } from '@jest/globals';
import { graphBeside, Play } from '../fixtures/play.ts';
import { type ReturnStep, returnSteps } from './return-steps.ts';

const SIGNERS = ['chen', 'li', 'wang'];

async function play(process: string, ...passed: string[]): Promise<Play> {
  const file = process === 'joint' ? 'joint-sign.bpmn' : 'return-steps.bpmn';
  const instance = new Play(await graphBeside(import.meta.url, file, process));
  instance.start({ signers: SIGNERS, expert: false, again: false });
  for (const element of passed) instance.pass(element);
  return instance;
}

/** Steps to which the work that waits at an element may be returned. */
function stepsFrom(instance: Play, elementId: string): ReturnStep[] {
  const { state, graph } = instance;
  const token = state?.t.find((at) => at.e === elementId && at.m === undefined && at.h === undefined);
  if (state === null || token === undefined) throw new Error(`nothing waits at ${elementId}`);
  return returnSteps(() => graph, state, token.i);
}

const namesFrom = (instance: Play, elementId: string) =>
  stepsFrom(instance, elementId)
    .map((step) => step.elementId)
    .sort();

function sendBack(instance: Play, from: string, to: string): void {
  const step = stepsFrom(instance, from).find(({ elementId }) => elementId === to);
  if (step === undefined) throw new Error(`${from} cannot be returned to ${to}`);
  instance.send({ type: 'modify', instructions: step.instructions });
}

describe('returning in a line', () => {
  test('reaches every earlier step, and no later one', async () => {
    const instance = await play('line', 'l-fill', 'l-review');
    expect(namesFrom(instance, 'l-approve')).toEqual(['l-fill', 'l-review']);
  });

  test('reaches into an exclusive branch that leads here', async () => {
    const instance = await play('line', 'l-fill', 'l-review', 'l-approve');
    expect(namesFrom(instance, 'l-publish')).toEqual(['l-approve', 'l-expert', 'l-fill', 'l-review']);
  });

  test('ends this work and begins the earlier step again', async () => {
    const instance = await play('line', 'l-fill', 'l-review');
    // when
    sendBack(instance, 'l-approve', 'l-fill');
    // then
    expect(instance.waits()).toEqual(['l-fill']);
    for (const step of ['l-fill', 'l-review', 'l-approve', 'l-publish']) instance.pass(step);
    expect(instance.ended).toBe('completed');
  });
});

describe('returning in parallel branches', () => {
  test('within a branch leaves the other branch alone', async () => {
    // given one branch at its second step, the other as well
    const instance = await play('parallel', 'p-fill', 'p-a1', 'p-b1');
    // when
    sendBack(instance, 'p-a2', 'p-a1');
    // then
    expect(instance.waits()).toEqual(['p-a1', 'p-b2']);
    for (const step of ['p-b2', 'p-a1', 'p-a2', 'p-final']) instance.pass(step);
    expect(instance.ended).toBe('completed');
  });

  test('to a step before the fork ends the work in every branch', async () => {
    const instance = await play('parallel', 'p-fill', 'p-a1');
    const step = stepsFrom(instance, 'p-a2').find(({ elementId }) => elementId === 'p-fill');
    expect(step?.endsWorkAt).toEqual(['p-b1']);
    // when
    sendBack(instance, 'p-a2', 'p-fill');
    // then
    expect(instance.waits()).toEqual(['p-fill']);
  });

  test('to a step before the fork ends what waits in the join, so that it does not count in the next round', async () => {
    // given one branch has reached the join
    const instance = await play('parallel', 'p-fill', 'p-b1', 'p-b2');
    // when
    sendBack(instance, 'p-a1', 'p-fill');
    for (const step of ['p-fill', 'p-a1', 'p-a2']) instance.pass(step);
    // then the join waits for the other branch again
    expect(instance.waits()).toEqual(['p-b1']);
    for (const step of ['p-b1', 'p-b2', 'p-final']) instance.pass(step);
    expect(instance.ended).toBe('completed');
  });

  test('never reaches into the other branch', async () => {
    const instance = await play('parallel', 'p-fill', 'p-a1', 'p-b1');
    // p-final leads back here by the loop that is drawn
    expect(namesFrom(instance, 'p-a2')).toEqual(['p-a1', 'p-fill', 'p-final']);
  });

  test('never reaches from behind the join into one branch, where the join would wait for ever', async () => {
    const instance = await play('parallel', 'p-fill', 'p-a1', 'p-a2', 'p-b1', 'p-b2');
    expect(namesFrom(instance, 'p-final')).toEqual(['p-fill']);
  });
});

describe('returning out of a joint sign', () => {
  test('ends the work of every signer', async () => {
    const instance = await play('joint', 'j-fill');
    expect(instance.waits()).toEqual(['j-sign', 'j-sign', 'j-sign']);
    // when
    sendBack(instance, 'j-sign', 'j-fill');
    // then
    expect(instance.waits()).toEqual(['j-fill']);
    instance.pass('j-fill');
    expect(instance.waits()).toEqual(['j-sign', 'j-sign', 'j-sign']);
  });

  test('into a joint sign asks every signer again', async () => {
    const instance = await play('joint', 'j-fill', 'j-sign', 'j-sign', 'j-sign');
    sendBack(instance, 'j-final', 'j-sign');
    expect(instance.waits()).toEqual(['j-sign', 'j-sign', 'j-sign']);
  });
});

describe('returning out of a subprocess', () => {
  test('reaches a step before it and ends everything inside', async () => {
    const instance = await play('nested', 'n-fill', 'n-one');
    expect(namesFrom(instance, 'n-two')).toEqual(['n-fill', 'n-one']);
    // when
    sendBack(instance, 'n-two', 'n-fill');
    // then
    expect(instance.waits()).toEqual(['n-fill']);
    instance.pass('n-fill');
    expect(instance.waits()).toEqual(['n-one']);
  });

  test('within it ends the branches that were opened since', async () => {
    const instance = await play('nested', 'n-fill', 'n-one');
    sendBack(instance, 'n-two', 'n-one');
    expect(instance.waits()).toEqual(['n-one']);
  });
});

describe('returning beside a side path', () => {
  test('goes back on the main path and leaves the side path alone', async () => {
    const instance = await play('beside', 'b-fill', 'b-late');
    sendBack(instance, 'b-review', 'b-fill');
    expect(instance.waits()).toEqual(['b-fill', 'b-urge']);
  });

  test('is refused out of the side path, because the main path goes on', async () => {
    const instance = await play('beside', 'b-fill', 'b-late');
    expect(namesFrom(instance, 'b-urge')).toEqual([]);
  });
});

import { describe, expect, test } from '@jest/globals';
import { graphBeside, Play } from '../fixtures/play.ts';

const started = async (processId: string, variables: Record<string, unknown> = {}) => {
  const play = new Play(await graphBeside(import.meta.url, 'inclusive-gateway.bpmn', processId));
  play.start(variables);
  return play;
};

describe('inclusive gateway', () => {
  test.each([
    [2, ['a', 'b']],
    [1, ['a']],
    [0, ['c']],
  ])('takes every flow whose condition holds, otherwise the default (x = %s)', async (x, waits) => {
    const play = await started('two-of-three', { x });
    expect(play.waits()).toEqual(waits);
    for (const elementId of waits) {
      expect(play.waits()).not.toContain('after');
      play.pass(elementId);
    }
    expect(play.waits()).toEqual(['after']);
  });

  test('waits for a branch that is on its way, and not for one that leads elsewhere', async () => {
    const play = await started('direct', { x: 2 });
    expect(play.waits()).toEqual(['d-b']);
    play.pass('d-b');
    expect(play.waits()).toEqual(['d-after']);
  });

  test('is looked at when a token arrives: a branch that ends elsewhere does not wake it', async () => {
    const play = await started('elsewhere', { good: false });
    play.pass('x-a');
    play.pass('x-b');
    expect(play.waits()).toEqual([]);
    expect(play.ended).toBeUndefined();
  });

  test('goes on at once when the other branch has ended elsewhere before', async () => {
    const play = await started('elsewhere', { good: false });
    play.pass('x-b');
    play.pass('x-a');
    expect(play.waits()).toEqual(['x-after']);
  });

  test('waits for a token inside a subprocess', async () => {
    const play = await started('inside');
    play.pass('i-timer');
    expect(play.waits()).toEqual(['i-inner']);
    play.pass('i-inner');
    expect(play.waits()).toEqual(['i-after']);
  });

  test('does not wait for a boundary event that may still occur', async () => {
    const play = await started('inside');
    play.pass('i-inner');
    expect(play.waits()).toEqual(['i-a', 'i-after', 'i-timer']);
  });

  test('goes on when as many tokens wait as flows lead to it, by whichever flow they came', async () => {
    const play = await started('merged');
    play.pass('m-a');
    expect(play.waits()).toEqual(['m-b', 'm-c']);
    play.pass('m-b');
    expect(play.waits()).toEqual(['m-after', 'm-c']);
    play.pass('m-c');
    expect(play.waits()).toEqual(['m-after', 'm-after']);
  });
});

import { describe, expect, test } from '@jest/globals';
import { activeElements } from '../active-elements.ts';
import type { ActivityStarted } from '../effect.ts';
import { graphBeside, Play } from '../fixtures/play.ts';

const started = async (processId: string) => {
  const play = new Play(await graphBeside(import.meta.url, 'subprocess.bpmn', processId));
  play.start();
  return play;
};

describe('embedded subprocess', () => {
  test('its activities name it as their parent', async () => {
    const play = await started('two-ends');
    const begun = play.effects.filter(
      (effect): effect is ActivityStarted => effect.type === 'activity-started',
    );
    const parent = begun.find((effect) => effect.elementId === 't-sub')?.activity;
    expect(begun.map(({ elementId, parent: of }) => [elementId, of])).toEqual([
      ['t-s', undefined],
      ['t-sub', undefined],
      ['t-s2', parent],
      ['t-f2', parent],
      ['t-one', parent],
      ['t-two', parent],
    ]);
  });

  test('ends when nothing inside is left, whichever end event comes last', async () => {
    const play = await started('two-ends');
    play.pass('t-two');
    expect(play.waits()).toEqual(['t-one']);
    expect(activeElements(play.state ?? { v: {}, t: [], n: 0 })).toEqual(['t-sub', 't-one']);
    play.pass('t-one');
    expect(play.waits()).toEqual(['t-after']);
  });

  test('two instances of one subprocess join apart', async () => {
    const play = await started('subprocess');
    const tokens = play.state?.t ?? [];
    const scopes = tokens.filter((token) => token.e === 'sub').map((token) => token.i);
    expect(scopes).toHaveLength(2);
    const inside = (element: string, scope: number | undefined) =>
      tokens.find((token) => token.e === element && token.p === scope)?.i ?? -1;
    const complete = (token: number) => play.send({ type: 'complete-user-task', token, variables: {} });
    // one branch of each instance: neither join may fire
    complete(inside('one', scopes[0]));
    complete(inside('two', scopes[1]));
    expect(play.waits()).toEqual(['one', 'two']);
    complete(inside('two', scopes[0]));
    expect(play.state?.t.map((token) => token.e)).toEqual(['sub', 'one', 'j2']);
    complete(inside('one', scopes[1]));
    expect(play.ended).toBe('completed');
  });
});

import { describe, expect, test } from '@jest/globals';
import type { TimeLimit } from './comparison.ts';
import {
  boundary,
  type Drawing,
  duration,
  edited,
  end,
  gateway,
  judged,
  task,
  wait,
} from './fixtures/city-processes.ts';

const limit = (length: string, working = false): TimeLimit => ({
  name: '时限',
  duration: length,
  working,
  lock: { lock: { class: 'TIGHTEN', direction: 'max' } },
});

const due = (id: string, length: string) => task(id, id, 'office', `camunda:dueDate="${length}"`);

const chain = (elements: string, flows: readonly string[]): Drawing => ({
  elements: `<bpmn:startEvent id="s"/>${end('e')}${elements}`,
  flows,
});

const empty = chain(task('a', 'a', 'office'), ['s>a', 'a>e']);

async function sums(mine: Drawing, its: TimeLimit, base = empty) {
  const findings = await judged(base, mine, [], {
    limits: [its],
    parameters: [{ period: 'P3D' }, { period: 'P3D' }],
  });
  return findings.map(
    ({ rule, severity, element, params }) => `${rule} ${severity} ${element} ${params.sum}`,
  );
}

describe('the times on the longest way', () => {
  test('are added up, those of parameters as well, and may reach the limit', async () => {
    const mine = chain(due('a', `\${period}`) + due('b', 'PT36H'), ['s>a', 'a>b', 'b>e']);
    expect(await sums(mine, limit('PT108H'))).toEqual([]);
    expect(await sums(mine, limit('P4D'))).toEqual(['time-limit-exceeded error b 4.5']);
  });

  test('of branches that run beside each other count once', async () => {
    const mine = chain(
      `${due('a', 'P2D')}${due('b', 'P5D')}<bpmn:parallelGateway id="f"/><bpmn:parallelGateway id="j"/>`,
      ['s>f', 'f>a', 'f>b', 'a>j', 'b>j', 'j>e'],
    );
    expect(await sums(mine, limit('P5D'))).toEqual([]);
    expect(await sums(mine, limit('P4D'))).toEqual(['time-limit-exceeded error b 5']);
  });

  test('go by the timer that cancels a step, and by the way behind it', async () => {
    const mine = chain(due('a', 'P9D') + boundary('cut', 'a', true, duration('P2D')) + due('late', 'P3D'), [
      's>a',
      'a>e',
      'cut>late',
      'late>e',
    ]);
    expect(await sums(mine, limit('P5D'))).toEqual([]);
    expect(await sums(mine, limit('P4D'))).toEqual(['time-limit-exceeded error late 5']);
  });

  test('of a subprocess are those inside it', async () => {
    const mine = chain(
      `<bpmn:subProcess id="sub"><bpmn:startEvent id="i"/>${due('a', 'P2D')}${due('b', 'P2D')}<bpmn:endEvent id="o"/>
      <bpmn:sequenceFlow id="x" sourceRef="i" targetRef="a"/><bpmn:sequenceFlow id="y" sourceRef="a" targetRef="b"/>
      <bpmn:sequenceFlow id="z" sourceRef="b" targetRef="o"/></bpmn:subProcess>${due('c', 'P1D')}`,
      ['s>sub', 'sub>c', 'c>e'],
    );
    expect(await sums(mine, limit('P4D'))).toEqual(['time-limit-exceeded error c 5']);
    const findings = await judged(empty, mine, [], { limits: [limit('P4D')] });
    expect(findings[0]?.path).toEqual([
      's',
      'f0',
      'sub',
      'i',
      'x',
      'a',
      'y',
      'b',
      'z',
      'o',
      'f1',
      'c',
      'f2',
      'e',
    ]);
  });

  test('of events that race end with the first timer', async () => {
    const mine = chain(
      `<bpmn:eventBasedGateway id="race"/>${wait('w', 'w', 'P2D')}
      <bpmn:intermediateCatchEvent id="merged"><bpmn:messageEventDefinition messageRef="note"/></bpmn:intermediateCatchEvent>
      ${due('after', 'P3D')}`,
      ['s>race', 'race>w', 'race>merged', 'w>e', 'merged>after', 'after>e'],
    );
    const known = { ...mine, elements: mine.elements.replace('messageRef="note"', 'messageRef="m"') };
    expect(await sums(known, limit('P4D', true))).toEqual(['time-limit-exceeded error after 5']);
  });

  test('in working days are a week for five of them when the limit is by the clock', async () => {
    const mine = chain(wait('w', 'w', 'P10D'), ['s>w', 'w>e']);
    expect(await sums(mine, limit('P14D'))).toEqual([]);
    expect(await sums(mine, limit('P13D'))).toEqual(['time-limit-exceeded error w 14']);
    expect(await sums(mine, limit('P10D', true))).toEqual([]);
  });

  test('that the layer above exceeds as well are only pointed out', async () => {
    const long = chain(due('a', 'P9D'), ['s>a', 'a>e']);
    expect(await sums(long, limit('P7D'), long)).toEqual(['time-limit-exceeded warning a 9']);
  });
});

describe('a loop in which time passes', () => {
  const loop = chain(
    `${due('a', 'P2D')}${gateway('again', '再来', 'on')}<bpmn:exclusiveGateway id="merged"/>`,
    ['s>merged', 'merged>a', 'a>again', 'on:again>e', `back:again>merged>\${more}`],
  );

  test('is refused, with the way round', async () => {
    const findings = await judged(empty, loop, [], { limits: [limit('P7D')] });
    expect(findings).toMatchObject([
      { rule: 'time-limit-unbounded', severity: 'error', element: 'merged', params: { sum: 2 } },
    ]);
    expect(findings[0]?.path).toEqual(['merged', 'f1', 'a', 'f2', 'again', 'back', 'merged']);
  });

  test('is only pointed out where the layer above has it', async () => {
    expect(await sums(loop, limit('P7D'), loop)).toEqual(['time-limit-unbounded warning merged 2']);
  });

  test('is none when it takes no time', async () => {
    const quick = edited(loop, { replace: { 'camunda:dueDate="P2D"': '' } });
    expect(await sums(quick, limit('P7D'))).toEqual([]);
  });
});

import { describe, expect, test } from '@jest/globals';
import { EVENT } from '../../model/fixtures/bpmn-text.ts';
import {
  boundary,
  type Drawing,
  duration,
  edited,
  end,
  evaluation,
  gateway,
  judged,
  led,
  locked,
  task,
} from './fixtures/city-processes.ts';

const locks = locked('evaluate', 'verify', 'confirm', 'notice', 'seal');

const rulesOf = async (...check: Parameters<typeof judged>) =>
  (await judged(...check)).map(({ rule, element }) => `${rule} ${element}`);

const eventSubprocess = (id: string, interrupting: boolean, inside: string) =>
  `<bpmn:subProcess id="${id}" triggeredByEvent="true"><bpmn:startEvent id="${id}Start" isInterrupting="${interrupting}">${EVENT.message}</bpmn:startEvent>
  ${inside}<bpmn:endEvent id="${id}End"/><bpmn:sequenceFlow id="${id}Flow" sourceRef="${id}Start" targetRef="${id}End"/></bpmn:subProcess>`;

describe('events that a layer adds', () => {
  test('an event that cancels a milestone and ends the process is refused, with the way', async () => {
    const mine = edited(evaluation, {
      add: boundary('tooLate', 'confirm', true, duration('P3D')) + end('lapsed'),
      flows: (all) => [...all, 'lapse:tooLate>lapsed'],
    });

    const findings = await judged(evaluation, mine, locks);

    expect(findings.map(({ rule, element }) => `${rule} ${element}`)).toEqual([
      'milestone-interrupted confirm',
      'milestone-interrupted notice',
      'milestone-interrupted seal',
    ]);
    expect(findings[0]?.path.slice(-4)).toEqual(['confirm', 'tooLate', 'lapse', 'lapsed']);
    expect(findings[0]?.params).toMatchObject({ from: '校长确认', over: 'tooLate' });
  });

  test('an event that cancels a milestone and goes on behind it decides in its place', async () => {
    const mine = edited(evaluation, {
      add: boundary('tacit', 'confirm', true, duration('P3D')),
      flows: (all) => [...all, 'tacitly:tacit>notice'],
    });
    expect(await rulesOf(evaluation, mine, locks)).toEqual(['milestone-interrupted confirm']);
  });

  test('a reminder beside a milestone is allowed', async () => {
    const mine = edited(evaluation, {
      add: boundary('slow', 'confirm', false, duration('P3D')) + end('reminded'),
      flows: (all) => [...all, 'remind:slow>reminded'],
    });
    expect(await rulesOf(evaluation, mine, locks)).toEqual([]);
  });

  test('an event beside a milestone that terminates the process is refused', async () => {
    const mine = edited(evaluation, {
      add: boundary('slow', 'confirm', false, duration('P3D')) + end('stopped', EVENT.terminate),
      flows: (all) => [...all, 'stop:slow>stopped'],
    });
    expect(await rulesOf(evaluation, mine, locks)).toContain('milestone-interrupted confirm');
  });

  test('an event that cancels an added step and comes back before the milestones is allowed', async () => {
    const mine = edited(evaluation, {
      add: task('hear', '听取意见', 'department') + boundary('silent', 'hear', true, duration('P2D')),
      flows: (all) => [...led('toVerify', 'hear')(all), 'heard:hear>verify', 'silence:silent>verify'],
    });
    expect(await rulesOf(evaluation, mine, locks)).toEqual([]);
  });

  test('an event subprocess that cancels the process is refused, one beside it is allowed', async () => {
    const withdrawal = edited(evaluation, { add: eventSubprocess('withdraw', true, '') });
    const notice = edited(evaluation, { add: eventSubprocess('tell', false, '') });

    const findings = await judged(evaluation, withdrawal, locks);

    expect(findings.map(({ rule }) => rule)).toEqual(locks.map(() => 'milestone-interrupted'));
    expect(findings[0]?.path).toEqual(['opened', 'withdrawStart', 'withdrawFlow', 'withdrawEnd']);
    expect(await rulesOf(evaluation, notice, locks)).toEqual([]);
  });

  test('a branch that runs beside the milestones and terminates the process is refused', async () => {
    const mine = edited(evaluation, {
      add: `<bpmn:parallelGateway id="beside"/>${task('watch', '旁听', 'department')}${end('stopped', EVENT.terminate)}`,
      flows: (all) => [
        ...led('toVerify', 'beside')(all),
        'toWatch:beside>watch',
        'stop:watch>stopped',
        'goOn:beside>verify',
      ],
    });
    expect(await rulesOf(evaluation, mine, locks)).toContain('milestone-interrupted notice');
  });

  test('so is one beside a milestone that is conditional, whatever lies between', async () => {
    const base = edited(evaluation, {
      add: `<bpmn:parallelGateway id="beside"/>${task('watch', '旁听', 'department')}${end('watched')}${gateway('large', '是否重大', 'isSmall')}${task('panel', '专家论证', 'experts')}`,
      flows: (all) => [
        ...led('begin', 'beside')(all),
        'toWatch:beside>watch',
        'watchedOn:watch>watched',
        'toLarge:beside>large',
        `isLarge:large>panel>\${large}`,
        'isSmall:large>again',
        'fromPanel:panel>again',
      ],
    });
    const mine = edited(base, { replace: { [end('watched')]: end('watched', EVENT.terminate) } });

    const findings = await judged(base, mine, locked('panel'));

    expect(findings.map(({ rule, element }) => `${rule} ${element}`)).toContain(
      'milestone-interrupted panel',
    );
    expect(findings.find(({ element }) => element === 'panel')?.path).toEqual([
      ...['opened', 'begin', 'beside', 'toWatch', 'watch', 'watchedOn', 'watched'],
    ]);
    expect(await rulesOf(base, base, locked('panel'))).toEqual([]);
  });

  test('another start behind the milestones is refused', async () => {
    const mine = edited(evaluation, {
      add: `<bpmn:startEvent id="shortcut">${EVENT.message}</bpmn:startEvent><bpmn:exclusiveGateway id="both"/>`,
      flows: (all) => [...led('toSeal', 'both')(all), 'cut:shortcut>both', 'bothOn:both>seal'],
    });
    expect(await rulesOf(evaluation, mine, locks)).toEqual([
      'milestone-avoidable evaluate',
      'milestone-avoidable verify',
      'milestone-avoidable confirm',
      'milestone-avoidable notice',
    ]);
  });
});

/** 撤回 may cancel everything, 超期 leads a confirmation to the district: both are the city's own. */
const withEscapes: Drawing = edited(evaluation, {
  add:
    eventSubprocess('withdraw', true, '') +
    boundary('overdue', 'confirm', true, duration('P9D')) +
    task('district', '区级代为确认', 'district-officer') +
    '<bpmn:exclusiveGateway id="confirmed"/>',
  flows: (all) => [
    ...led('toNotice', 'confirmed')(all),
    'toDistrict:overdue>district',
    'byDistrict:district>confirmed',
    'confirmedOn:confirmed>notice',
  ],
});
const escapeLocks = [...locks, ...locked('district')];

describe('events that the layer above has itself', () => {
  test('are no way around', async () => {
    expect(await rulesOf(withEscapes, withEscapes, escapeLocks)).toEqual([]);
  });

  test('are still none when a way around is added beside them', async () => {
    const mine = edited(withEscapes, {
      add: gateway('public', '是否公示', 'isPublic'),
      flows: (all) => [
        ...led('confirmedOn', 'public')(all),
        'isPublic:public>notice',
        `isPrivate:public>seal>\${small}`,
      ],
    });
    expect(await rulesOf(withEscapes, mine, escapeLocks)).toEqual(['milestone-avoidable notice']);
  });

  test('still lead to what they led to', async () => {
    const mine = edited(withEscapes, { flows: led('byDistrict', 'seal') });

    const findings = await judged(withEscapes, mine, escapeLocks);

    expect(findings.map(({ rule, element }) => `${rule} ${element}`)).toEqual(['milestone-avoidable notice']);
    expect(findings[0]?.path).toEqual(
      expect.arrayContaining(['confirm', 'overdue', 'district', 'byDistrict', 'seal']),
    );
  });

  test('a reminder that is made to cancel is one that the layer adds', async () => {
    const base = edited(evaluation, {
      add: boundary('slow', 'confirm', false, duration('P3D')) + end('reminded'),
      flows: (all) => [...all, 'remind:slow>reminded'],
    });
    const mine = edited(base, { replace: { 'cancelActivity="false"': 'cancelActivity="true"' } });
    expect(await rulesOf(base, mine, locks)).toEqual([
      'milestone-bound confirm',
      'milestone-interrupted confirm',
      'milestone-interrupted notice',
      'milestone-interrupted seal',
    ]);
  });
});

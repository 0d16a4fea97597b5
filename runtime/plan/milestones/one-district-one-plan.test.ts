import { describe, expect, test } from '@jest/globals';
import {
  appeal,
  edited,
  end,
  evaluation,
  gateway,
  inserted,
  judged,
  led,
  locked,
  task,
  terminal,
} from './fixtures/city-processes.ts';

const evaluationLocks = locked('evaluate', 'verify', 'confirm', 'notice', 'seal');
const appealLocks = locked('accept', 'guidance', 'panel', 'leaders', 'reply');
const sevenDays = {
  name: '申诉办结时限',
  duration: 'P7D',
  working: false,
  lock: { lock: { class: 'TIGHTEN', direction: 'max' }, authority: '深圳市教育局' },
} as const;

describe('what districts may do (domain.md 3.6)', () => {
  test('the plan of the city itself is accepted', async () => {
    expect(await judged(evaluation, evaluation, evaluationLocks)).toEqual([]);
    expect(await judged(appeal, appeal, appealLocks, { limits: [sevenDays] })).toEqual([]);
    expect(await judged(terminal, terminal, locked('meeting', 'seal'))).toEqual([]);
  });

  test('a grade leader’s step between class and 指导组', async () => {
    const mine = inserted(evaluation, 'toVerify', task('grade', '年级组长审核', 'grade-leader'), 'grade');
    expect(await judged(evaluation, mine, evaluationLocks)).toEqual([]);
  });

  test('appeal times of 5 days instead of 7', async () => {
    const locks = [
      ...appealLocks,
      { element: 'reply', property: 'timer', lock: { class: 'TIGHTEN', direction: 'max' } } as const,
    ];
    const mine = edited(appeal, { replace: { '>P7D<': '>P5D<' } });
    const tight = [{ element: 'overdue', lock: { class: 'TIGHTEN', direction: 'max' } } as const];
    expect(await judged(appeal, mine, [...locks, ...tight])).toEqual([]);
  });

  test('a step of 调解 within the time limit', async () => {
    const mediation = task('mediate', '调解', 'guidance-group', 'camunda:dueDate="PT12H"');
    const limit = { ...sevenDays, duration: 'P8D' };
    const mine = inserted(appeal, 'isAppeal', mediation, 'mediate');
    expect(await judged(appeal, mine, appealLocks, { limits: [limit] })).toEqual([]);
  });

  test('a review of all 不达标 by the district before sealing', async () => {
    const mine = inserted(
      terminal,
      'fromMeeting',
      task('district', '区级审核', 'district-officer'),
      'district',
    );
    expect(await judged(terminal, mine, locked('meeting', 'seal'))).toEqual([]);
  });

  test('a return to an earlier step', async () => {
    const mine = edited(evaluation, {
      add: gateway('complete', '材料是否齐全', 'isComplete'),
      flows: (all) => [
        ...led('toNotice', 'complete')(all),
        'isComplete:complete>notice',
        `isMissing:complete>again>\${incomplete}`,
      ],
    });
    expect(await judged(evaluation, mine, evaluationLocks)).toEqual([]);
  });

  test('a longer 公示 where the city sets the least', async () => {
    const locks = [
      ...locked('evaluate', 'verify', 'confirm', 'seal'),
      { element: 'notice', lock: { class: 'TIGHTEN', direction: 'min' } } as const,
    ];
    const parameters = [{ noticePeriod: 'P5D' }, { noticePeriod: 'P7D' }] as const;
    expect(await judged(evaluation, evaluation, locks, { parameters })).toEqual([]);
  });
});

describe('what districts may not do (domain.md 3.7)', () => {
  test('route around 公示: refused, with the way that does', async () => {
    const mine = edited(evaluation, {
      add: gateway('public', '是否公示', 'isPublic'),
      flows: (all) => [
        ...led('toNotice', 'public')(all),
        'isPublic:public>notice',
        `isPrivate:public>seal>\${small}`,
      ],
    });
    const findings = await judged(evaluation, mine, evaluationLocks);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      rule: 'milestone-avoidable',
      severity: 'error',
      element: 'notice',
      path: [
        ...['opened', 'begin', 'again', 'toEvaluate', 'evaluate', 'toVerify', 'verify', 'toValid', 'valid'],
        ...['isTrue', 'confirm', 'toNotice', 'public', 'isPrivate', 'seal', 'toSealed', 'sealed'],
      ],
      params: { name: '公示', from: '是否公示', over: '归档', authority: '深圳市教育局', basis: '三（五）' },
    });
  });

  test('appeal times of 9 days instead of 5', async () => {
    const base = edited(appeal, { replace: { '>P7D<': '>P5D<' } });
    const mine = edited(appeal, { replace: { '>P7D<': '>P9D<' } });
    const tight = [
      ...appealLocks,
      { element: 'overdue', lock: { class: 'TIGHTEN', direction: 'max' } } as const,
    ];
    expect(await judged(base, mine, tight)).toMatchObject([
      {
        rule: 'milestone-bound',
        element: 'reply',
        path: ['reply', 'overdue'],
        params: { expected: 'P5D', found: 'P9D' },
      },
    ]);
  });

  test('a step of 调解 that takes longer than the limit leaves', async () => {
    const mediation = task('mediate', '调解', 'guidance-group', 'camunda:dueDate="P3D"');
    const mine = inserted(appeal, 'isAppeal', mediation, 'mediate');
    const findings = await judged(appeal, mine, appealLocks, { limits: [sevenDays] });
    expect(findings).toMatchObject([
      {
        rule: 'time-limit-exceeded',
        severity: 'error',
        params: { sum: 10, limit: 7, limitName: '申诉办结时限' },
      },
    ]);
    expect(findings[0]?.path).toEqual(expect.arrayContaining(['accept', 'mediate', 'leaders', 'reply']));
  });

  test('replace the joint review by a single group', async () => {
    const mine = {
      elements: appeal.elements.replace(/<bpmn:userTask id="panel".*?<\/bpmn:userTask>/, ''),
      flows: appeal.flows.filter((text) => !text.includes('panel')),
    };
    const findings = await judged(appeal, mine, appealLocks);
    expect(findings.map(({ rule, element }) => [rule, element])).toContainEqual([
      'milestone-missing',
      'panel',
    ]);
  });

  test('let one of the two groups be enough', async () => {
    const mine = edited(appeal, {
      replace: {
        '<bpmn:parallelGateway id="joint"/>': gateway('joint', '由谁复核', 'toGuidance'),
        '<bpmn:parallelGateway id="joined"/>': '<bpmn:exclusiveGateway id="joined"/>',
      },
      flows: (all) => all.map((text) => (text.startsWith('toPanel:') ? `${text}>\${hard}` : text)),
    });
    const findings = await judged(appeal, mine, appealLocks);
    expect(findings.map(({ rule, element }) => [rule, element])).toEqual([
      ['milestone-avoidable', 'panel'],
      ['milestone-avoidable', 'guidance'],
      ['milestone-order', 'agreed'],
      ['milestone-order', 'agreed'],
    ]);
  });

  test('end an appeal before it is decided', async () => {
    const mine = edited(appeal, {
      add: gateway('worth', '是否值得复核', 'isWorth') + end('dropped'),
      flows: (all) => [
        ...led('isAppeal', 'worth')(all),
        'isWorth:worth>joint',
        `drop:worth>dropped>\${minor}`,
      ],
    });
    const findings = await judged(appeal, mine, appealLocks);
    expect(findings.map(({ rule, element }) => [rule, element])).toEqual(
      expect.arrayContaining([['milestone-avoidable', 'guidance']]),
    );
    expect(findings.find(({ element }) => element === 'guidance')?.path).toEqual([
      ...['filed', 'toAccept', 'accept', 'toKind', 'kind', 'isAppeal', 'worth', 'drop', 'dropped'],
    ]);
  });
});

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
} from './fixtures/city-processes.ts';
import type { MilestoneLock } from './milestone-lock.ts';

const locks = locked('accept', 'guidance', 'panel', 'leaders', 'reply');

async function found(replace: Record<string, string>, extra: readonly MilestoneLock[] = [], base = appeal) {
  const findings = await judged(base, edited(base, { replace }), [...extra, ...locks]);
  return findings.map(({ rule, element }) => `${rule} ${element}`);
}

const free = (element: string, property: string): MilestoneLock => ({
  element,
  property,
  lock: { class: 'FREE' },
});

describe('a locked element keeps', () => {
  test('its type', async () => {
    const from =
      '<bpmn:userTask id="accept" name="监察组受理" camunda:formKey="accept-form" camunda:candidateGroups="supervision-group" camunda:dueDate="P1D"></bpmn:userTask>';
    expect(await found({ [from]: '<bpmn:manualTask id="accept" name="监察组受理"/>' })).toEqual([
      'milestone-type accept',
    ]);
  });

  test('its form, unless the form is free', async () => {
    expect(await found({ 'accept-form': 'other-form' })).toEqual(['milestone-form accept']);
    expect(await found({ 'accept-form': 'other-form' }, [free('accept', 'formKey')])).toEqual([]);
  });

  test('its roles; more may be added where the lock says APPEND', async () => {
    const group = 'camunda:candidateGroups="leading-group"';
    const two = 'camunda:candidateGroups="leading-group,principal"';
    const append: MilestoneLock = {
      element: 'leaders',
      property: 'candidateGroups',
      lock: { class: 'APPEND' },
    };
    expect(await found({ [group]: 'camunda:candidateGroups="principal"' })).toEqual([
      'milestone-performer leaders',
    ]);
    expect(await found({ [group]: two })).toEqual(['milestone-performer leaders']);
    expect(await found({ [group]: two }, [append])).toEqual([]);
    expect(await found({ [group]: 'camunda:candidateGroups="principal"' }, [append])).toEqual([
      'milestone-performer leaders',
    ]);
    expect(
      await found({ [group]: 'camunda:candidateGroups="principal"' }, [free('leaders', 'candidateGroups')]),
    ).toEqual([]);
  });

  test('how many sign it', async () => {
    const signed = (enough: string) =>
      `<bpmn:multiInstanceLoopCharacteristics camunda:collection="\${members}" camunda:elementVariable="m"><bpmn:completionCondition>\${nrOfCompletedInstances >= ${enough}}</bpmn:completionCondition></bpmn:multiInstanceLoopCharacteristics>`;
    const base = edited(appeal, {
      replace: {
        [task('leaders', '领导小组决定', 'leading-group', 'camunda:dueDate="P1D"')]: task(
          'leaders',
          '领导小组决定',
          'leading-group',
          'camunda:dueDate="P1D"',
          signed('3'),
        ),
      },
    });
    expect(await found({ '>= 3': '>= 1' }, [], base)).toEqual(['milestone-signers leaders']);
    expect(await found({ [signed('3')]: '' }, [], base)).toEqual(['milestone-signers leaders']);
  });

  test('its due date and its timers, whatever the lock of the element says of the rest', async () => {
    expect(
      await found({
        'camunda:candidateGroups="guidance-group" camunda:dueDate="P4D"':
          'camunda:candidateGroups="guidance-group"',
      }),
    ).toEqual(['milestone-bound guidance']);
    expect(
      await found({
        'camunda:candidateGroups="guidance-group" camunda:dueDate="P4D"':
          'camunda:candidateGroups="guidance-group" camunda:dueDate="P3D"',
      }),
    ).toEqual(['milestone-bound guidance']);
    expect(await found({ '>P7D<': '>P8D<' })).toEqual(['milestone-bound reply']);
    expect(await found({ '>P7D<': '>P8D<' }, [{ element: 'overdue', lock: { class: 'FREE' } }])).toEqual([]);
    expect(await found({ '>P7D<': '>P8D<' }, [{ element: 'overdue', lock: { class: 'APPEND' } }])).toEqual(
      [],
    );
  });
});

describe('a bound', () => {
  const wait = `>\${noticePeriod}<`;
  const limits = (direction: 'min' | 'max'): readonly MilestoneLock[] => [
    { element: 'notice', lock: { class: 'TIGHTEN', direction } },
  ];
  const judge = async (length: string, direction: 'min' | 'max', base = 'P5D') => {
    const findings = await judged(
      evaluation,
      edited(evaluation, { replace: { [wait]: `>${length}<` } }),
      limits(direction),
      {
        parameters: [{ noticePeriod: base }, { noticePeriod: base }],
      },
    );
    return findings.map(({ rule, params }) => `${rule} ${params.broken}`);
  };

  test('is held against the value of the parameter that the layer above uses', async () => {
    expect(await judge('P7D', 'min')).toEqual([]);
    expect(await judge('P4D', 'min')).toEqual(['milestone-bound shorter']);
    expect(await judge('PT96H', 'min')).toEqual(['milestone-bound shorter']);
    expect(await judge('P7D', 'max')).toEqual(['milestone-bound longer']);
    expect(await judge('P1W', 'max', 'P7D')).toEqual([]);
  });

  test('in days by the clock is not taken for one in working days', async () => {
    const working = '<camunda:property name="calendar" value="working-days"/>';
    const mine = edited(evaluation, { replace: { [working]: '<camunda:property name="other" value="x"/>' } });
    const parameters = [{ noticePeriod: 'P5D' }, { noticePeriod: 'P5D' }] as const;
    expect(await judged(evaluation, mine, limits('min'), { parameters })).toMatchObject([
      { params: { broken: 'shorter' } },
    ]);
    const longer = [{ noticePeriod: 'P5D' }, { noticePeriod: 'P7D' }] as const;
    expect(await judged(evaluation, mine, limits('min'), { parameters: longer })).toEqual([]);
  });

  test('that cannot be told beforehand may not be changed', async () => {
    expect(await judge(`\${other}`, 'min')).toEqual(['milestone-bound changed']);
  });
});

describe('a decision', () => {
  test('on which a milestone depends keeps its conditions, without a lock of its own', async () => {
    const mine = {
      ...appeal,
      flows: appeal.flows.map((text) => text.replace("kind == 'question'", "kind != 'complaint'")),
    };
    const findings = await judged(appeal, mine, locks);
    expect(findings).toMatchObject([
      {
        rule: 'milestone-decision',
        element: 'kind',
        path: ['kind', 'isQuestion'],
        params: { found: `\${kind != 'complaint'}` },
      },
    ]);
    expect(await judged(appeal, mine, [...locks, { element: 'kind', lock: { class: 'FREE' } }])).toEqual([]);
  });

  test('keeps its default', async () => {
    const mine = {
      elements: appeal.elements.replace('default="disagree"', 'default="agree"'),
      flows: appeal.flows.map((text) =>
        text.startsWith('agree:')
          ? 'agree:agreed>settled'
          : text.startsWith('disagree:')
            ? `${text}>\${!agreed}`
            : text,
      ),
    };
    const findings = await judged(appeal, mine, locks);
    expect(findings.map(({ rule, element }) => `${rule} ${element}`)).toEqual([
      'milestone-decision agreed',
      'milestone-decision agreed',
    ]);
  });

  test('gets no other outcome, but one that comes back to it', async () => {
    const away = edited(appeal, {
      add: end('gone'),
      flows: (all) => [...all, `drop:agreed>gone>\${dropped}`],
    });
    const back = edited(appeal, {
      add: task('more', '补充材料', 'supervision-group'),
      flows: (all) => [
        ...led('toGuidance', 'guidance')(all),
        `askMore:agreed>more>\${more}`,
        'moreOn:more>agreed',
      ],
    });
    expect((await judged(appeal, away, locks)).map(({ rule, element }) => `${rule} ${element}`)).toEqual([
      'milestone-decision agreed',
      'milestone-avoidable reply',
    ]);
    expect(await judged(appeal, back, locks)).toEqual([]);
  });

  test('is not taken by an added step that writes what it goes by', async () => {
    const table =
      '<bpmn:businessRuleTask id="rule" name="自动判断" camunda:decisionRef="d" camunda:resultVariable="agreed" camunda:mapDecisionResult="singleEntry"/>';
    const script = `<bpmn:scriptTask id="rule" name="自动判断" scriptFormat="juel" camunda:resultVariable="agreed"><bpmn:script>\${true}</bpmn:script></bpmn:scriptTask>`;
    for (const added of [table, script]) {
      const findings = await judged(appeal, inserted(appeal, 'toAgreed', added, 'rule'), locks);
      expect(findings).toMatchObject([
        {
          rule: 'milestone-decided-elsewhere',
          element: 'rule',
          path: ['rule', 'rule_on', 'agreed'],
          params: { variable: 'agreed', decision: '是否一致' },
        },
      ]);
    }
    expect(await judged(appeal, inserted(appeal, 'toClosed', script, 'rule'), locks)).toEqual([]);
  });

  test('is not taken by an added user task whose form fills what it goes by', async () => {
    const mine = inserted(appeal, 'toAgreed', task('secretary', '秘书汇总', 'office'), 'secretary');
    const base = new Map([
      ['guidance', ['agreed']],
      ['panel', ['agreed']],
    ]);
    const writing = new Map([...base, ['secretary', ['agreed']]] as [string, string[]][]);
    expect(await judged(appeal, mine, locks, { stepVariables: [base, base] })).toEqual([]);
    expect(await judged(appeal, mine, locks, { stepVariables: [base, writing] })).toMatchObject([
      { rule: 'milestone-decided-elsewhere', element: 'secretary' },
    ]);
  });
});

describe('a process that is locked as a whole', () => {
  test('with APPEND loses nothing and may get more; with LOCKED it gets no more', async () => {
    const more = inserted(evaluation, 'toVerify', task('grade', '年级组长审核', 'grade-leader'), 'grade');
    const less = edited(evaluation, {
      replace: { [task('verify', '指导组审核', 'guidance-group')]: '' },
      flows: (all) => led('toVerify', 'valid')(all).filter((text) => !text.startsWith('toValid')),
    });
    const parameters = [{ noticePeriod: 'P5D' }, { noticePeriod: 'P5D' }] as const;
    const append: MilestoneLock[] = [{ lock: { class: 'APPEND' } }];
    const whole: MilestoneLock[] = [{ lock: { class: 'LOCKED' } }];
    expect(await judged(evaluation, more, append, { parameters })).toEqual([]);
    expect(await judged(evaluation, less, append, { parameters })).toMatchObject([
      { rule: 'milestone-missing', element: 'verify' },
    ]);
    expect(await judged(evaluation, more, whole, { parameters })).toMatchObject([
      { rule: 'milestone-addition', element: 'grade' },
    ]);
    expect(await judged(evaluation, evaluation, whole, { parameters })).toEqual([]);
  });

  test('has milestones in their order', async () => {
    const mine = {
      ...evaluation,
      flows: evaluation.flows.map((text) =>
        text
          .replace('isTrue:valid>confirm', 'isTrue:valid>notice')
          .replace('toNotice:confirm>notice', 'toNotice:confirm>seal')
          .replace('toSeal:notice>seal', 'toSeal:notice>confirm'),
      ),
    };
    const findings = await judged(
      evaluation,
      mine,
      locked('evaluate', 'verify', 'confirm', 'notice', 'seal'),
    );
    expect(findings).toMatchObject([
      { rule: 'milestone-order', element: 'notice', params: { before: '校长确认' } },
    ]);
    expect(findings[0]?.path.at(-1)).toBe('notice');
    expect(findings[0]?.path).not.toContain('confirm');
  });

  test('gets no gateway that decides nothing taken for a milestone', async () => {
    const mine = edited(evaluation, {
      replace: { '<bpmn:exclusiveGateway id="again"/>': '' },
      add: gateway('other', '', ''),
      flows: (all) =>
        all
          .filter((text) => !text.includes('again'))
          .concat('begin:opened>other', 'isWrong:valid>other', 'on:other>evaluate'),
    });
    const fixed = { ...mine, elements: mine.elements.replace(' default=""', '') };
    expect(await judged(evaluation, fixed, [{ lock: { class: 'APPEND' } }])).toEqual([]);
  });
});

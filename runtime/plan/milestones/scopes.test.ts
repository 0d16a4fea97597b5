import { describe, expect, test } from '@jest/globals';
import { EVENT } from '../../model/fixtures/bpmn-text.ts';
import {
  boundary,
  type Drawing,
  edited,
  end,
  gateway,
  judged,
  led,
  locked,
  task,
} from './fixtures/city-processes.ts';

/** 公示 as a subprocess: open, period, close; an objection throws an error that leads to a correction. */
const notice: Drawing = {
  elements: [
    '<bpmn:startEvent id="s"/>',
    task('confirm', '校长确认', 'principal'),
    `<bpmn:subProcess id="notice" name="公示"><bpmn:startEvent id="begun"/>${task('open', '发布公示', 'office')}
    ${task('hear', '听取异议', 'office')}${gateway('objected', '有无异议', 'none')}${task('close', '结束公示', 'office')}
    <bpmn:endEvent id="over"/><bpmn:endEvent id="wrong">${EVENT.error}</bpmn:endEvent>
    <bpmn:sequenceFlow id="n1" sourceRef="begun" targetRef="open"/><bpmn:sequenceFlow id="n2" sourceRef="open" targetRef="hear"/>
    <bpmn:sequenceFlow id="n3" sourceRef="hear" targetRef="objected"/>
    <bpmn:sequenceFlow id="none" sourceRef="objected" targetRef="close"/>
    <bpmn:sequenceFlow id="some" sourceRef="objected" targetRef="wrong"><bpmn:conditionExpression>\${objection}</bpmn:conditionExpression></bpmn:sequenceFlow>
    <bpmn:sequenceFlow id="n4" sourceRef="close" targetRef="over"/></bpmn:subProcess>`,
    boundary('objection', 'notice', true, EVENT.error),
    task('correct', '更正', 'class-teacher'),
    '<bpmn:exclusiveGateway id="again"/>',
    `<bpmn:callActivity id="archive" name="归档" calledElement="archiving"/>`,
    end('e'),
  ].join(''),
  flows: [
    's>confirm',
    'toAgain:confirm>again',
    'toNotice:again>notice',
    'toArchive:notice>archive',
    'toEnd:archive>e',
    'toCorrect:objection>correct',
    'corrected:correct>again',
  ],
};
const locks = locked('confirm', 'open', 'hear', 'close', 'correct', 'archive');

const rulesOf = async (...check: Parameters<typeof judged>) =>
  (await judged(...check)).map(({ rule, element }) => `${rule} ${element}`);

describe('milestones in a subprocess', () => {
  test('are accepted as they are, with an error that leads back', async () => {
    expect(await rulesOf(notice, notice, locks)).toEqual([]);
  });

  test('may not be left out inside', async () => {
    const mine = edited(notice, {
      replace: {
        '<bpmn:sequenceFlow id="n2" sourceRef="open" targetRef="hear"/>': `${gateway('small', '小范围', 'n2')}
        <bpmn:sequenceFlow id="x" sourceRef="open" targetRef="small"/><bpmn:sequenceFlow id="n2" sourceRef="small" targetRef="hear"/>
        <bpmn:sequenceFlow id="y" sourceRef="small" targetRef="close"><bpmn:conditionExpression>\${few}</bpmn:conditionExpression></bpmn:sequenceFlow>`,
      },
    });
    const findings = await judged(notice, mine, locks);
    expect(findings[0]).toMatchObject({ rule: 'milestone-avoidable', element: 'hear' });
    expect(findings[0]?.path).toEqual(
      expect.arrayContaining(['notice', 'begun', 'open', 'small', 'y', 'close', 'over']),
    );
  });

  test('may not be left by a way around the subprocess, nor by an end inside', async () => {
    const around = edited(notice, {
      add: gateway('public', '是否公示', 'isPublic'),
      flows: (all) => [
        ...led('toNotice', 'public')(all),
        'isPublic:public>notice',
        `isPrivate:public>archive>\${few}`,
      ],
    });
    const early = edited(notice, {
      replace: {
        '<bpmn:sequenceFlow id="n2" sourceRef="open" targetRef="hear"/>': `${gateway('small', '小范围', 'n2')}<bpmn:endEvent id="early"/>
        <bpmn:sequenceFlow id="x" sourceRef="open" targetRef="small"/><bpmn:sequenceFlow id="n2" sourceRef="small" targetRef="hear"/>
        <bpmn:sequenceFlow id="y" sourceRef="small" targetRef="early"><bpmn:conditionExpression>\${few}</bpmn:conditionExpression></bpmn:sequenceFlow>`,
      },
    });
    expect(await rulesOf(notice, around, locks)).toEqual(
      expect.arrayContaining([
        'milestone-avoidable open',
        'milestone-avoidable hear',
        'milestone-avoidable close',
      ]),
    );
    expect(await rulesOf(notice, early, locks)).toEqual(
      expect.arrayContaining(['milestone-avoidable hear', 'milestone-avoidable close']),
    );
  });

  test('are not passed by what is thrown elsewhere: an objection still comes back to the notice', async () => {
    const mine = edited(notice, { flows: led('corrected', 'archive') });
    const findings = await judged(notice, mine, locks);
    expect(findings.map(({ rule, element }) => `${rule} ${element}`)).toContain('milestone-avoidable close');
    expect(findings.find(({ element }) => element === 'close')?.path).toEqual(
      expect.arrayContaining(['some', 'wrong', 'objection', 'correct', 'corrected', 'archive']),
    );
  });

  test('a lock on the subprocess holds what is inside, and takes no additions', async () => {
    const mine = edited(notice, {
      replace: {
        '<bpmn:sequenceFlow id="n4" sourceRef="close" targetRef="over"/>': `${task('extra', '另加', 'office')}
        <bpmn:sequenceFlow id="n4" sourceRef="close" targetRef="extra"/><bpmn:sequenceFlow id="n5" sourceRef="extra" targetRef="over"/>`,
        'name="发布公示"': 'name="发布"',
      },
    });
    expect(await rulesOf(notice, mine, locked('notice'))).toEqual(['milestone-addition extra']);
    expect(await rulesOf(notice, mine, [{ element: 'notice', lock: { class: 'APPEND' } }])).toEqual([]);
    const without = edited(notice, {
      replace: {
        [task('hear', '听取异议', 'office')]: '',
        'targetRef="hear"': 'targetRef="objected"',
        '<bpmn:sequenceFlow id="n3" sourceRef="hear" targetRef="objected"/>': '',
      },
    });
    expect(await rulesOf(notice, without, locked('notice'))).toEqual(['milestone-missing hear']);
  });

  test('a call activity is a milestone like any other', async () => {
    const mine = edited(notice, {
      add: gateway('keep', '是否归档', 'kept'),
      flows: (all) => [...led('toArchive', 'keep')(all), 'kept:keep>archive', `dropped:keep>e>\${few}`],
    });
    expect(await rulesOf(notice, mine, locks)).toEqual(['milestone-avoidable archive']);
    const other = edited(notice, { replace: { 'calledElement="archiving"': 'calledElement="other"' } });
    expect(await rulesOf(notice, other, locks)).toEqual(['milestone-work archive']);
    expect(
      await rulesOf(notice, other, [
        ...locks,
        { element: 'archive', property: 'calledElement', lock: { class: 'FREE' } },
      ]),
    ).toEqual([]);
  });
});

import { describe, expect, test } from '@jest/globals';
import { juniorHighCity as city } from '../fixtures/junior-high-city.ts';
import { chain, field, flowText, options, processEntry, refusals, task } from '../fixtures/plan-text.ts';
import {
  addComponent,
  addOption,
  component,
  type Edit,
  entry,
  inFlow,
  parameter,
  stepBefore,
  variant,
} from '../fixtures/variants.ts';

/** A difference between districts, and its twin that the city does not allow, with what the district is told. */
interface Difference {
  readonly title: string;
  readonly allowed: readonly Edit[];
  readonly forbidden: readonly Edit[];
  readonly told: string | RegExp;
}

const weeks =
  (from: number, to: number, exception?: { from: number; to: number }): Edit =>
  ({ manifest }) =>
    Object.assign(
      entry(manifest.calendar?.windows, () => true),
      {
        weeks: { from, to },
        ...(exception && { exceptions: [{ key: 'nine-year', name: '九年一贯制学校', weeks: exception }] }),
      },
    );

const indicator =
  (code: string, change: object): Edit =>
  ({ manifest }) =>
    Object.assign(
      entry(manifest.indicators, (it) => it.code === code),
      change,
    );

const notice =
  (audience: 'class' | 'school' | 'grade'): Edit =>
  ({ manifest }) =>
    Object.assign(
      entry(manifest.parameters, (it) => it.key === 'noticeScope'),
      { value: audience },
    );

const addIndicator =
  (kind: 'counting' | 'displayed-only'): Edit =>
  ({ manifest }) =>
    manifest.indicators?.push({
      code: 'N1',
      dimension: 'moral',
      text: '每学期实践 8 课时（提示）',
      kind,
    });

const exempt =
  (approval: { document: string } | undefined): Edit =>
  ({ manifest }) =>
    manifest.exemptions?.push({
      key: 'individual-plan',
      name: '个别化教育计划',
      who: '特殊教育学生',
      indicators: ['13'],
      recordedAs: '免评',
      ...(approval && { approval }),
    });

const panel: Edit = (draft) => {
  draft.manifest.processes.push(
    processEntry('recognise-by-panel', '专家组认定', ['vote'], {
      lock: { class: 'FREE' },
      subject: 'student',
    }),
  );
  draft.processes['recognise-by-panel'] = {
    xml: flowText('recognise-by-panel', chain(task('vote', '专家组表决', 'group-member'))),
  };
  inFlow(
    'recognise-incoming',
    'calledElement="recognise-by-officer"',
    'calledElement="recognise-by-panel"',
  )(draft);
};

const evidence = (when: object): Edit =>
  component('record', 'image', {
    validate: { json: { if: [when, { '!!': [{ var: 'data.image' }] }, true] } },
  });
const outsideAndHigh = {
  and: [
    { '==': [{ var: 'data.organisedBy' }, 'outside'] },
    { in: [{ var: 'data.level' }, ['district', 'city']] },
  ],
};

const differences: readonly Difference[] = [
  {
    title: '1 another evaluation window, and an earlier one for some schools',
    allowed: [weeks(18, 20, { from: 17, to: 19 })],
    forbidden: [weeks(18, 21)],
    told: 'weeks 18 to 21 leave the frame of weeks 16 to 20',
  },
  {
    title: '2 a check by the grade leader between two milestones',
    allowed: [stepBefore('evaluate-term', 'verify', task('grade', '年级组长审核', 'class-teacher'))],
    forbidden: [
      inFlow('evaluate-term', 'targetRef="verify"', 'targetRef="confirm"'),
      inFlow(
        'evaluate-term',
        'sourceRef="verify" targetRef="confirm"',
        'sourceRef="confirm" targetRef="verify"',
      ),
      inFlow(
        'evaluate-term',
        'sourceRef="confirm" targetRef="ended"',
        'sourceRef="verify" targetRef="ended"',
      ),
    ],
    told: /指导组审核|校长确认/,
  },
  {
    title: '3 who ticks point 13',
    allowed: [
      indicator('13', {
        evaluator: { role: 'subject-teacher', subject: '体育与健康' },
        countersign: { role: 'class-teacher' },
      }),
    ],
    forbidden: [indicator('13', { evaluator: { role: 'guardian' } })],
    told: '指标“每天1小时校园体育活动”的“评价人”不能改为 guardian（深圳市方案第 3 版规定，依据深教规〔2020〕6号）。请在下列范围内选择：class-teacher、subject-teacher。',
  },
  {
    title: '4 what happens to points that parents leave open',
    allowed: [parameter('guardianFallback', 'not-counted')],
    forbidden: [
      ({ manifest }) => {
        const it = entry(manifest.parameters, ({ key }) => key === 'guardianFallback');
        if (it.type === 'enum') it.options.push({ value: 'ignored', name: '不处理' });
      },
    ],
    told: '参数选项“不处理”不能加在这里（深圳市方案第 3 版规定）。请删去，或商请深圳市调整方案。',
  },
  {
    title: '5 a shorter appeal, with mediation',
    allowed: [
      parameter('appealPeriod', 'P5D'),
      stepBefore('appeal', 'review', task('mediate', '调解', 'group-member', 'camunda:dueDate="P1D"')),
    ],
    forbidden: [parameter('appealPeriod', 'P8D')],
    told: '参数“申诉办结时限”的“取值”现为 8 天（深圳市方案第 3 版规定，依据深教规〔2020〕6号），只能降低，不能高于 7 天。请改为 7 天或以下。',
  },
  {
    title: '5 mediation within the time that the appeal may take',
    allowed: [
      stepBefore('appeal', 'review', task('mediate', '调解', 'group-member', 'camunda:dueDate="P2D"')),
    ],
    forbidden: [
      parameter('appealPeriod', 'P5D'),
      stepBefore('appeal', 'review', task('mediate', '调解', 'group-member', 'camunda:dueDate="P2D"')),
    ],
    told: /申诉办结时限 allows 5/,
  },
  {
    title: '6 a longer notice in one of the scopes that are allowed',
    allowed: [parameter('noticePeriod', 'P7D'), notice('school')],
    forbidden: [parameter('noticePeriod', 'P3D')],
    told: '参数“公示期”的“取值”现为 3 个工作日（深圳市方案第 3 版规定，依据深教规〔2020〕6号），只能提高，不能低于 5 个工作日。请改为 5 个工作日或以上。',
  },
  {
    title: '6 a scope of the notice that is not allowed',
    allowed: [notice('class')],
    forbidden: [notice('grade')],
    told: '不能改为 grade（深圳市方案第 3 版规定，依据深教规〔2020〕6号）。请在下列范围内选择：class、school。',
  },
  {
    title: '7 local kinds that count as one of the city’s',
    allowed: [addOption('record', 'kind', { value: 'hakka', label: '客家文化', mapsTo: 'good-deed' })],
    forbidden: [addOption('record', 'kind', { value: 'hakka', label: '客家文化' })],
    told: '选项“客家文化”可以新增，但须对应一个原有选项，以便全市统计（深圳市方案第 3 版规定，依据深教规〔2020〕6号）。请选择它对应的原有选项。',
  },
  {
    title: '8 evidence for honours from outside',
    allowed: [evidence(outsideAndHigh)],
    forbidden: [evidence({ in: [{ var: 'data.level' }, ['district', 'city']] })],
    told: /突出表现 requires 佐证材料.*学校组织的活动不要求佐证/,
  },
  {
    title: '9 a review by the district before sealing',
    allowed: [stepBefore('terminal-review', 'seal', task('district', '区级审核', 'district-admin'))],
    forbidden: [
      stepBefore('terminal-review', 'decide', task('district', '区级审核', 'district-admin')),
      inFlow(
        'terminal-review',
        '</bpmn:process>',
        '<bpmn:boundaryEvent id="late" attachedToRef="district"><bpmn:timerEventDefinition><bpmn:timeDuration>P9D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent><bpmn:sequenceFlow id="away" sourceRef="late" targetRef="seal"/></bpmn:process>',
      ),
    ],
    told: /领导小组审定|封存档案/,
  },
  {
    title: '10 another way to recognise, with the same input and result',
    allowed: [panel],
    forbidden: [
      panel,
      inFlow('recognise-incoming', 'source="accepted" target="accepted"', 'source="score" target="accepted"'),
    ],
    told: /“认定” does not do what the layer above laid down/,
  },
  {
    title: '11 transfers inside the district are confirmed by an officer',
    allowed: [parameter('transferWithinDistrict', false)],
    forbidden: [
      ({ manifest }) => {
        Object.assign(
          entry(manifest.parameters, ({ key }) => key === 'transferWithinDistrict'),
          { name: '跨区转学' },
        );
      },
    ],
    told: '参数“跨区转学”的“名称”不能修改：原为 区内转学自动通过，现为 跨区转学（深圳市方案第 3 版规定）。请改回 区内转学自动通过。',
  },
  {
    title: '12 fewer records, and a summary that is required',
    allowed: [
      parameter('recordCap', 3),
      component('summary', 'text', { validate: { maxLength: 300, required: true } }),
    ],
    forbidden: [parameter('recordCap', 6)],
    told: '参数“每学期记录上限”的“取值”现为 6（深圳市方案第 3 版规定，依据深教规〔2020〕6号），只能降低，不能高于 5。请改为 5 或以下。',
  },
  {
    title: '13 minutes of the meeting, and more parents at it',
    allowed: [
      addComponent('opinion', field('textfield', 'minutes', '会议记录', { validate: { required: true } })),
      component('opinion', 'parents', { validate: { min: 2 } }),
    ],
    forbidden: [({ forms }) => forms.opinion?.components.splice(0, 1)],
    told: '栏目“意见”不能删除或改编号（深圳市方案第 3 版规定，依据深教规〔2020〕6号）。请恢复。',
  },
  {
    title: '14 training before evaluating',
    allowed: [parameter('trainingGate', true)],
    forbidden: [
      ({ manifest }) => {
        const list = manifest.parameters;
        list.splice(
          list.findIndex(({ key }) => key === 'trainingGate'),
          1,
        );
      },
    ],
    told: '参数“培训合格方可评价”不能删除或改编号',
  },
  {
    title: '15 practice hours that are shown and do not count',
    allowed: [addIndicator('displayed-only')],
    forbidden: [addIndicator('counting')],
    told: '指标“每学期实践 8 课时（提示）”可以新增，但不能计入评价结果（深圳市方案第 3 版规定，依据深教规〔2020〕6号）。请把类型改为“记录”或“仅展示”。',
  },
  {
    title: '16 exemptions that the city has agreed to',
    allowed: [
      ({ manifest }) =>
        manifest.legalBasis.push({ id: 'consent', number: '深教函〔2026〕12号', title: '同意免评的函' }),
      exempt({ document: 'consent' }),
    ],
    forbidden: [exempt(undefined)],
    told: '免评类别“个别化教育计划”须先经深圳市同意（深圳市方案第 3 版规定）。请写明同意的文件。',
  },
  {
    title: '17 a deputy who may sign',
    allowed: [
      inFlow('evaluate-term', 'candidateGroups="principal"', 'candidateGroups="principal,school-admin"'),
    ],
    forbidden: [
      inFlow('evaluate-term', 'candidateGroups="principal"', 'candidateGroups="principal,class-teacher"'),
    ],
    told: '流程步骤“校长确认”的“办理角色”不能改为 principal,class-teacher（深圳市方案第 3 版规定，依据深教规〔2020〕6号）。请在下列范围内选择：principal、school-admin。',
  },
  {
    title: '18 a larger sample',
    allowed: [parameter('sampleRate', 5)],
    forbidden: [parameter('sampleRate', -5)],
    told: '只能提高，不能低于 0。请改为 0 或以上。',
  },
];

describe('one district, one plan (domain.md 3.6)', () => {
  test('the city’s own plan is accepted', async () => {
    expect(await refusals(city, '深圳市', variant(city))).toEqual([]);
  });

  test.each(differences)('$title: allowed', async ({ allowed }) => {
    expect(await refusals(city, '深圳市', variant(city, ...allowed))).toEqual([]);
  });

  test.each(differences)('$title: the twin is refused', async ({ forbidden, told }) => {
    const said = await refusals(city, '深圳市', variant(city, ...forbidden));
    expect(said.join('\n')).toMatch(told);
  });
});

describe('what the city locks (domain.md 3.7)', () => {
  const refused: readonly [string, Edit[], RegExp][] = [
    [
      'the wording of a point',
      [indicator('4', { text: '尊敬长辈' })],
      /指标“尊敬长辈”的“内容”不能修改：原为 尊重长辈/,
    ],
    [
      'the rule who passes',
      [({ manifest }) => Object.assign(entry(manifest.rules, () => true).rule, { logic: { '==': [1, 1] } })],
      /评价规则“达标”的“rule\.logic/,
    ],
    [
      'an evaluated term',
      [
        ({ manifest }) =>
          Object.assign(
            entry(manifest.termSlots, () => true),
            { evaluated: false },
          ),
      ],
      /学期“初一上”的“evaluated”不能修改：原为 是，现为 否/,
    ],
    [
      'a field of a locked form',
      [component('decision', 'result', { label: '意见' })],
      /栏目“意见”的“名称”不能修改/,
    ],
    [
      'a field from above that is made required',
      [component('record', 'level', { validate: { required: true } })],
      /栏目“级别”的“必填”只能增补，不能修改/,
    ],
    [
      'the lock itself',
      [
        ({ manifest }) =>
          Object.assign(
            entry(manifest.locks, (it) => it.element === 'form:record/kind'),
            { lock: { class: 'FREE' } },
          ),
      ],
      /锁定规则“form:record\/kind”的“锁定方式”只能更严，不能放宽/,
    ],
    ['a lock that is taken out', [({ manifest }) => manifest.locks.splice(0, 1)], /只能更严，不能放宽/],
  ];

  test.each(refused)('%s', async (_, edits, told) => {
    expect((await refusals(city, '深圳市', variant(city, ...edits))).join('\n')).toMatch(told);
  });

  test('a locked field is not hidden in a panel of the district’s own', async () => {
    const hide: Edit = ({ forms }) => {
      const fields = forms.record?.components ?? [];
      const [title] = fields.splice(0, 1);
      fields.push({
        type: 'panel',
        key: 'more',
        title: '更多',
        input: false,
        conditional: { show: true, when: 'level', eq: 'city' },
        components: [title],
      });
    };
    expect((await refusals(city, '深圳市', variant(city, hide))).join('\n')).toMatch(
      /栏目“名称”放进了会隐藏的“更多”/,
    );
  });

  test('a district may lock for its schools what the city left free', async () => {
    const lock: Edit = ({ manifest }) =>
      Object.assign(
        entry(manifest.parameters, ({ key }) => key === 'trainingGate'),
        {
          value: true,
          lock: { class: 'LOCKED' },
        },
      );
    const select: Edit = addComponent(
      'record',
      field('radio', 'series', '系列', { values: options(['sea', '海洋'], ['science', '科创']) }),
    );
    expect(await refusals(city, '深圳市', variant(city, lock, select))).toEqual([]);
  });
});

import { describe, expect, test } from '@jest/globals';
import { refusals, task } from '../fixtures/plan-text.ts';
import { seniorHighCity as city } from '../fixtures/senior-high-city.ts';
import { addOption, type Edit, entry, inFlow, parameter, stepBefore, variant } from '../fixtures/variants.ts';

/** A difference between counties or schools, and its twin that the city does not allow, with what they are told. */
interface Difference {
  readonly title: string;
  readonly allowed: readonly Edit[];
  readonly forbidden: readonly Edit[];
  readonly told: string | RegExp;
}

const addIndicator =
  (code: string, text: string, kind: 'counting' | 'recorded' | 'displayed-only', parent?: string): Edit =>
  ({ manifest }) =>
    manifest.indicators?.push({ code, dimension: 'practice', text, kind, ...(parent && { parent }) });

const removeIndicator =
  (code: string): Edit =>
  ({ manifest }) =>
    manifest.indicators?.splice(
      manifest.indicators.findIndex((it) => it.code === code),
      1,
    );

const module =
  (key: string, change: object): Edit =>
  ({ manifest }) =>
    Object.assign(
      entry(manifest.modules, (it) => it.key === key),
      change,
    );

const seats =
  (change: (composition: { key: string; name: string; min: number }[]) => void): Edit =>
  ({ manifest }) =>
    change(entry(manifest.groups, () => true).composition ?? []);

const fewerTeachers = seats((composition) => {
  Object.assign(
    entry(composition, ({ key }) => key === 'teachers'),
    { min: 2 },
  );
});

const differences: readonly Difference[] = [
  {
    title: '1 an indicator of the county’s own under 社会实践',
    allowed: [addIndicator('D5.9', '农事劳动实践', 'recorded', 'D5.4')],
    forbidden: [removeIndicator('D5.4')],
    told: '指标“劳动”不能删除或改编号（南昌市方案第 3 版规定）。请恢复。',
  },
  {
    title: '2 who verifies records from outside',
    allowed: [inFlow('verify-record', 'candidateGroups="class-teacher"', 'candidateGroups="school-admin"')],
    forbidden: [inFlow('verify-record', 'candidateGroups="class-teacher"', 'candidateGroups="pupil"')],
    told: '流程步骤“校外记录核实”的“办理角色”不能改为 pupil（南昌市方案第 3 版规定，依据洪教普高字〔2017〕13号）。请在下列范围内选择：class-teacher、school-admin。',
  },
  {
    title: '3 fewer selected items per dimension',
    allowed: [parameter('selectedPerDimension', 3)],
    forbidden: [parameter('selectedPerDimension', 6)],
    told: '只能降低，不能高于 5。请改为 5 或以下。',
  },
  {
    title: '4 a longer notice, on the site after login only',
    allowed: [parameter('noticePeriod', 'P12D'), parameter('noticePlace', 'site-after-login')],
    forbidden: [parameter('noticePeriod', 'P5D')],
    told: '参数“公示期”的“取值”现为 5 个工作日（南昌市方案第 3 版规定，依据洪教普高字〔2017〕13号），只能提高，不能低于 10 个工作日。请改为 10 个工作日或以上。',
  },
  {
    title: '4 a notice that everybody can see',
    allowed: [parameter('noticePlace', 'site-after-login')],
    forbidden: [parameter('noticePlace', 'open-site')],
    told: '请在下列范围内选择：class-and-site、site-after-login。',
  },
  {
    title: '5 shorter statements, within the range',
    allowed: [parameter('statementMin', 200), parameter('statementMax', 500)],
    forbidden: [parameter('statementMin', 100)],
    told: '100 is less than 200.',
  },
  {
    title: '5 the range itself',
    allowed: [parameter('statementMax', 1000)],
    forbidden: [
      ({ manifest }) =>
        Object.assign(
          entry(manifest.parameters, ({ key }) => key === 'statementMin'),
          { value: 50, bounds: { min: 50, max: 800 } },
        ),
    ],
    told: '参数“学期自我陈述最少字数”的“下限”不能修改：原为 200，现为 50',
  },
  {
    title: '6 comments by peers',
    allowed: [module('peer-comment', { enabled: true })],
    forbidden: [module('peer-comment', { name: '同学打分' })],
    told: '模块“同学打分”的“名称”不能修改：原为 同学互评，现为 同学打分（南昌市方案第 3 版规定）。请改回 同学互评。',
  },
  {
    title: '7 points of boarding schools in the daily sheet',
    allowed: [addOption('daily', 'point', { value: 'dormitory', label: '宿舍内务', mapsTo: 'duty' })],
    forbidden: [
      ({ forms }) => {
        const point = entry(forms.daily?.components, ({ key }) => key === 'point');
        (point.values as unknown[]).splice(0, 1);
      },
    ],
    told: '选项“守时”不能删除或改编号（南昌市方案第 3 版规定，依据洪教普高字〔2017〕13号）。请恢复。',
  },
  {
    title: '8 hours of the county’s own that are shown and do not count',
    allowed: [addIndicator('H1', '志愿服务每学年 15 小时（提示）', 'displayed-only')],
    forbidden: [addIndicator('H1', '志愿服务每学年 15 小时', 'counting')],
    told: '指标“志愿服务每学年 15 小时”可以新增，但不能计入评价结果',
  },
  {
    title: '9 parents and a practice base in the committee',
    allowed: [
      seats((composition) => {
        composition.push(
          { key: 'parents', name: '家长代表', min: 2 },
          { key: 'base', name: '资源单位代表', min: 1 },
        );
      }),
    ],
    forbidden: [fewerTeachers],
    told: '工作组成员“教师代表”的“最少人数”现为 2（南昌市方案第 3 版规定），只能提高，不能低于 5。请改为 5 或以上。',
  },
  {
    title: '10 modules that are live, from a date',
    allowed: [module('honours', { enabled: true, from: '2018-03-01' })],
    forbidden: [({ manifest }) => manifest.modules?.splice(1, 1)],
    told: '模块“荣誉证书”不能删除或改编号（南昌市方案第 3 版规定）。请恢复。',
  },
  {
    title: '11 approval of overnight activities by the county',
    allowed: [stepBefore('activity', 'confirm', task('county', '县教育局审批', 'district-admin'))],
    forbidden: [
      inFlow(
        'activity',
        'name="学校审批" camunda:formKey="decision" camunda:candidateGroups="principal"',
        'name="学校审批" camunda:formKey="decision" camunda:candidateGroups="class-teacher"',
      ),
    ],
    told: /“学校审批” is for principal/,
  },
];

describe('counties and schools under one city plan (domain.md 2.7)', () => {
  test('the city’s own plan is accepted', async () => {
    expect(await refusals(city, '南昌市', variant(city))).toEqual([]);
  });

  test.each(differences)('$title: allowed', async ({ allowed }) => {
    expect(await refusals(city, '南昌市', variant(city, ...allowed))).toEqual([]);
  });

  test.each(differences)('$title: the twin is refused', async ({ forbidden, told }) => {
    expect((await refusals(city, '南昌市', variant(city, ...forbidden))).join('\n')).toMatch(told);
  });
});

import { describe, expect, test } from '@jest/globals';
import type { PlanUnderCheck } from '../checks/plan-under-check.ts';
import { PlanReport } from '../finding.ts';
import { shippedFiles } from '../fixtures/shipped-plan.ts';
import { readForms } from '../read-forms.ts';
import { readManifest } from '../read-manifest.ts';
import { readProcesses } from '../read-processes.ts';
import { usesOfComponent, usesOfForm } from './where-used.ts';

const files = shippedFiles();
const report = new PlanReport();
const manifest = readManifest(files, undefined, report);
if (!manifest) throw new Error('the shipped plan can be read');
const plan: PlanUnderCheck = {
  manifest,
  forms: readForms(manifest, files, report),
  processes: await readProcesses(manifest, files, report),
  decisions: new Map(),
};
const said = (uses: ReturnType<typeof usesOfComponent>) => uses.map(({ kind, name }) => `${kind}: ${name}`);

describe('what uses a form', () => {
  test('are the flows of its records, notices and archive', () => {
    expect(said(usesOfForm(plan, 'b-r01'))).toEqual([
      'record: 个性特长与突出表现记录',
      'notice: 个性特长与突出表现公示',
      'archive: 个性特长与突出表现',
    ]);
  });

  test('are the steps that have it for themselves', () => {
    expect(usesOfForm(plan, 'record-decision')).toEqual([
      {
        kind: 'step',
        name: '班主任确认',
        place: { page: 'process', process: 'b-f2-highlight-record', element: 'review' },
      },
    ]);
  });

  test('are lists, sheets, indicators and rules', () => {
    const rule = {
      logic: { '>=': [{ var: 'records.b-r05.hours' }, 20] },
      vectors: [{ given: {}, expected: false }],
    };
    const more: PlanUnderCheck = {
      ...plan,
      manifest: {
        ...manifest,
        views: [
          {
            key: 'all',
            name: '本班记录',
            of: { record: 'b-r05' },
            columns: [{ component: 'hours' }],
            audience: ['class-teacher'],
          },
        ],
        sheets: [
          {
            key: 's',
            name: '登记表',
            roster: 'class',
            every: 'week',
            form: 'b-r05',
            columns: ['hours'],
            filledBy: ['class-teacher'],
          },
        ],
        indicators: [
          { code: '21', dimension: 'practice', text: '志愿服务', kind: 'counting', records: ['b-r05'] },
          { code: '22', dimension: 'practice', text: '劳动', kind: 'counting', rule },
        ],
        rules: [{ key: 'r', name: '时长达标', rule }],
      },
    };
    expect(said(usesOfForm(more, 'b-r05')).slice(3)).toEqual([
      'view: 本班记录',
      'sheet: 登记表',
      'indicator: 21 志愿服务',
      'indicator: 22 劳动',
      'plan-rule: 时长达标',
    ]);
    expect(said(usesOfComponent(more, 'b-r05', 'hours')).slice(-4)).toEqual([
      'view: 本班记录',
      'sheet: 登记表',
      'indicator: 22 劳动',
      'plan-rule: 时长达标',
    ]);
    expect(said(usesOfComponent(more, 'b-r05', 'place'))).not.toContain('plan-rule: 时长达标');
  });
});

describe('what uses a component', () => {
  test('are conditions, title, notice and archive', () => {
    expect(said(usesOfComponent(plan, 'b-r01', 'kind'))).toEqual([
      'condition: 级别',
      'summary: 个性特长与突出表现记录',
      'notice: 个性特长与突出表现公示',
      'archive: 个性特长与突出表现',
    ]);
    expect(said(usesOfComponent(plan, 'b-r01', 'title'))).toContain('title: 个性特长与突出表现记录');
  });

  test('are rules of other components that read it, in JSONLogic too; its own rule does not count', () => {
    expect(said(usesOfComponent(plan, 'b-r01', 'organisedBy'))).toEqual(
      expect.arrayContaining(['condition: 组织单位', 'rule: 佐证材料']),
    );
    expect(said(usesOfComponent(plan, 'b-r01', 'evidence'))).toEqual(['attachment: 个性特长与突出表现']);
  });

  test('are the outcome of a step, the variable that is taken from it, and the conditions on that variable', () => {
    const uses = said(usesOfComponent(plan, 'record-decision', 'outcome'));
    expect(uses).toContain('outcome: 班主任确认');
    expect(uses).toContain('variable: 个性特长与突出表现记录 · outcome');
    expect(uses.some((use) => use.startsWith('process-condition'))).toBe(true);
  });

  test('are permissions that name it; one that is for everything names nothing', () => {
    const narrowed: PlanUnderCheck = {
      ...plan,
      manifest: {
        ...manifest,
        records: manifest.records.map((it) => ({
          ...it,
          permission: { readable: '*' as const, editable: ['pledge'], required: ['place'] },
        })),
      },
    };
    expect(said(usesOfComponent(narrowed, 'b-r01', 'pledge'))).toEqual([
      'permission: 个性特长与突出表现记录',
    ]);
    expect(said(usesOfComponent(plan, 'b-r01', 'pledge'))).toEqual([]);
  });

  test('that is not there are none', () => {
    expect(usesOfComponent(plan, 'b-r01', 'nothing')).toEqual([]);
  });
});

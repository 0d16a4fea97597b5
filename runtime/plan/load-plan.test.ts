import { describe, expect, test } from '@jest/globals';
import { at, breakages } from './fixtures/broken-plans.ts';
import {
  bpmnFile,
  editManifest,
  formFile,
  manifestFile,
  replaceIn,
  shippedFiles,
} from './fixtures/shipped-plan.ts';
import { loadPlan } from './load-plan.ts';
import { planRules } from './plan-rules.ts';

describe('loadPlan', () => {
  test('loads the shipped plan without a finding', async () => {
    const { plan, findings } = await loadPlan(shippedFiles());
    expect(findings).toEqual([]);
    expect(plan?.manifest.code).toBe('SZ-JH-2020');
    expect([...(plan?.forms.keys() ?? [])]).toEqual([
      'b-r01',
      'b-r02',
      'b-r03',
      'b-r04',
      'b-r05',
      'b-r06',
      'record-decision',
    ]);
    expect([...(plan?.processes.keys() ?? [])]).toEqual(['b-f2-highlight-record']);
  });

  test.each(breakages)('refuses $title', async ({ change, finding }) => {
    const broken = shippedFiles();
    change(broken);
    const { plan, findings } = await loadPlan(broken);
    expect(plan).toBeUndefined();
    expect(findings).toContainEqual(expect.objectContaining(finding));
  });

  test('lets a task go to a working group that the plan sets up', async () => {
    const files = shippedFiles();
    replaceIn(files, bpmnFile, 'candidateGroups="class-teacher"', 'candidateGroups="group:guidance"');
    editManifest(files, (it) =>
      Object.assign(it, {
        groups: [{ key: 'guidance', kind: 'guidance', name: '指导组', at: 'school', members: { min: 3 } }],
      }),
    );
    expect((await loadPlan(files)).findings).toEqual([]);
  });

  test('every rule has a plan that breaks it', () => {
    const broken = new Set(breakages.map(({ finding }) => finding.rule));
    expect(planRules.filter((rule) => !broken.has(rule))).toEqual([]);
  });

  test('names the line of the manifest that a finding is about', async () => {
    const broken = shippedFiles();
    editManifest(broken, (it) => Object.assign(at(it.parameters, 0), { value: 6 }));
    const { findings } = await loadPlan(broken);
    const [finding] = findings;
    const line = broken.get(manifestFile)?.split('\n')[(finding?.line ?? 0) - 1];
    expect(line?.trim()).toBe('"value": 6,');
    expect(line?.slice((finding?.column ?? 0) - 1)).toBe('6,');
  });

  test('reports everything that is wrong at once', async () => {
    const broken = shippedFiles();
    broken.delete(formFile('b-r01'));
    replaceIn(broken, bpmnFile, 'candidateGroups="class-teacher"', 'candidateGroups="janitor"');
    editManifest(broken, (it) => Object.assign(at(it.parameters, 0), { value: 6 }));
    const { findings } = await loadPlan(broken);
    expect(findings.map(({ rule }) => rule).sort()).toEqual([
      'file-missing',
      'parameter-bounds',
      'unknown-role',
    ]);
  });

  test('takes the plan that is asked for where the files hold several', async () => {
    const several = shippedFiles();
    several.set('processes/other/plan.json', '{}');
    const { plan } = await loadPlan(several, 'shenzhen-junior-high');
    expect(plan?.manifest.key).toBe('shenzhen-junior-high');
  });

  test('accepts cases and scenarios beside the files of the plan', async () => {
    const files = shippedFiles();
    expect([...files.keys()].some((path) => path.endsWith('.cases.json'))).toBe(true);
    expect((await loadPlan(files)).findings).toEqual([]);
  });
});

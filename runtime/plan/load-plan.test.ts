import { describe, expect, test } from '@jest/globals';
import type { PlanFinding } from './finding.ts';
import {
  bpmnFile,
  editManifest,
  type Files,
  formFile,
  manifestFile,
  replaceIn,
  shippedFiles,
} from './fixtures/shipped-plan.ts';
import { loadPlan } from './load-plan.ts';
import type { PlanManifest } from './manifest.ts';
import { planRules } from './plan-rules.ts';

/** One way to break the shipped plan, and the finding it must give. */
interface Breakage {
  readonly title: string;
  readonly change: (files: Files) => void;
  readonly finding: Partial<PlanFinding>;
}

const edit = (change: (manifest: PlanManifest) => void) => (files: Files) => editManifest(files, change);
const inManifest = (rule: PlanFinding['rule'], path: string) => ({ file: manifestFile, rule, path });
const inBpmn = (rule: PlanFinding['rule'], elementId: string) => ({ file: bpmnFile, rule, elementId });

/** The entry at a place that the shipped plan is known to have. */
function at<T>(list: readonly T[], index: number): T {
  const entry = list[index];
  if (entry === undefined) throw new Error(`there is no entry ${index}`);
  return entry;
}

const files: Breakage[] = [
  {
    title: 'a plan without a manifest',
    change: (it) => it.delete(manifestFile),
    finding: { file: 'processes/<plan>/plan.json', rule: 'manifest-missing' },
  },
  {
    title: 'two plans where none is chosen',
    change: (it) => it.set('processes/other/plan.json', '{}'),
    finding: { file: 'processes/other/plan.json', rule: 'manifest-ambiguous' },
  },
  {
    title: 'a manifest that is no JSON',
    change: (it) => it.set(manifestFile, '{\n  "key": "a",\n}'),
    finding: { file: manifestFile, rule: 'json-syntax', line: 3, column: 1 },
  },
  {
    title: 'a form that is no JSON',
    change: (it) => it.set(formFile('b-r01'), '{"components": [}'),
    finding: { file: formFile('b-r01'), rule: 'json-syntax', line: 1, column: 17 },
  },
  {
    title: 'a form without components',
    change: (it) => it.set(formFile('b-r01'), '{"display": "form"}'),
    finding: { file: formFile('b-r01'), rule: 'schema', path: '' },
  },
  {
    title: 'a form with JavaScript',
    change: (it) =>
      replaceIn(it, formFile('b-r01'), '"key": "title",', '"key": "title", "calculateValue": "value = 1",'),
    finding: {
      file: formFile('b-r01'),
      rule: 'form.script',
      path: 'components[0].components[1].calculateValue',
    },
  },
  {
    title: 'a form that is not there',
    change: (it) => it.delete(formFile('b-r03')),
    finding: inManifest('file-missing', '/forms/2/file'),
  },
  {
    title: 'a flow that is not there',
    change: (it) => it.delete(bpmnFile),
    finding: inManifest('file-missing', '/processes/0/file'),
  },
  {
    title: 'a form that the manifest does not list',
    change: (it) => it.set(formFile('b-r99'), '{"components": []}'),
    finding: { file: formFile('b-r99'), rule: 'file-unlisted' },
  },
];

const manifest: Breakage[] = [
  {
    title: 'an unknown property',
    change: edit((it) => Object.assign(at(it.termSlots, 0), { weight: 2 })),
    finding: inManifest('schema', '/termSlots/0/weight'),
  },
  {
    title: 'a property of the wrong type',
    change: edit((it) => Object.assign(at(it.termSlots, 0), { evaluated: 'yes' })),
    finding: inManifest('schema', '/termSlots/0/evaluated'),
  },
  {
    title: 'TIGHTEN without a direction',
    change: edit((it) => Object.assign(at(it.parameters, 0), { lock: { class: 'TIGHTEN' } })),
    finding: inManifest('schema', '/parameters/0/lock/direction'),
  },
  {
    title: 'a duration that is none',
    change: edit((it) => Object.assign(at(it.parameters, 1), { value: 'P1M' })),
    finding: inManifest('schema', '/parameters/1/value'),
  },
  {
    title: 'a source of a variable that is not known',
    change: edit((it) =>
      Object.assign(at(at(it.processes, 0).variables, 0), { source: { from: 'thin-air' } }),
    ),
    finding: inManifest('schema', '/processes/0/variables/0/source/from'),
  },
  {
    title: 'a key that is not the folder’s name',
    change: edit((it) => Object.assign(it, { key: 'another-city' })),
    finding: inManifest('folder-mismatch', '/key'),
  },
  {
    title: 'a key given to two forms',
    change: edit((it) => Object.assign(at(it.forms, 1), { key: 'b-r01' })),
    finding: inManifest('duplicate-key', '/forms/1/key'),
  },
  {
    title: 'two steps for one user task',
    change: edit((it) => at(it.processes, 0).steps.push(at(at(it.processes, 0).steps, 0))),
    finding: inManifest('duplicate-key', '/processes/0/steps/2/element'),
  },
  {
    title: 'term slots with a gap',
    change: edit((it) => Object.assign(at(it.termSlots, 5), { slot: 7 })),
    finding: inManifest('term-slot-order', '/termSlots/5/slot'),
  },
  {
    title: 'a parameter above its bound',
    change: edit((it) => Object.assign(at(it.parameters, 0), { value: 6 })),
    finding: inManifest('parameter-bounds', '/parameters/0/value'),
  },
  {
    title: 'a duration below its bound',
    change: edit((it) => Object.assign(at(it.parameters, 2), { value: 'PT143H' })),
    finding: inManifest('parameter-bounds', '/parameters/2/value'),
  },
  {
    title: 'bounds that exclude each other',
    change: edit((it) => Object.assign(at(it.parameters, 0), { bounds: { min: 6, max: 5 } })),
    finding: inManifest('parameter-bounds', '/parameters/0/bounds'),
  },
  {
    title: 'a choice that is not among the options',
    change: edit((it) =>
      it.parameters.push({
        key: 'audience',
        name: '公示范围',
        type: 'enum',
        value: 'city',
        options: [{ value: 'class', name: '班级' }],
        lock: { class: 'FREE' },
      }),
    ),
    finding: inManifest('parameter-bounds', '/parameters/5/value'),
  },
  {
    title: 'a record cap that is a duration',
    change: edit((it) => Object.assign(at(it.parts, 1), { recordCap: 'noticePeriod' })),
    finding: inManifest('parameter-type', '/parts/1/recordCap'),
  },
  {
    title: 'a notice period that is a number',
    change: edit((it) => Object.assign(at(it.notices, 0), { period: 'recordCapPerTerm' })),
    finding: inManifest('parameter-type', '/notices/0/period'),
  },
];

const references: Breakage[] = [
  {
    title: 'a form of an unknown part',
    change: edit((it) => Object.assign(at(it.forms, 0), { part: 'nowhere' })),
    finding: inManifest('unknown-reference', '/forms/0/part'),
  },
  {
    title: 'a form of an unknown dimension',
    change: edit((it) => Object.assign(at(it.forms, 0), { dimension: 'nowhere' })),
    finding: inManifest('unknown-reference', '/forms/0/dimension'),
  },
  {
    title: 'a record on an unknown form',
    change: edit((it) => Object.assign(at(it.records, 0), { form: 'b-r99' })),
    finding: inManifest('unknown-reference', '/records/0/form'),
  },
  {
    title: 'a record on an unknown flow',
    change: edit((it) => Object.assign(at(it.records, 0), { process: 'nowhere' })),
    finding: inManifest('unknown-reference', '/records/0/process'),
  },
  {
    title: 'a record made by a role that the plan does not have',
    change: edit((it) => Object.assign(at(it.records, 0), { createdBy: ['inspector'] })),
    finding: inManifest('unknown-reference', '/records/0/createdBy/0'),
  },
  {
    title: 'a start variable from an unknown parameter',
    change: edit((it) =>
      Object.assign(at(at(it.processes, 0).variables, 5), {
        source: { from: 'parameter', parameter: 'none' },
      }),
    ),
    finding: inManifest('unknown-reference', '/processes/0/variables/5/source/parameter'),
  },
  {
    title: 'a lock based on a document that is not listed',
    change: edit((it) => Object.assign(at(it.locks, 0).lock, { basis: { document: 'hearsay' } })),
    finding: inManifest('unknown-reference', '/locks/0/lock/basis/document'),
  },
  {
    title: 'a lock on an element of an unknown flow',
    change: edit((it) => Object.assign(at(it.locks, 0), { element: 'process:nowhere/review' })),
    finding: inManifest('unknown-reference', '/locks/0/element'),
  },
  {
    title: 'a lock on a component of an unknown form',
    change: edit((it) => Object.assign(at(it.locks, 0), { element: 'form:nowhere/title' })),
    finding: inManifest('unknown-reference', '/locks/0/element'),
  },
];

const flows: Breakage[] = [
  {
    title: 'a flow that the engine refuses',
    change: (it) =>
      replaceIn(
        it,
        bpmnFile,
        'camunda:type="external" camunda:topic="archive.append"',
        'camunda:class="a.B"',
      ),
    finding: inBpmn('process.unsupported-attribute', 'appendArchive'),
  },
  {
    title: 'a DOCTYPE',
    change: (it) => replaceIn(it, bpmnFile, '<bpmn:definitions', '<!DOCTYPE a><bpmn:definitions'),
    finding: { file: bpmnFile, rule: 'process.xml-doctype' },
  },
  {
    title: 'a file without the process',
    change: edit((it) => Object.assign(at(it.processes, 0), { key: 'b-f2' })),
    finding: inManifest('process-missing', '/processes/0/key'),
  },
  {
    title: 'a process that the manifest does not list',
    change: edit((it) => Object.assign(at(it.processes, 0), { key: 'b-f2' })),
    finding: inBpmn('process-unlisted', 'b-f2-highlight-record'),
  },
  {
    title: 'a step at an element that is not there',
    change: edit((it) => Object.assign(at(at(it.processes, 0).steps, 0), { element: 'approve' })),
    finding: inManifest('unknown-element', '/processes/0/steps/0/element'),
  },
  {
    title: 'a lock on an element that is not there',
    change: edit((it) =>
      it.locks.push({ element: 'process:b-f2-highlight-record/gone', lock: { class: 'LOCKED' } }),
    ),
    finding: { rule: 'unknown-element', file: manifestFile },
  },
  {
    title: 'a step at an element that is no user task',
    change: edit((it) => Object.assign(at(at(it.processes, 0).steps, 0), { element: 'openNotice' })),
    finding: inManifest('element-kind', '/processes/0/steps/0/element'),
  },
  {
    title: 'a notice that another element opens',
    change: edit((it) => Object.assign(at(it.notices, 0), { open: 'closeNotice' })),
    finding: inManifest('element-kind', '/notices/0/open'),
  },
  {
    title: 'an archive section that the flow does not name',
    change: (it) => replaceIn(it, bpmnFile, '"section">highlights<', '"section">honours<'),
    finding: inManifest('element-kind', '/archive/0/element'),
  },
  {
    title: 'a user task without a step',
    change: edit((it) =>
      Object.assign(at(it.processes, 0), { steps: at(it.processes, 0).steps.slice(0, 1) }),
    ),
    finding: inBpmn('step-missing', 'revise'),
  },
  {
    title: 'a form key that no form has',
    change: (it) => replaceIn(it, bpmnFile, 'formKey="record-decision"', 'formKey="record-verdict"'),
    finding: inBpmn('unknown-form-key', 'review'),
  },
  {
    title: 'a form key other than the step’s form',
    change: (it) => replaceIn(it, bpmnFile, 'formKey="record-decision"', 'formKey="b-r01"'),
    finding: inBpmn('form-key-mismatch', 'review'),
  },
  {
    title: 'a form key from a variable that holds no form',
    change: (it) => replaceIn(it, bpmnFile, '{recordForm}"', '{title}"'),
    finding: inBpmn('form-key-mismatch', 'revise'),
  },
  {
    title: 'a task for a role that the plan does not have',
    change: (it) => replaceIn(it, bpmnFile, 'candidateGroups="class-teacher"', 'candidateGroups="janitor"'),
    finding: inBpmn('unknown-role', 'review'),
  },
  {
    title: 'a condition on a variable that nothing sets',
    change: (it) => replaceIn(it, bpmnFile, "{outcome == 'confirmed'}", "{verdict == 'confirmed'}"),
    finding: inBpmn('unknown-variable', 'whenConfirmed'),
  },
  {
    title: 'a timer on a variable that nothing sets',
    change: (it) => replaceIn(it, bpmnFile, '{noticePeriod}<', '{noticeTime}<'),
    finding: inBpmn('unknown-variable', 'noticePeriod'),
  },
];

const bindings: Breakage[] = [
  {
    title: 'a title that the form does not have',
    change: edit((it) => Object.assign(at(it.records, 0), { title: 'headline' })),
    finding: inManifest('unknown-component', '/records/0/title'),
  },
  {
    title: 'a permission on a component that no record form has',
    change: edit((it) =>
      Object.assign(at(at(it.processes, 0).steps, 0).record, { readable: ['title', 'secret'] }),
    ),
    finding: inManifest('unknown-component', '/processes/0/steps/0/record/readable/1'),
  },
  {
    title: 'a variable from a component that the step’s form does not have',
    change: edit((it) =>
      Object.assign(at(at(it.processes, 0).variables, 7).source, { component: 'verdict' }),
    ),
    finding: inManifest('unknown-component', '/processes/0/variables/7/source/component'),
  },
  {
    title: 'an archive field that the form does not have',
    change: edit((it) => at(at(it.archive, 0).fields, 0).components.unshift('mood')),
    finding: inManifest('unknown-component', '/archive/0/fields/0/components/0'),
  },
  {
    title: 'a lock on a component that was renamed',
    change: (it) => replaceIn(it, formFile('b-r01'), '"key": "pledge"', '"key": "promise"'),
    finding: { rule: 'unknown-component', file: manifestFile },
  },
  {
    title: 'a decision whose values changed in the form',
    change: (it) => replaceIn(it, formFile('record-decision'), '"value": "returned"', '"value": "rejected"'),
    finding: inManifest('outcome-values', '/processes/0/steps/0/outcome/kinds'),
  },
  {
    title: 'a record form that the notice leaves out',
    change: edit((it) => at(it.notices, 0).fields.pop()),
    finding: inManifest('form-uncovered', '/notices/0/fields'),
  },
  {
    title: 'a notice of a form that is no record of the flow',
    change: edit((it) => at(it.notices, 0).fields.push({ form: 'record-decision', components: ['outcome'] })),
    finding: inManifest('form-uncovered', '/notices/0/fields/6/form'),
  },
  {
    title: 'a notice that shows an internal field',
    change: edit((it) => at(at(it.notices, 0).fields, 0).components.push('place')),
    finding: inManifest('private-field', '/notices/0/fields/0/components/3'),
  },
  {
    title: 'a notice that shows a file, though its form calls it public',
    change: (it) => {
      editManifest(it, (manifest) => at(at(manifest.notices, 0).fields, 0).components.push('evidence'));
      const form = JSON.parse(it.get(formFile('b-r01')) ?? '');
      form.components[2].components[0].properties.dataClass = 'C1';
      it.set(formFile('b-r01'), JSON.stringify(form));
    },
    finding: inManifest('private-field', '/notices/0/fields/0/components/3'),
  },
  {
    title: 'a notice that shows a rank, though its form calls it public',
    change: (it) => {
      editManifest(it, (manifest) => at(at(manifest.notices, 0).fields, 1).components.push('rank'));
      const form = JSON.parse(it.get(formFile('b-r02')) ?? '');
      form.components[0].components[4].properties.dataClass = 'C1';
      it.set(formFile('b-r02'), JSON.stringify(form));
    },
    finding: inManifest('private-field', '/notices/0/fields/1/components/3'),
  },
];

const breakages = [...files, ...manifest, ...references, ...flows, ...bindings];

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

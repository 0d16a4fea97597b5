import { beforeAll, describe, expect, test } from '@jest/globals';
import { readXml } from '@oneplan/runtime/model/read-xml.ts';
import type { BundleContent } from '@oneplan/runtime/plan/bundle-content.ts';
import { shippedContent } from '@oneplan/runtime/plan/fixtures/shipped-content.ts';
import { lockMessage } from '@oneplan/runtime/plan/locks/lock-message.ts';
import { readLayer } from '@oneplan/runtime/plan/locks/read-layer.ts';
import { type FlowEntry, freshStep } from '../flow/flow-entry.ts';
import { entryIn } from '../flow/manifest-entry.ts';
import { ProcessLocks } from './process-locks.ts';

const process = 'b-f2-highlight-record';
let city: BundleContent;
let xml: string;
let locks: ProcessLocks;
let atTheTop: ProcessLocks;

beforeAll(async () => {
  city = await shippedContent();
  xml = city.processes[process]?.xml ?? '';
  const layer = { authority: '深圳市', version: 1, ...(await readLayer(city)) };
  const options = { layers: [layer] as const, manifest: city.manifest, process };
  locks = new ProcessLocks({ ...options, enforced: true });
  atTheTop = new ProcessLocks({ ...options, enforced: false });
});

async function refusals(from: string, to: string, by = locks): Promise<string[]> {
  const edited = xml.replaceAll(from, to);
  if (edited === xml) throw new Error(`the process does not hold ${from}`);
  const { definitions, report } = await readXml(edited);
  if (!definitions) throw new Error(JSON.stringify(report.findings));
  return by.refusals(definitions).map((finding) => lockMessage(finding, 'zh-CN'));
}

describe('the locks of a process, while it is edited in the layer below', () => {
  test('nothing is refused in the process as the city has it', async () => {
    expect(await refusals('id="b-f2-definitions"', 'id="another-file"')).toEqual([]);
  });

  test('a locked step keeps its name', async () => {
    expect(await refusals('name="班主任确认"', 'name="班主任核实"')).toEqual([
      '流程步骤“班主任核实”的“名称”不能修改：原为 班主任确认，现为 班主任核实（深圳市方案第 1 版规定，依据深教规〔2020〕6号附件4 三（一））。请改回 班主任确认。',
    ]);
  });

  test('a locked step is not given to somebody else', async () => {
    const [told] = await refusals('candidateGroups="class-teacher"', 'candidateGroups="pupil"');
    expect(told).toMatch(/^流程步骤“班主任确认”的“办理角色”不能修改/);
  });

  test('a locked step keeps its type', async () => {
    const told = await refusals('bpmn:intermediateCatchEvent', 'bpmn:intermediateThrowEvent');
    expect(told.join()).toMatch(/“公示期满”的“类型”不能修改/);
  });

  test('a locked step is not taken away', async () => {
    const told = await refusals('"appendArchive"', '"ownArchive"');
    expect(told.join()).toMatch(/流程步骤“归入档案”不能删除/);
  });

  test('a step that the city left free may be renamed', async () => {
    expect(await refusals('name="提醒班主任"', 'name="提醒班主任和年级长"')).toEqual([]);
  });

  test('a step that the city left free may be taken away, and its flows with it', async () => {
    expect(await refusals('"remindReviewer"', '"ownReminder"')).toEqual([]);
  });

  test('a step of one’s own may be added, and a sequence flow led to it', async () => {
    const own = '<bpmn:userTask id="own" name="年级复核"/><bpmn:sequenceFlow id="toReview"';
    expect(await refusals('<bpmn:sequenceFlow id="toReview"', own)).toEqual([]);
    expect(
      await refusals(
        'id="toReview" sourceRef="reviewEntry" targetRef="review"',
        'id="toReview" sourceRef="reviewEntry" targetRef="outcome"',
      ),
    ).toEqual([]);
  });

  test('nobody is held to the plan’s own locks at the top', async () => {
    expect(await refusals('name="班主任确认"', 'name="班主任核实"', atTheTop)).toEqual([]);
    expect(atTheTop.mayChange('review', 'name')).toBe(true);
    expect(atTheTop.marked()).toContain('review');
  });
});

describe('what is asked element by element', () => {
  test('steps with a lock of their own are marked, free ones are not', () => {
    expect(locks.marked()).toEqual([
      'review',
      'revise',
      'openNotice',
      'noticePeriod',
      'closeNotice',
      'appendArchive',
    ]);
  });

  test('the lock names who laid it down and where', () => {
    expect(locks.stated('review')).toMatchObject({
      lock: { class: 'LOCKED' },
      authority: '深圳市',
      basis: { clause: '三（一）' },
    });
  });

  test.each([
    ['review', 'candidateGroups', false],
    ['outcome', 'name', false],
    ['remindReviewer', 'name', true],
    ['my-own-step', 'name', true],
  ])('%s: %s may be changed: %s', (element, property, may) => {
    expect(locks.mayChange(element, property)).toBe(may);
  });
});

describe('the course of the process', () => {
  test('a way round a locked step is found, with the flows that it goes over', async () => {
    const bypass = xml.replace(
      '<bpmn:sequenceFlow id="toReview" sourceRef="reviewEntry" targetRef="review" />',
      `<bpmn:exclusiveGateway id="own" name="免审" default="toOrdinary"/>
       <bpmn:sequenceFlow id="toReview" sourceRef="reviewEntry" targetRef="own" />
       <bpmn:sequenceFlow id="toOrdinary" sourceRef="own" targetRef="review" />
       <bpmn:sequenceFlow id="past" sourceRef="own" targetRef="notifyConfirmed">
         <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">\${title == '免审'}</bpmn:conditionExpression>
       </bpmn:sequenceFlow>`,
    );
    const findings = await locks.course(bypass);
    const way = findings.find(({ rule, element }) => rule === 'milestone-avoidable' && element === 'review');
    expect(way?.path).toEqual(expect.arrayContaining(['own', 'past', 'notifyConfirmed']));
  });

  test('a step of one’s own between two steps is no finding', async () => {
    const inserted = xml.replace(
      '<bpmn:sequenceFlow id="toReview" sourceRef="reviewEntry" targetRef="review" />',
      `<bpmn:userTask id="own" name="年级复核" camunda:formKey="record-decision" camunda:candidateGroups="class-teacher"/>
       <bpmn:sequenceFlow id="toReview" sourceRef="reviewEntry" targetRef="own" />
       <bpmn:sequenceFlow id="fromOwn" sourceRef="own" targetRef="review" />`,
    );
    expect(inserted).not.toBe(xml);
    expect(await locks.course(inserted)).toEqual([]);
  });

  test('a process that cannot be executed yet says nothing', async () => {
    expect(await locks.course(xml.replace('targetRef="outcome"', 'targetRef="nowhere"'))).toEqual([]);
  });
});

describe('what the manifest says of the steps, edited beside the diagram', () => {
  const refusedIn = async (edit: (entry: FlowEntry) => FlowEntry) => {
    const { definitions } = await readXml(xml);
    if (!definitions) throw new Error('the process cannot be read');
    return locks
      .refusals(definitions, edit(entryIn(city.manifest, process)))
      .map(({ rule, element }) => `${rule} ${element}`);
  };

  test('a field that the city shows at a step is not hidden there', async () => {
    const told = await refusedIn((entry) => ({
      ...entry,
      steps: entry.steps.map((step) => ({ ...step, record: { readable: ['title'], editable: [] } })),
    }));
    expect(told).toContain(`lock-append-only step:${process}/review`);
    expect(locks.statedForStep('review', 'record.readable')).toBeDefined();
  });

  test('a step and a variable of one’s own are the layer’s affair', async () => {
    const source = { from: 'step', element: 'own', component: 'outcome' } as const;
    expect(
      await refusedIn(({ steps, variables }) => ({
        steps: [...steps, freshStep('own')],
        variables: [...variables, { name: 'ownOutcome', source }],
      })),
    ).toEqual([]);
    expect(locks.statedFor('own', 'name')).toBeUndefined();
  });
});

test('a time that the city lets be tightened may be made shorter, not longer', async () => {
  const timed = xml.replace(`camunda:dueDate="\${reminderPeriod}"`, 'camunda:dueDate="P5D"');
  const lock = { class: 'TIGHTEN', direction: 'max' } as const;
  const manifest = {
    ...city.manifest,
    locks: [...city.manifest.locks, { element: `process:${process}/review`, property: 'dueDate', lock }],
  };
  const layer = await readLayer({ manifest, forms: {}, processes: { [process]: { xml: timed } } });
  const bounded = new ProcessLocks({
    layers: [{ authority: '深圳市', version: 1, ...layer }],
    manifest,
    process,
    enforced: true,
  });
  const refusedWith = async (days: string) => {
    const { definitions } = await readXml(timed.replace('"P5D"', `"${days}"`));
    return definitions && bounded.refusals(definitions).map(({ rule }) => rule);
  };
  expect(await refusedWith('P3D')).toEqual([]);
  expect(await refusedWith('P9D')).toEqual(['lock-loosened']);
  expect(bounded.mayChange('review', 'dueDate')).toBe(true);
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { RecordSummary } from '@oneplan/runtime/contracts/api/records.ts';
import type { TaskSummary } from '@oneplan/runtime/contracts/api/tasks.ts';
import type { Locator, Page } from 'playwright-core';
import { fileAndAccept } from '../testing/accept-filing.ts';
import { type Client, openTestServer, type TestServer } from '../testing/test-server.ts';
import { accessibilityViolations, keepScreenshot, openBrowser, type TestBrowser } from './open-browser.ts';
import { signInBy } from './people.ts';

const flow = 'b-f2-highlight-record';

let server: TestServer;
let browser: TestBrowser;
let officer: Page;
let district: Client;
let layer: string;
let cohorts: readonly number[];

/** A file of the district's draft, as the server has it. */
const fileOf = async (kind: 'process' | 'manifest') => {
  const key = kind === 'manifest' ? 'plan' : flow;
  const { body, headers } = await district.get<{ content: string }>(
    `/api/layers/${layer}/artefacts/${kind}/${key}`,
  );
  return { content: body.content, etag: headers.get('etag') ?? '' };
};
const manifest = async () => JSON.parse((await fileOf('manifest')).content);

beforeAll(async () => {
  server = await openTestServer({ pages: true, now: Date.now() });
  district = await server.signIn('nanshan');
  const { body } = await district.get<{
    items: { id: string; orgUnit: { name: string; kind: string }; published: { cohorts: number[] } | null }[];
  }>('/api/layers');
  layer = body.items.find(({ orgUnit }) => orgUnit.name === '南山区')?.id ?? '';
  cohorts = body.items.find(({ orgUnit }) => orgUnit.kind === 'city')?.published?.cohorts ?? [];
  // The district lets its principals take part.
  const before = await fileOf('manifest');
  const roles = { ...JSON.parse(before.content) };
  roles.roles.push({ key: 'principal', name: '校长', scope: 'school' });
  const saved = await district.send('PUT', `/api/layers/${layer}/artefacts/manifest/plan`, {
    body: { content: JSON.stringify(roles, null, 2) },
    headers: { 'if-match': before.etag },
  });
  expect(saved.status).toBe(200);
  browser = await openBrowser(server.address);
  officer = await browser.person('desktop');
  officer.setDefaultTimeout(8_000);
  await signInBy(officer, `${server.address}/designer/`, 'nanshan');
  await officer.getByRole('link', { name: '设计南山区方案' }).waitFor();
  await open();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function open(): Promise<void> {
  await officer.goto(`${server.address}/designer/layers/${layer}/processes/${flow}`);
  await officer.locator('.op-modeler[data-ready=true]').waitFor();
}

const panel = () => officer.locator('.op-modeler-panel');
const heading = (name: string) => panel().getByRole('heading', { name, exact: true, level: 2 }).waitFor();
const saveState = (words: string) => officer.locator('.de-save-state').filter({ hasText: words }).waitFor();

async function press(control: Locator, ...keys: readonly string[]): Promise<void> {
  await control.focus();
  for (const key of keys) await officer.keyboard.press(key);
}

/** Opens a step from the list of steps, with the keyboard alone. */
async function step(name: string): Promise<void> {
  const back = panel().getByRole('button', { name: '返回环节列表' });
  if ((await back.count()) > 0) await press(back, 'Enter');
  const steps = panel().getByRole('list', { name: '流程里的环节' });
  await press(steps.getByRole('button').filter({ has: officer.getByText(name, { exact: true }) }), 'Enter');
  await heading(name);
}

/** Chooses the option of a list that bears the name, with the arrow keys. */
async function choose(label: string, option: string): Promise<void> {
  const list = panel().getByRole('combobox', { name: label, exact: true }).first();
  await press(list, 'ArrowDown');
  const shown = officer.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)');
  await shown.waitFor();
  const names = await shown.locator('.ant-select-item-option').allInnerTexts();
  expect(names.map((name) => name.trim())).toContain(option);
  const active = shown.locator('.ant-select-item-option-active');
  for (let pressed = 0; (await active.innerText()).trim() !== option; pressed += 1) {
    if (pressed > names.length) throw new Error(`${option} cannot be reached with the arrow keys.`);
    await officer.keyboard.press('ArrowDown');
  }
  await officer.keyboard.press('Enter');
  await officer.keyboard.press('Escape');
  await officer.waitForFunction(
    () => document.querySelector('.ant-select-dropdown:not(.ant-select-dropdown-hidden)') === null,
  );
}

describe('a step of the district’s own, without a mouse', () => {
  test('is put behind another one and named', async () => {
    await step('班主任确认');
    await press(panel().getByRole('button', { name: '在后面添加' }), 'Enter');
    await officer.getByRole('menuitem', { name: '办理' }).waitFor();
    expect(await accessibilityViolations(officer)).toEqual([]);
    await officer.keyboard.press('Enter');
    await heading('办理');
    const name = panel().getByLabel('名称', { exact: true });
    await officer.waitForFunction(() => document.activeElement?.tagName === 'INPUT');
    expect(await name.evaluate((input) => input === document.activeElement)).toBe(true);
    await officer.keyboard.type('校长复核');
    await officer.keyboard.press('Enter');
    await heading('校长复核');
  });

  test('says who does it, and what happens when nobody is found', async () => {
    await choose('办理方式', '由某个角色或工作组办理');
    await choose('角色或工作组', '校长（本校）');
    await choose('角色或工作组', '班主任（本班）');
    await choose('找不到人时', '交给上一级管理员');
    expect(
      await panel().locator('.ant-select-selection-item').filter({ hasText: '校长（本校）' }).count(),
    ).toBe(1);
  });

  test('has a form, with fields that are seen and not filled in, and a decision', async () => {
    await choose('填哪张表', '记录核实');
    await choose('提交的记录', '逐栏规定');
    const fields = panel().getByRole('list', { name: '提交的记录' });
    expect(await fields.getByRole('listitem').count()).toBeGreaterThan(5);
    await choose('写实描述', '看不到');
    await panel().getByRole('combobox', { name: '哪一栏是决定' }).waitFor();
    expect(await panel().getByRole('list', { name: '决定的含义' }).innerText()).toMatch(/属实[\s\S]*同意/);
    await keepScreenshot(officer, 'designer-process-step');
    expect(await accessibilityViolations(officer)).toEqual([]);
  });

  test('has so many working days, and somebody is reminded when they are over', async () => {
    await choose('办理期限', '自己规定');
    await panel().getByRole('spinbutton', { name: '时长' }).fill('3');
    await press(panel().getByRole('button', { name: '规定到期怎么办' }), 'Enter');
    await choose('提醒谁', '校长（本校）');
    await heading('校长复核到期');
  });

  test('stands in the file, is saved and opened again', async () => {
    await press(officer.getByRole('button', { name: /保存$/ }), 'Enter');
    await saveState('已保存');
    const { content } = await fileOf('process');
    const task = /<bpmn:userTask id="([^"]+)" name="校长复核"([^>]*)>([\s\S]*?)<\/bpmn:userTask>/.exec(
      content,
    );
    expect(task?.[2]).toContain('camunda:candidateGroups="principal"');
    expect(task?.[2]).toContain('camunda:formKey="record-decision"');
    expect(task?.[2]).toContain('camunda:dueDate="P3D"');
    expect(task?.[3]).toContain('name="nobody" value="up"');
    expect(task?.[3]).toContain('name="calendar" value="working-days"');
    const plan = await manifest();
    const own = plan.processes[0].steps.find(({ element }: { element: string }) => element === task?.[1]);
    expect(own).toMatchObject({
      form: { key: 'record-decision', readable: '*', editable: '*' },
      outcome: { component: 'outcome', kinds: { confirmed: 'confirm', returned: 'return' } },
    });
    await open();
    await step('校长复核');
    expect(
      await panel().locator('.ant-select-selection-item').filter({ hasText: '校长（本校）' }).count(),
    ).toBe(1);
    expect(await panel().getByRole('spinbutton', { name: '时长' }).first().inputValue()).toBe('3');
  });
});

const xmlWithout = (xml: string, part: RegExp) => xml.replace(part, '');
const drawn = /<bpmndi:BPMNDiagram[\s\S]*<\/bpmndi:BPMNDiagram>/;

async function save(): Promise<string> {
  await press(officer.getByRole('button', { name: /保存$/ }), 'Enter');
  await saveState('已保存');
  return (await fileOf('process')).content;
}

describe('the diagram', () => {
  test('is arranged without touching what the flow says, as one step to take back', async () => {
    const before = (await fileOf('process')).content;
    await press(officer.getByRole('button', { name: '自动排版' }), 'Enter');
    await saveState('未保存');
    const after = await save();
    expect(after).not.toBe(before);
    expect(xmlWithout(after, drawn)).toBe(xmlWithout(before, drawn));
    await keepScreenshot(officer, 'designer-process-arranged');
    await press(officer.getByRole('button', { name: '撤销' }), 'Enter');
    await saveState('未保存');
    // The order in which the diagram lists its shapes means nothing.
    expect((await save()).split('\n').sort()).toEqual(before.split('\n').sort());
  });

  test('offers by key what can come next, and nothing that no plan can hold', async () => {
    await step('校长复核');
    await officer.locator('.djs-container > svg').focus();
    await officer.keyboard.press('a');
    const menu = officer.locator('.djs-popup');
    await menu.getByText('在后面添加').waitFor();
    expect(await accessibilityViolations(officer)).toEqual([]);
    expect(await menu.locator('.djs-popup-label').allInnerTexts()).toEqual([
      '办理',
      '自动动作',
      '判断',
      '并行',
      '等待时间',
      '等待消息',
      '子流程',
      '决策表',
      '结束',
    ]);
    await officer.keyboard.type('自动');
    // The list is searched when a key is let go, as input methods do.
    await officer.keyboard.press('End');
    await menu.locator('.djs-popup-label').nth(1).waitFor({ state: 'detached' });
    await menu.locator('.entry.selected').filter({ hasText: '自动动作' }).waitFor();
    await officer.keyboard.press('Enter');
    await heading('自动动作');
  });

  test('what is missing is listed in plain words and leads to its element', async () => {
    const found = officer.getByRole('region', { name: '检查' });
    await press(found.getByRole('button', { name: /需要处理/ }), 'Enter');
    await press(panel().getByRole('button', { name: '返回环节列表' }), 'Enter');
    await press(found.getByRole('button', { name: /没有选择自动动作/ }), 'Enter');
    await heading('自动动作');
    expect(await accessibilityViolations(officer)).toEqual([]);
  });

  test('an action is chosen in plain words and asks for what it needs', async () => {
    await choose('做什么', '发通知');
    await choose('通知谁', '发起人本人');
    await choose('通知什么', '记录已确认');
    await heading('发通知');
    await officer.getByRole('region', { name: '检查' }).waitFor({ state: 'detached' });
    const xml = await save();
    const task = /<bpmn:serviceTask id="[^"]+" name="发通知"[^>]*>[\s\S]*?<\/bpmn:serviceTask>/.exec(
      xml,
    )?.[0];
    expect(task).toContain('camunda:topic="notify"');
    expect(task).toContain(`<camunda:inputParameter name="recipient">user:\${initiator}<`);
    expect(task).toContain('<camunda:inputParameter name="kind">record-confirmed<');
  });
});

describe('what the city has laid down', () => {
  test('stands beside each property, with who and why, and the property cannot be set', async () => {
    await step('班主任确认');
    expect(await panel().getByRole('combobox', { name: '办理方式' }).isDisabled()).toBe(true);
    await press(panel().getByRole('button', { name: '办理方式：锁定：照用不改' }), 'Enter');
    const note = officer.getByRole('tooltip').filter({ hasText: '深圳市方案第 1 版' });
    await note.getByText(/深教规〔2020〕6号附件4 三（一）/).waitFor();
    expect(await accessibilityViolations(officer)).toEqual([]);
    await officer.keyboard.press('Escape');
  });

  test('a step of the city offers no removal, one of the district’s own does', async () => {
    await step('校长复核');
    expect(await panel().getByRole('button', { name: /删除$/ }).count()).toBe(1);
    await step('班主任确认');
    expect(await panel().getByRole('button', { name: /删除$/ }).count()).toBe(0);
  });
});

describe('what was set is what runs', () => {
  const title = '整理图书角';
  const data = {
    kind: 'good-deed',
    title,
    date: '2026-11-01T00:00:00+08:00',
    place: '图书馆',
    organiser: '政教处',
    organisedBy: 'school',
    description: '连续三个周末和同学一起整理图书角，把书按类别贴上标签。',
    pledge: true,
  };
  const taskOf = async (client: Client) => {
    const { body } = await client.get<{ items: TaskSummary[] }>('/api/tasks?limit=100');
    return body.items.find((task) => task.title === title);
  };

  test('the step of the district is done by its principal, in so many working days', async () => {
    await fileAndAccept(district, await server.signIn('city'), layer, cohorts);
    const published = await district.send('POST', `/api/layers/${layer}/publish`, {
      body: { note: '增加校长复核', cohorts },
    });
    expect(published).toMatchObject({ status: 200 });
    const pupil = await server.signIn('pupil');
    await pupil.send<{ record: RecordSummary }>('POST', '/api/submissions', {
      body: { studentId: pupil.me.student?.id, formKey: 'b-r01', data },
    });
    const teacher = await server.signIn('teacher');
    const first = await taskOf(teacher);
    const confirmed = await teacher.send('POST', `/api/tasks/${first?.id}/complete`, {
      body: { data: { outcome: 'confirmed' }, recordRevision: 1 },
    });
    expect(confirmed.status).toBe(200);
    const principal = await server.signIn('principal');
    expect(await taskOf(teacher)).toBeUndefined();
    expect(await taskOf(principal)).toMatchObject({ name: '校长复核' });
  });
});

test('nothing was asked of another host, and no page failed', () => {
  expect(browser.complaints).toEqual([]);
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { RecordSummary } from '@oneplan/runtime/contracts/api/records.ts';
import type { TaskSummary } from '@oneplan/runtime/contracts/api/tasks.ts';
import type { Page } from 'playwright-core';
import { fileAndAccept } from '../testing/accept-filing.ts';
import { type Client, openTestServer, type TestServer } from '../testing/test-server.ts';
import { accessibilityViolations, keepScreenshot, openBrowser, type TestBrowser } from './open-browser.ts';
import { fillGoodDeed, signInBy } from './people.ts';

const description = '连续三个周末和同学一起为社区里行动不便的老人买菜、送药，陪他们聊天。';
const oldTitle = '旧版记录：担任升旗手';
const newTitle = '新版记录：整理图书角';

let server: TestServer;
let browser: TestBrowser;
let officer: Page;
let pupil: Page;
let pupilApi: Client;
let teacherApi: Client;
let oldRecord: RecordSummary;

beforeAll(async () => {
  server = await openTestServer({ pages: true, now: Date.now() });
  browser = await openBrowser(server.address);
  officer = await browser.person('desktop');
  pupil = await browser.person('phone');
  pupilApi = await server.signIn('pupil');
  teacherApi = await server.signIn('teacher');
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const studentId = () => pupilApi.me.student?.id ?? '';
const taskOf = async (title: string) => {
  const { body } = await teacherApi.get<{ items: TaskSummary[] }>('/api/tasks?limit=100');
  const task = body.items.find((item) => item.title === title);
  if (!task) throw new Error(`no task for ${title}`);
  return task;
};
const saveState = (words: string) => officer.locator('.de-save-state').filter({ hasText: words }).waitFor();
const inTree = (name: RegExp) =>
  officer.getByRole('navigation', { name: '方案目录' }).getByRole('link', { name });

describe('a district changes its plan while records are on their way', () => {
  test('given a record that waits for the class teacher under version 1 of the city', async () => {
    const { body } = await pupilApi.send<{ record: RecordSummary }>('POST', '/api/submissions', {
      body: {
        studentId: studentId(),
        formKey: 'b-r01',
        data: {
          kind: 'good-deed',
          title: oldTitle,
          date: '2026-11-01T00:00:00+08:00',
          place: '学校操场',
          organiser: '政教处',
          organisedBy: 'school',
          description,
          pledge: true,
        },
      },
    });
    oldRecord = body.record;
    expect(oldRecord.state).toBe('submitted');
  });

  test('the district administrator opens the district’s draft', async () => {
    await signInBy(officer, `${server.address}/designer/`, 'nanshan');
    const open = officer.getByRole('link', { name: '设计南山区方案' });
    await open.waitFor();
    await keepScreenshot(officer, 'designer-layers');
    expect(await accessibilityViolations(officer)).toEqual([]);
    await open.click();
    await officer
      .getByText(/没有发现问题/)
      .first()
      .waitFor();
    await keepScreenshot(officer, 'designer-overview');
    expect(await accessibilityViolations(officer)).toEqual([]);
  });

  test('adds a field to a form with the keyboard alone', async () => {
    await inTree(/思想品德突出表现/).click();
    await officer.locator('.op-builder[data-ready=true]').waitFor();
    await keepScreenshot(officer, 'designer-form');
    expect(await accessibilityViolations(officer)).toEqual([]);
    await officer.getByRole('button', { name: '添加“单行文本”' }).focus();
    await officer.keyboard.press('Enter');
    const dialog = officer.locator('.formio-dialog');
    await dialog.locator('input[name="data[label]"]').fill('指导老师');
    await dialog.locator('input[name="data[key]"]').fill('mentor');
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.waitFor({ state: 'detached' });
    await saveState('未保存');
    await officer.getByRole('button', { name: /保存$/ }).click();
    await saveState('已保存');
  });

  test('renames the step in the process that the city has left free', async () => {
    await inTree(/个性特长与突出表现记录/).click();
    await officer.locator('.op-modeler[data-ready=true]').waitFor();
    await officer.locator('[data-element-id="remindReviewer"]').first().click({ force: true });
    const name = officer.getByLabel('名称', { exact: true });
    await name.fill('提醒班主任核实');
    await name.press('Enter');
    await keepScreenshot(officer, 'designer-process');
    expect(await accessibilityViolations(officer)).toEqual([]);
    await saveState('未保存');
    await officer.getByRole('button', { name: /保存$/ }).click();
    await saveState('已保存');
  });

  test('a second administrator who saves an older draft is told, and overwrites nothing', async () => {
    const client = await server.signIn('nanshan');
    const layers = await client.get<{ items: { id: string; orgUnit: { name: string } }[] }>('/api/layers');
    const layer = layers.body.items.find((item) => item.orgUnit.name === '南山区');
    const answer = await client.send('PUT', `/api/layers/${layer?.id}/artefacts/form/b-r01`, {
      body: { content: '{"components":[]}' },
      headers: { 'if-match': '"1"' },
    });
    expect(answer).toMatchObject({ status: 412, body: { code: 'revision-stale', savedBy: '陈丽芬' } });
  });

  test('the city accepts what the district has filed', async () => {
    const client = await server.signIn('nanshan');
    const layers = await client.get<{
      items: {
        id: string;
        orgUnit: { name: string; kind: string };
        published: { cohorts: number[] } | null;
      }[];
    }>('/api/layers');
    const layer = layers.body.items.find((item) => item.orgUnit.name === '南山区');
    const above = layers.body.items.find((item) => item.orgUnit.kind === 'city');
    await fileAndAccept(
      client,
      await server.signIn('city'),
      layer?.id ?? '',
      above?.published?.cohorts ?? [],
    );
  });

  test('checks and publishes', async () => {
    await officer.getByRole('button', { name: /发布$/ }).click();
    const dialog = officer.getByRole('dialog');
    await dialog.getByText('检查通过，没有发现问题。').waitFor();
    await dialog.getByLabel('版本说明').fill('增加指导老师');
    await keepScreenshot(officer, 'designer-publish');
    expect(await accessibilityViolations(officer)).toEqual([]);
    await dialog.getByRole('button', { name: '发布第 1 版' }).click();
    await officer.getByText('第 1 版已发布').first().waitFor();
    await keepScreenshot(officer, 'designer-published');
  });

  test('a new record uses the new form', async () => {
    await signInBy(pupil, server.address, 'pupil');
    await pupil.goto(`${server.address}/records/new/b-r01`);
    await pupil.getByLabel('名称').waitFor();
    await fillGoodDeed(pupil, { title: newTitle, description });
    await pupil.getByLabel('指导老师').fill('胡老师');
    await pupil.getByRole('button', { name: '提交', exact: true }).click();
    await pupil.getByText(`“${newTitle}”已交给班主任。`).waitFor();
    expect((await taskOf(newTitle)).name).toBe('班主任确认');
  });

  test('while the old one finishes on the old', async () => {
    const task = await taskOf(oldTitle);
    expect(task.name).toBe('班主任确认');
    const completed = await teacherApi.send<{ record: RecordSummary }>(
      'POST',
      `/api/tasks/${task.id}/complete`,
      {
        body: { data: { outcome: 'confirmed' }, recordRevision: 1 },
      },
    );
    expect(completed.status).toBe(200);
    await server.settle();
    // Five working days, whatever day it is today: with two weekends and the longest holiday.
    server.context.advance(17 * 86_400_000 + 60_000);
    await server.settle();
    pupilApi = await server.signIn('pupil');
    type Detail = { record: RecordSummary; bundleVersion: number; definition: unknown };
    const old = await pupilApi.get<Detail>(`/api/records/${oldRecord.id}`);
    expect(old.body.record.state).toBe('archived');
    expect(JSON.stringify(old.body.definition)).not.toContain('指导老师');
    const records = await pupilApi.get<{ items: RecordSummary[] }>(`/api/students/${studentId()}/records`);
    const fresh = records.body.items.find((item) => item.title === newTitle);
    const now = await pupilApi.get<Detail & { data: Record<string, unknown> }>(`/api/records/${fresh?.id}`);
    expect(now.body.data).toMatchObject({ mentor: '胡老师' });
    expect(JSON.stringify(now.body.definition)).toContain('指导老师');
  });

  test('and a school of another district still records under the city’s version', async () => {
    const other = await server.signIn('pupil2');
    const form = await other.get<{ definition: unknown }>(
      `/api/students/${other.me.student?.id}/record-forms/b-r01`,
    );
    expect(JSON.stringify(form.body.definition)).not.toContain('指导老师');
  });

  test('nothing was asked of another host, and no page failed', () => {
    expect(browser.complaints).toEqual([]);
  });
});

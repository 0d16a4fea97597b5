import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { webDigest } from '@oneplan/runtime/plan/fingerprint.ts';
import { packPlan } from '@oneplan/runtime/plan/plan-file/pack-plan.ts';
import { type UnpackedPlan, unpackPlan } from '@oneplan/runtime/plan/plan-file/unpack-plan.ts';
import type { Page } from 'playwright-core';
import { openTestServer, type TestServer } from '../testing/test-server.ts';
import { accessibilityViolations, keepScreenshot, openBrowser, type TestBrowser } from './open-browser.ts';
import { signInBy } from './people.ts';

type Content = UnpackedPlan['content'];

const flow = 'b-f2-highlight-record';
let server: TestServer;
let browser: TestBrowser;
let city: Page;
let district: Page;
let exported: Buffer;

beforeAll(async () => {
  server = await openTestServer({ pages: true, now: Date.now() });
  browser = await openBrowser(server.address);
  city = await browser.person('desktop');
  district = await browser.person('desktop');
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const press = (page: Page, name: RegExp | string) => page.getByRole('button', { name }).click();

async function download(page: Page, name: string): Promise<Buffer> {
  const begun = page.waitForEvent('download');
  await page.getByRole('link', { name }).click();
  return readFileSync(await (await begun).path());
}

/** An exported file as somebody elsewhere would have changed and exported it. */
async function changed(edit: (content: Content) => Content): Promise<Buffer> {
  const { plan } = await unpackPlan(exported, webDigest);
  if (!plan) throw new Error('what was exported can be read');
  return Buffer.from(await packPlan(edit(structuredClone(plan.content)), webDigest));
}

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/zip', buffer });
}

async function openOverview(page: Page, username: string, layer: RegExp): Promise<void> {
  await signInBy(page, `${server.address}/designer/`, username);
  await page.getByRole('link', { name: layer }).first().click();
  await page.getByRole('heading', { level: 2, name: '方案文件' }).waitFor();
}

async function openImport(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: '方案目录' }).getByRole('link', { name: /^概览/ }).click();
  await page.getByRole('link', { name: '导入方案文件' }).click();
  await page.getByRole('heading', { level: 1, name: '导入方案文件' }).waitFor();
}

/** An event more between telling the pupil and the notice: every step can still be taken, on another way. */
const withEvent = (xml: string) =>
  xml.replace('<bpmn:incoming>toNotice</bpmn:incoming>', '<bpmn:incoming>fromTold</bpmn:incoming>').replace(
    '<bpmn:sequenceFlow id="toNotice" sourceRef="notifyConfirmed" targetRef="notice" />',
    `<bpmn:sequenceFlow id="toNotice" sourceRef="notifyConfirmed" targetRef="told" />
    <bpmn:intermediateThrowEvent id="told" name="已告知">
      <bpmn:incoming>toNotice</bpmn:incoming>
      <bpmn:outgoing>fromTold</bpmn:outgoing>
    </bpmn:intermediateThrowEvent>
    <bpmn:sequenceFlow id="fromTold" sourceRef="told" targetRef="notice" />`,
  );

describe('a plan as one file', () => {
  test('is exported from the overview of the draft', async () => {
    await openOverview(city, 'city', /设计深圳市方案/);
    exported = await download(city, '导出草稿');

    const { plan, findings } = await unpackPlan(exported, webDigest);
    expect(findings).toEqual([]);
    expect(plan?.content.manifest.key).toBe('shenzhen-junior-high');
    expect(await accessibilityViolations(city)).toEqual([]);
  });

  test('is no plan file: the page says so, in words', async () => {
    await openImport(city);
    await choose(city, '照片.zip', Buffer.from('no zip'));
    await city.getByText('这不是导出的方案文件').waitFor();
    expect(await city.getByRole('button', { name: '导入到草稿' }).count()).toBe(0);
    expect(await accessibilityViolations(city)).toEqual([]);
  });

  test('that is just what the draft is changes nothing', async () => {
    await choose(city, '方案.zip', exported);
    await city.getByText('文件与草稿完全相同').waitFor();
    expect(await city.getByRole('button', { name: '导入到草稿' }).count()).toBe(0);
  });

  test('shows what it would change before it is imported', async () => {
    await choose(
      city,
      '改过的方案.zip',
      await changed((content) => ({
        ...content,
        forms: { ...content.forms, 'b-r01': { ...content.forms['b-r01'], title: '好人好事登记' } },
        processes: { ...content.processes, [flow]: { xml: withEvent(content.processes[flow]?.xml ?? '') } },
      })),
    );
    await city.getByText(/可以导入；导入后还有 \d+ 处要改好/).waitFor();
    await city.getByRole('cell', { name: '好人好事登记' }).first().waitFor();
    await city.getByText(/演练“属实：公示期满后归入档案”与录制时不同/).waitFor();
    expect(await accessibilityViolations(city)).toEqual([]);
    await keepScreenshot(city, 'designer-import');

    await press(city, '导入到草稿');
    await city.getByText('已导入“改过的方案.zip”。').waitFor();
    await city.getByRole('heading', { level: 2, name: '方案文件' }).waitFor();
  });
});

describe('a recorded run', () => {
  test('that goes otherwise keeps the draft from being published, and leads to the simulation', async () => {
    await press(city, /^检查/);
    const drawer = city.locator('.de-findings');
    await drawer
      .getByRole('link', { name: /演练“属实：公示期满后归入档案”.*现在到“已告知”/ })
      .first()
      .click();
    await city.getByRole('heading', { level: 1, name: /^模拟/ }).waitFor();
    await city.locator('.de-sim-scenarios [data-sought=true]').waitFor();
    expect(await accessibilityViolations(city)).toEqual([]);
    await keepScreenshot(city, 'designer-scenario-differs');
  });

  test('is recorded anew where its steps can still be taken, and the draft may be published', async () => {
    const anew = city.getByRole('button', { name: /^按现在的走法重新录制/ });
    for (let left = await anew.count(); left > 0; left -= 1) {
      expect(await anew.count()).toBe(left);
      await anew.first().click();
      await city.waitForFunction(
        (more) => document.querySelectorAll('.de-sim-scenarios [data-differs=true]').length === more,
        left - 1,
      );
    }
    await press(city, /^检查/);
    await city.locator('.de-findings').getByText('没有发现问题').first().waitFor();
  });
});

describe('a version with a first day to come', () => {
  test('says what it supersedes, and is scheduled', async () => {
    await press(city, '发布');
    const dialog = city.getByRole('dialog');
    await dialog.getByText('2025 级、2026 级：接替第 1 版').waitFor();
    await dialog.getByLabel('从哪一天起适用').fill('2030-09-01');
    expect(await accessibilityViolations(city)).toEqual([]);
    await dialog.getByRole('button', { name: '发布第 2 版' }).click();
    await dialog.getByText(/到时自动改用这一版/).waitFor();
    await dialog.getByRole('button', { name: '查看这一版' }).click();
    await city.getByRole('heading', { level: 1, name: '第 2 版' }).waitFor();
    await city.getByText('待生效').waitFor();
    expect((await download(city, '导出这一版')).length).toBeGreaterThan(1000);
    expect(await accessibilityViolations(city)).toEqual([]);
  });

  test('is withdrawn before it begins', async () => {
    await press(city, /撤回这一版$/);
    await city.locator('.ant-popconfirm').getByRole('button', { name: '撤回这一版' }).click();
    await city.getByText('已撤回，没有生效').waitFor();
    await city.getByRole('link', { name: '所有版本' }).click();
    await city.getByText('已撤回，没有生效').waitFor();
    expect(await accessibilityViolations(city)).toEqual([]);
  });
});

describe('a file that breaks a lock of the city', () => {
  test('is refused in the district as a whole, with the sentence of the lock', async () => {
    await openOverview(district, 'nanshan', /设计南山区方案/);
    exported = await download(district, '导出草稿');
    await openImport(district);
    await choose(
      district,
      '少一张表.zip',
      await changed((content) => ({
        ...content,
        manifest: {
          ...content.manifest,
          forms: content.manifest.forms.filter(({ key }) => key !== 'b-r02'),
          records: content.manifest.records.filter(({ form }) => form !== 'b-r02'),
        },
        forms: Object.fromEntries(Object.entries(content.forms).filter(([key]) => key !== 'b-r02')),
      })),
    );
    await district.getByText(/处不能导入，草稿没有变动/).waitFor();
    expect(await district.getByRole('button', { name: '导入到草稿' }).count()).toBe(0);
    expect(await district.locator('.de-plain-findings').innerText()).toMatch(/深圳市/);
    expect(await accessibilityViolations(district)).toEqual([]);
  });
});

describe('a plan of another place', () => {
  test('begins a plan at home, once; the second time its draft is the place', async () => {
    const file = await changed((content) => ({
      ...content,
      manifest: { ...content.manifest, key: 'another-plan', name: '另一份方案' },
    }));
    await district.goto(`${server.address}/designer/new`);
    await choose(district, '另一份.zip', file);
    await press(district, '用这份文件建立');
    await district.getByRole('heading', { level: 2, name: '方案文件' }).waitFor();
    expect(await download(district, '导出草稿')).toEqual(file);

    await district.goto(`${server.address}/designer/new`);
    await choose(district, '另一份.zip', file);
    await district.getByRole('link', { name: '到草稿里导入' }).waitFor();
    expect(await accessibilityViolations(district)).toEqual([]);
    expect(browser.complaints).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PlanManifest } from '@oneplan/runtime/plan/manifest.ts';
import type { Page } from 'playwright-core';
import { openTestServer, type TestServer } from '../testing/test-server.ts';
import { accessibilityViolations, keepScreenshot, openBrowser, type TestBrowser } from './open-browser.ts';
import { signInBy } from './people.ts';

let server: TestServer;
let browser: TestBrowser;
let officer: Page;

beforeAll(async () => {
  server = await openTestServer({ pages: true, now: Date.now() });
  browser = await openBrowser(server.address);
  officer = await browser.person('desktop');
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const open = async (name: string) => {
  await officer
    .getByRole('navigation', { name: '方案目录' })
    .getByRole('link', { name: new RegExp(`^${name}`) })
    .click();
  await officer.getByRole('heading', { level: 1, name }).waitFor();
};
const save = async () => {
  await officer.getByRole('button', { name: /保存$/ }).click();
  await officer.locator('.de-save-state').filter({ hasText: '已保存' }).waitFor();
};
const press = (name: string) =>
  officer
    .getByRole('button', { name: new RegExp(`(^| )${name}$`) })
    .first()
    .click();
const savedManifest = async () => {
  const client = await server.signIn('nanshan');
  const layers = await client.get<{ items: { id: string; orgUnit: { name: string } }[] }>('/api/layers');
  const layer = layers.body.items.find((item) => item.orgUnit.name === '南山区');
  const { body } = await client.get<{ content: string }>(`/api/layers/${layer?.id}/artefacts/manifest/plan`);
  return JSON.parse(body.content) as PlanManifest;
};

describe('a district sets up its part of the plan', () => {
  test('given the draft of the district', async () => {
    await signInBy(officer, `${server.address}/designer/`, 'nanshan');
    await officer.getByRole('link', { name: '设计南山区方案' }).click();
    await officer
      .getByText(/没有发现问题/)
      .first()
      .waitFor();
  });

  test('adds indicators and orders them with the keyboard alone', async () => {
    await open('指标');
    const tree = officer.getByRole('tree', { name: '指标树' });
    await tree.getByRole('treeitem').first().focus();
    await officer.keyboard.press('ArrowDown');
    await officer.keyboard.press('ArrowUp');
    await officer.getByRole('button', { name: '新增指标' }).focus();
    await officer.keyboard.press('Enter');
    await officer.getByLabel('内容', { exact: true }).fill('劳动习惯');
    await tree.getByRole('treeitem', { name: '思想品德' }).click();
    await press('新增指标');
    await officer.getByLabel('内容', { exact: true }).fill('值日');
    await tree.getByRole('treeitem', { name: /值日/ }).focus();
    await officer.keyboard.press('Alt+ArrowRight');
    await tree.locator('[aria-level="3"]').filter({ hasText: '值日' }).waitFor();
    await keepScreenshot(officer, 'designer-indicators');
    expect(await accessibilityViolations(officer)).toEqual([]);
    await save();
    const { indicators } = await savedManifest();
    expect(indicators).toMatchObject([{ text: '劳动习惯' }, { text: '值日', parent: indicators?.[0]?.code }]);
  });

  test('writes a rule with drop-downs and sees its examples run as they are typed', async () => {
    await open('指标');
    await officer.getByRole('treeitem', { name: /值日/ }).click();
    await press('改为自动计算');
    await officer.getByLabel('数据名称').fill('terms');
    await officer.getByText('“terms”不少于 1，就算符合；否则不符合。').waitFor();
    await officer.getByText('有 1 个例子与预期不同').waitFor();
    await officer.getByLabel('例 1 的terms').fill('3');
    await officer.getByLabel('例 2 的terms').fill('0');
    await officer.getByText('所有例子都算对了。').waitFor();
    await officer.getByLabel('例 2 应得').fill('是');
    await officer.getByText('不符，得出: 否').waitFor();
    await officer.getByText('试算例子').scrollIntoViewIfNeeded();
    await keepScreenshot(officer, 'designer-rules');
    expect(await accessibilityViolations(officer)).toEqual([]);
    await officer.getByLabel('例 2 应得').fill('否');
    await save();
    const { indicators } = await savedManifest();
    expect(indicators?.[1]?.rule?.logic).toEqual({ '>=': [{ var: 'terms' }, 1] });
  });

  test('sees who has locked the notice, and which fields may never be public', async () => {
    await open('公示');
    await officer.getByText('没有发现不该公开的栏目。').waitFor();
    await officer
      .getByText(/只有 C1 可以公开/)
      .first()
      .waitFor();
    await officer.locator('.de-entry-head .de-lock').click();
    await officer.getByText(/深圳市方案第 1 版/).waitFor();
    await keepScreenshot(officer, 'designer-notices');
    await officer.keyboard.press('Escape');
    expect(await accessibilityViolations(officer)).toEqual([]);
  });

  test('draws the windows of the term on a time line and is told when one leaves its frame', async () => {
    await open('校历');
    await press('新增');
    await press('设定框架');
    await officer.getByLabel('到第几周', { exact: true }).fill('5');
    await officer.keyboard.press('Tab');
    await officer.locator('.de-week-out').waitFor();
    await officer.locator('.de-problems li').first().waitFor();
    await keepScreenshot(officer, 'designer-calendar');
    expect(await accessibilityViolations(officer)).toEqual([]);
    await press('撤销');
    await officer.locator('.de-week-out').waitFor({ state: 'detached' });
    await save();
    expect((await savedManifest()).calendar?.windows).toMatchObject([{ frame: { from: 1, to: 2 } }]);
  });

  test('makes up a group with its seats', async () => {
    await open('工作组');
    await press('新增');
    await officer.getByLabel('名称', { exact: true }).fill('区专家组');
    await press('增加席位');
    await officer.getByLabel('新席位 最少人数').fill('5');
    await keepScreenshot(officer, 'designer-groups');
    expect(await accessibilityViolations(officer)).toEqual([]);
    await save();
    expect((await savedManifest()).groups).toMatchObject([{ name: '区专家组', composition: [{ min: 5 }] }]);
  });

  test.each(['列表', '评价表', '模块'])('adds to %s', async (page) => {
    await open(page);
    await press('新增');
    expect(await accessibilityViolations(officer)).toEqual([]);
    await save();
  });

  test('and the draft is free of problems', async () => {
    await officer.getByRole('button', { name: /检查/ }).first().click();
    await officer.getByText('没有发现问题', { exact: false }).first().waitFor();
    expect(browser.complaints).toEqual([]);
  });
});

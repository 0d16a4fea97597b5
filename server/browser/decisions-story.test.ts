import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { getArtefact, listLayers } from '@oneplan/runtime/contracts/api/plans.ts';
import { pointsText } from '@oneplan/runtime/plan/fixtures/plan-with-decision.ts';
import type { Page } from 'playwright-core';
import type { z } from 'zod';
import { openTestServer, type TestServer } from '../testing/test-server.ts';
import { accessibilityViolations, keepScreenshot, openBrowser, type TestBrowser } from './open-browser.ts';
import { signInBy } from './people.ts';

type Layers = z.output<typeof listLayers.response>;
type Artefact = z.output<typeof getArtefact.response>;

let server: TestServer;
let browser: TestBrowser;
let city: Page;
let district: Page;

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

const layerOf = async (username: string, unit: string) => {
  const client = await server.signIn(username);
  const { body } = await client.get<Layers>('/api/layers');
  const layer = body.items.find(({ orgUnit }) => orgUnit.name === unit);
  if (!layer) throw new Error(`${unit} has no layer`);
  return { client, layer };
};
const ready = (page: Page) => page.locator('.de-table-modeler[data-ready=true]').waitFor();
const cell = (page: Page, row: number, column: number) =>
  page.locator('.dmn-decision-table-container tbody tr').nth(row).locator('td[data-col-id]').nth(column);
const answer = (page: Page) => page.locator('.de-try-answer');

async function write(page: Page, row: number, column: number, text: string): Promise<void> {
  await cell(page, row, column).click();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}

describe('the city makes a decision table', () => {
  test('an empty one is added with a name alone', async () => {
    await signInBy(city, `${server.address}/designer/`, 'city');
    await city.getByRole('link', { name: '设计深圳市方案' }).click();
    await city.getByRole('button', { name: '新建或导入决策表' }).click();
    await city.getByRole('button', { name: '加入方案' }).click();
    await city.getByText('请填写名称').waitFor();
    await city.getByLabel('名称', { exact: true }).fill('考勤扣分');
    await city.getByRole('button', { name: '加入方案' }).click();
    await ready(city);
    await city.getByRole('heading', { name: '考勤扣分' }).first().waitFor();
    expect(await accessibilityViolations(city)).toEqual([]);
  });

  test('another one is read from a file, and says what it is not', async () => {
    await city.getByRole('button', { name: '新建或导入决策表' }).click();
    const file = city.getByLabel(/从文件导入/);
    await file.setInputFiles({ name: '记录.dmn', mimeType: 'application/xml', buffer: Buffer.from('<a/>') });
    await city.getByText('“记录.dmn”不是可以读取的').waitFor();
    const rows = [
      ['"市级"', '"一等奖"', '5'],
      ['"市级"', '', '3'],
      ['"区级"', '', '2'],
    ] as const;
    await file.setInputFiles({
      name: '加分.dmn',
      mimeType: 'application/xml',
      buffer: Buffer.from(pointsText(rows)),
    });
    await city.getByLabel('名称', { exact: true }).fill('获奖加分');
    await city.getByRole('button', { name: '加入方案' }).click();
    await ready(city);
    await cell(city, 0, 0)
      .filter({ hasText: /^"市级"$/ })
      .waitFor();
  });

  test('what is typed in “try it” tells at once which rules match, and the result', async () => {
    await city.getByLabel('level', { exact: true }).fill('市级');
    await answer(city).getByText('符合第 2 条规则').waitFor();
    await city.getByLabel('place', { exact: true }).fill('一等奖');
    await answer(city).getByText('符合第 1、2 条规则').waitFor();
    expect(await answer(city).locator('dd').innerText()).toBe('5');
    expect(await city.locator('td.rule-index[data-hit]').count()).toBe(2);
    await city.getByLabel('place', { exact: true }).press('Tab');
    await keepScreenshot(city, 'designer-decision');
    expect(await accessibilityViolations(city)).toEqual([]);
  });

  test('a cell is changed by keyboard, tried, taken back and saved', async () => {
    await write(city, 0, 2, '8');
    await answer(city).locator('dd').getByText('8').waitFor();
    await city.getByRole('button', { name: '撤销' }).click();
    await answer(city).locator('dd').getByText('5').waitFor();
    await city.getByRole('button', { name: '重做' }).click();
    await answer(city).locator('dd').getByText('8').waitFor();
    await city.keyboard.press('Control+s');
    await city
      .getByText(/已保存/)
      .first()
      .waitFor();
    const { client, layer } = await layerOf('city', '深圳市');
    const { body } = await client.get<Artefact>(`/api/layers/${layer.id}/artefacts/decision/points`);
    expect(body.content).toContain('<text>8</text>');
  });

  test('a cell that is no condition is told with its rule and column, and is not saved', async () => {
    await write(city, 1, 0, '5 5');
    await answer(city)
      .getByText(/第 2 条规则的“level”写得不对/)
      .waitFor();
    await city.keyboard.press('Control+s');
    await city
      .getByText(/不能保存|没有保存/)
      .first()
      .waitFor();
    await write(city, 1, 0, '"市级"');
    await city.keyboard.press('Control+s');
    await city
      .getByText(/已保存/)
      .first()
      .waitFor();
  });
});

describe('a district below the city', () => {
  test('may add rules behind the city’s and change none of them', async () => {
    const { client, layer } = await layerOf('city', '深圳市');
    const manifest = await client.get<Artefact>(`/api/layers/${layer.id}/artefacts/manifest/plan`);
    const plan = JSON.parse(manifest.body.content) as { decisions: { key: string; lock: unknown }[] };
    for (const decision of plan.decisions) decision.lock = { class: 'APPEND' };
    const saved = await client.send('PUT', `/api/layers/${layer.id}/artefacts/manifest/plan`, {
      body: { content: JSON.stringify(plan) },
      headers: { 'if-match': `"${manifest.body.revision}"` },
    });
    expect(saved.status).toBe(200);
    const cohorts = layer.published?.cohorts ?? [];
    const published = await client.send('POST', `/api/layers/${layer.id}/publish`, {
      body: { note: '加分', cohorts },
      headers: { 'idempotency-key': 'decisions-story-1' },
    });
    expect(published.body).toMatchObject({ bundle: { version: 2 } });
    const below = await layerOf('nanshan', '南山区');
    const at = `/api/layers/${below.layer.id}`;
    const preview = await below.client.send<{ to: { bundleId: string }; draft: string }>(
      'POST',
      `${at}/upgrade-preview`,
      { body: {} },
    );
    const upgraded = await below.client.send('POST', `${at}/upgrade`, {
      body: { to: preview.body.to.bundleId, draft: preview.body.draft, choices: {} },
      headers: { 'idempotency-key': 'decisions-story-2' },
    });
    expect(upgraded.status).toBe(200);

    await signInBy(
      district,
      `${server.address}/designer/layers/${below.layer.id}/decisions/points`,
      'nanshan',
    );
    await ready(district);
    expect(await district.locator('td.rule-index[data-held]').count()).toBe(3);
    await write(district, 0, 2, '9');
    const refused = district.locator('.op-modeler-refused');
    await refused.getByText(/深圳市/).waitFor();
    await cell(district, 0, 2).filter({ hasText: '8' }).waitFor();
    await keepScreenshot(district, 'designer-decision-lock');
    expect(await accessibilityViolations(district)).toEqual([]);
    await refused.getByRole('button', { name: '知道了' }).click();
    await district.locator('tfoot.add-rule').click();
    await write(district, 3, 0, '"校级"');
    await write(district, 3, 2, '1');
    await district.keyboard.press('Control+s');
    await district
      .getByText(/已保存/)
      .first()
      .waitFor();
  });

  test('its rule stands beside the city’s table in the comparison', async () => {
    await district.locator('#main').focus();
    await district.keyboard.press('d');
    const sides = district.locator('.de-sides > section');
    await sides.nth(1).locator('tr[data-mark="added"]').waitFor();
    expect(await sides.nth(0).locator('tbody tr').count()).toBe(3);
    expect(await sides.nth(1).locator('tbody tr').count()).toBe(4);
    await keepScreenshot(district, 'designer-compare-decision');
    expect(await accessibilityViolations(district)).toEqual([]);
  });

  test('a version shows its tables to read', async () => {
    const { layer } = await layerOf('nanshan', '南山区');
    const above = layer.extends?.bundleId ?? '';
    const cityLayer = layer.extends?.layerId ?? '';
    await city.goto(`${server.address}/designer/layers/${cityLayer}/versions/${above}/decision/points`);
    await city.getByRole('table', { name: 'points' }).waitFor();
    expect(await accessibilityViolations(city)).toEqual([]);
  });
});

test('a table is removed once that was confirmed', async () => {
  const { layer } = await layerOf('city', '深圳市');
  await city.goto(`${server.address}/designer/layers/${layer.id}/decisions/decision-1`);
  await ready(city);
  await city.getByRole('button', { name: /删除/ }).click();
  await city
    .getByRole('dialog')
    .getByRole('button', { name: /删\s?除/ })
    .click();
  await city.getByRole('link', { name: /考勤扣分/ }).waitFor({ state: 'detached' });
});

test('nothing was asked of another host, and no page complained', () => {
  expect(browser.complaints).toEqual([]);
});

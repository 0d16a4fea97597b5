import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { getArtefact, listLayers } from '@oneplan/runtime/contracts/api/plans.ts';
import type { Page } from 'playwright-core';
import type { z } from 'zod';
import { type Client, openTestServer, type TestServer } from '../testing/test-server.ts';
import { accessibilityViolations, keepScreenshot, openBrowser, type TestBrowser } from './open-browser.ts';
import { signInBy } from './people.ts';

type Layers = z.output<typeof listLayers.response>;
type Artefact = z.output<typeof getArtefact.response>;

let server: TestServer;
let browser: TestBrowser;
let district: Page;
let city: Page;
let client: Client;
let layerId: string;

beforeAll(async () => {
  server = await openTestServer({ pages: true, now: Date.now() });
  browser = await openBrowser(server.address);
  district = await browser.person('desktop');
  city = await browser.person('desktop');
  client = await server.signIn('nanshan');
  const { body } = await client.get<Layers>('/api/layers');
  layerId = body.items.find(({ orgUnit }) => orgUnit.name === '南山区')?.id ?? '';
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function setNotice(from: string, to: string): Promise<void> {
  const path = `/api/layers/${layerId}/artefacts/manifest/plan`;
  const { body } = await client.get<Artefact>(path);
  const saved = await client.send('PUT', path, {
    body: { content: body.content.replace(`"value": "${from}"`, `"value": "${to}"`) },
    headers: { 'if-match': `"${body.revision}"` },
  });
  expect(saved.status).toBe(200);
}

async function file(): Promise<void> {
  await district.getByRole('button', { name: '申报', exact: true }).click();
  const dialog = district.getByRole('dialog');
  await dialog.getByText('检查通过，没有发现问题。').waitFor();
  await keepScreenshot(district, 'designer-file');
  await dialog.getByRole('button', { name: '申报', exact: true }).click();
  await district.getByRole('heading', { name: '南山区向深圳市备案' }).waitFor();
}

async function openReview(): Promise<void> {
  await city.goto(`${server.address}/designer/`);
  await city.getByRole('link', { name: /审核 ?南山区/ }).click();
  await city.locator('.op-form[data-ready=true]').waitFor();
}

describe('a district files its plan with the city', () => {
  test('submits it; the page says with whom it waits', async () => {
    await setNotice('P5D', 'P7D');
    await signInBy(district, `${server.address}/designer/layers/${layerId}`, 'nanshan');
    await file();
    await district.getByText('待深圳市审核').first().waitFor();
    await keepScreenshot(district, 'designer-filed');
    expect(await accessibilityViolations(district)).toEqual([]);
  });

  test('the city sees every difference, comments on one and returns it', async () => {
    await signInBy(city, `${server.address}/designer/`, 'city');
    await city.getByRole('heading', { name: /^备案/ }).waitFor();
    await city.getByRole('link', { name: /审核 ?南山区/ }).waitFor();
    await keepScreenshot(city, 'designer-filings');
    expect(await accessibilityViolations(city)).toEqual([]);
    await openReview();
    await city.getByRole('button', { name: '对“公示期”的意见' }).click();
    await city.getByRole('textbox', { name: '对“公示期”的意见' }).fill('请说明延长公示期的理由');
    await city.getByLabel('退回修改').check();
    await city.getByLabel('意见', { exact: true }).fill('请补充说明');
    await keepScreenshot(city, 'designer-review');
    expect(await accessibilityViolations(city)).toEqual([]);
    await city.getByRole('button', { name: '提交审核结果' }).click();
    await city.getByText('深圳市退回修改').first().waitFor();
  });

  test('the district reads why, at the element, and files again', async () => {
    await district.reload();
    await district.getByText('请说明延长公示期的理由').waitFor();
    await district.getByText('请补充说明').waitFor();
    await keepScreenshot(district, 'designer-returned');
    expect(await accessibilityViolations(district)).toEqual([]);
    await setNotice('P7D', 'P6D');
    await district.goto(`${server.address}/designer/layers/${layerId}`);
    await file();
  });

  test('the city accepts it with a number and a first day', async () => {
    await openReview();
    await city.getByLabel('准予备案').check();
    await city.getByLabel('备案号').fill('深教备〔2026〕1号');
    await city.getByLabel('实施日期').fill('2026-09-01');
    await city.getByRole('button', { name: '提交审核结果' }).click();
    await city.getByText('深教备〔2026〕1号').waitFor();
  });

  test('just that is published', async () => {
    await district.goto(`${server.address}/designer/layers/${layerId}`);
    await district.getByRole('button', { name: '发布', exact: true }).click();
    const dialog = district.getByRole('dialog');
    await dialog.getByRole('button', { name: '发布第 1 版' }).click();
    await district.getByText('第 1 版已发布').first().waitFor();
  });

  test('nothing was asked of another host, and no page failed', () => {
    expect(browser.complaints).toEqual([]);
  });
});

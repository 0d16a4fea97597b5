import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openPlanHome, type PlanHome } from '../testing/plan-home.ts';
import { openTestServer, type TestServer } from '../testing/test-server.ts';
import { accessibilityViolations, openBrowser, type TestBrowser } from './open-browser.ts';
import { signInBy } from './people.ts';

let server: TestServer;
let browser: TestBrowser;
let city: Page;
let home: PlanHome;

beforeAll(async () => {
  server = await openTestServer({ pages: true, now: Date.now() });
  home = await openPlanHome(server, { districts: 10, schoolsEach: 3 });
  browser = await openBrowser(server.address);
  city = await browser.person('desktop');
  await signInBy(city, `${server.address}/designer/`, 'city');
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const rows = () => city.getByRole('table', { name: '深圳市初中学生综合素质评价方案' }).locator('tbody > tr');
const row = (name: string) =>
  rows().filter({ has: city.locator('strong', { hasText: new RegExp(`^${name}$`) }) });

test('a city sees its districts with how each stands; their schools are closed at first', async () => {
  await rows().first().waitFor();
  expect(await rows().count()).toBe(13);
  await row(home.returned).getByText('深圳市退回修改').waitFor();
  await row(home.accepted).getByText('深圳市准予备案，待发布').waitFor();
  await row(home.behind).getByText('深圳市已发布第 2 版，等待更新').waitFor();
  await row(home.scheduled)
    .getByText(/起实行$/)
    .waitFor();
  await row(home.draft).getByText(home.officerOf(home.draft)).waitFor();
  expect(await accessibilityViolations(city)).toEqual([]);
});

test('opens a district with the keyboard', async () => {
  await city.getByRole('button', { name: `${home.draft}以下 3 份` }).focus();
  await city.keyboard.press('Enter');
  await row(`${home.draft}第3中学`).waitFor();
  expect(await rows().count()).toBe(16);
});

test('finds what has to be dealt with, and a school by its name under the district that is closed', async () => {
  await city.getByText(/^待处理 \d+$/).click();
  await row(home.untouched).waitFor({ state: 'detached' });
  await row(home.filed).waitFor();
  await city.getByText(/^全部 \d+$/).click();
  await city.getByRole('searchbox', { name: /按名称找/ }).fill(`${home.returned}第2`);
  await row(`${home.returned}第2中学`).waitFor();
  expect(await rows().count()).toBe(3);
  expect(await accessibilityViolations(city)).toEqual([]);
});

test('says what waits for whom', async () => {
  const waiting = city.getByRole('region', { name: /^备案/ }).locator('li');
  await waiting.filter({ hasText: home.filed }).getByText('等你审核').waitFor();
  await waiting
    .filter({ hasText: home.returned })
    .getByText(`等${home.returned}处理（${home.officerOf(home.returned)}）`)
    .waitFor();
  expect(browser.complaints).toEqual([]);
});

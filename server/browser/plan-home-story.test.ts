import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openTestServer, type TestServer } from '../testing/test-server.ts';
import { accessibilityViolations, keepScreenshot, openBrowser, type TestBrowser } from './open-browser.ts';
import { signInBy } from './people.ts';

let server: TestServer;
let browser: TestBrowser;
let school: Page;
let district: Page;

beforeAll(async () => {
  server = await openTestServer({ pages: true, now: Date.now() });
  browser = await openBrowser(server.address);
  school = await browser.person('desktop');
  district = await browser.person('desktop');
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const inTree = (page: Page, name: RegExp) =>
  page.getByRole('navigation', { name: '方案目录' }).getByRole('link', { name });

describe('the plans that somebody works on', () => {
  test('a school begins its own version of the plan above with one press', async () => {
    await signInBy(school, `${server.address}/designer/`, 'school');
    const begin = school.getByRole('button', { name: /建立.*方案/ }).first();
    await begin.waitFor();
    await keepScreenshot(school, 'designer-offer');
    expect(await accessibilityViolations(school)).toEqual([]);
    await begin.click();
    await school.getByRole('navigation', { name: '方案目录' }).waitFor();
    await school.getByRole('link', { name: '对比', exact: true }).click();
    await school.getByText('没有不同').waitFor();
  });

  test('the list shows each layer under the one above, with its versions and who has worked on what', async () => {
    await signInBy(district, `${server.address}/designer/`, 'nanshan');
    await district.getByRole('button', { name: '深圳市的版本与修改' }).click();
    await district.getByRole('heading', { name: '最近的修改' }).waitFor();
    await keepScreenshot(district, 'designer-home');
    expect(await accessibilityViolations(district)).toEqual([]);
  });

  test('a new plan begins from one that comes with the system, or from nothing', async () => {
    await district.getByRole('link', { name: '新建方案' }).click();
    await district.getByRole('heading', { name: '从空白开始' }).waitFor();
    await district.getByText('已经在用').first().waitFor();
    await keepScreenshot(district, 'designer-doors');
    expect(await accessibilityViolations(district)).toEqual([]);
    await district.getByRole('button', { name: '建立空白方案' }).click();
    await district.getByText('请填写方案名称').waitFor();
    await district.getByLabel('方案名称').fill('南山区劳动教育方案');
    await district.getByRole('button', { name: '建立空白方案' }).click();
    await district.getByRole('heading', { name: /南山区劳动教育方案/ }).waitFor();
  });

  test('whoever has the same form open is told who else has', async () => {
    await inTree(school, /思想品德突出表现/).click();
    await district.goto(`${server.address}/designer/`);
    await district
      .getByRole('link', { name: /^设计.*学校方案$/ })
      .first()
      .click();
    await district.getByText('宋志斌在看“思想品德突出表现”').waitFor();
    await inTree(district, /思想品德突出表现/).click();
    await district.getByText('宋志斌也开着这一项').waitFor();
    await district.locator('.op-builder[data-ready=true]').waitFor();
    expect(await accessibilityViolations(district)).toEqual([]);
  });

  test('nothing was asked of another host, and no page failed', () => {
    expect(browser.complaints).toEqual([]);
  });
});

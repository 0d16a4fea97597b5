import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openTestServer, type TestServer } from '../testing/test-server.ts';
import { accessibilityViolations, keepScreenshot, openBrowser, type TestBrowser } from './open-browser.ts';
import { fillGoodDeed, signInBy } from './people.ts';

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

const press = (name: RegExp | string) => officer.getByRole('button', { name }).click();
const turn = (name: string) => officer.locator('.de-sim-waiting strong', { hasText: name }).waitFor();

describe('a district officer plays the record flow in the designer', () => {
  test('starts it with the real form, as the pupil', async () => {
    await signInBy(officer, `${server.address}/designer/`, 'nanshan');
    await officer
      .getByRole('link', { name: /南山区方案/ })
      .first()
      .click();
    await press('模拟');
    await officer.locator('.op-form[data-ready=true]').waitFor();
    expect(await accessibilityViolations(officer)).toEqual([]);

    await fillGoodDeed(officer, {
      title: '为老人买菜',
      description: '连续三个周末和同学一起为社区里行动不便的老人买菜、送药，陪他们聊天。',
    });
    await press('提交，开始流程');

    await turn('班主任确认');
  });

  test('returns it as the class teacher, whose reason the form asks for', async () => {
    await press(/以班主任办理/);
    await officer.getByRole('radio', { name: '退回修改' }).check();
    await press('提交这一步');
    await officer.locator('.op-error-summary').waitFor();
    await officer.getByRole('textbox', { name: '说明' }).fill('请写明每次的时间');
    await keepScreenshot(officer, 'designer-simulation');
    expect(await accessibilityViolations(officer)).toEqual([]);
    await press('提交这一步');
    await turn('通知学生修改');
  });

  test('corrects it as the pupil and confirms it, and the notice waits for its working days', async () => {
    await press(/完成\s*通知学生修改/);
    await press(/以学生办理/);
    await officer.locator('.op-form[data-ready=true]').waitFor();
    await officer.getByLabel('名称').first().fill('周末为老人买菜');
    await press('提交这一步');
    await turn('班主任确认');
    await press(/以班主任办理/);
    await officer.getByRole('radio', { name: '属实' }).check();
    await press('提交这一步');
    await press(/完成\s*通知学生已确认/);
    await press(/完成\s*发布公示/);
    await press('跳到“公示期满”到期');
    await press(/完成\s*结束公示/);
    await press(/完成\s*归入档案/);

    await officer.getByText('流程走完了。').waitFor();
    expect(await officer.locator('.de-sim-variables').innerText()).toContain('周末为老人买菜');
  });

  test('explores all paths beside the page, and keeps the run as a scenario that is green', async () => {
    await press('查遍所有走法');
    await officer.getByText(/没有发现问题，共走了/).waitFor();
    await officer.locator('.de-sim-record input').fill('退回后属实');
    await press('存为演练');
    await officer.getByText('与录制时一样').waitFor();
    expect(await accessibilityViolations(officer)).toEqual([]);
    expect(browser.complaints).toEqual([]);
  });
});

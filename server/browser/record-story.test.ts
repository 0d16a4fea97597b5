import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { openTestServer, type TestServer } from '../testing/test-server.ts';
import { accessibilityViolations, keepScreenshot, openBrowser, type TestBrowser } from './open-browser.ts';
import { comeBack, fillGoodDeed, signInBy } from './people.ts';

const day = 86_400_000;
const title = '在社区帮老人买菜送药';
const description = '连续三个周末和同学一起为社区里行动不便的老人买菜、送药，陪他们聊天。';
const reason = '请写清时间、地点和你做了什么。';

let server: TestServer;
let browser: TestBrowser;
let pupil: Page;
let teacher: Page;

beforeAll(async () => {
  server = await openTestServer({ pages: true, now: Date.now() });
  browser = await openBrowser(server.address);
  pupil = await browser.person('phone');
  teacher = await browser.person('desktop');
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** The steps of one story: each begins where the one before ended. */
describe('a pupil’s record, from the phone to the archive', () => {
  test('the pupil signs in and sees what can be recorded', async () => {
    await pupil.goto(server.address);
    await pupil.getByLabel('用户名').waitFor();
    await keepScreenshot(pupil, 'sign-in');
    await signInBy(pupil, server.address, 'pupil');
    await pupil.getByText('已记录 0 / 5 条').waitFor();
    await pupil
      .getByRole('link', { name: '记一条' })
      .or(pupil.getByRole('button', { name: '记一条' }))
      .first()
      .click();
    await pupil.getByText('思想品德突出表现').waitFor();
    await keepScreenshot(pupil, 'record-choose');
    expect(await accessibilityViolations(pupil)).toEqual([]);
  });

  test('what is filled in is kept as a draft, with a photo whose EXIF is removed', async () => {
    await pupil.getByText('思想品德突出表现').click();
    await pupil.getByLabel('名称').waitFor();
    await fillGoodDeed(pupil, { title, description });
    const photo = await sharp({ create: { width: 1200, height: 800, channels: 3, background: '#4fb39a' } })
      .withExif({ IFD0: { Make: 'SecretPhone' } })
      .jpeg()
      .toBuffer();
    const [chooser] = await Promise.all([
      pupil.waitForEvent('filechooser'),
      pupil.getByText('选择文件').click(),
    ]);
    await chooser.setFiles({ name: '送药.jpg', mimeType: 'image/jpeg', buffer: photo });
    await pupil.getByText('送药.jpg').first().waitFor();
    await pupil.getByText(/草稿已保存/).waitFor();
    await keepScreenshot(pupil, 'record-fill');
    expect(await accessibilityViolations(pupil)).toEqual([]);
    await pupil.reload();
    await pupil.getByText(/已恢复/).waitFor();
    await pupil.locator('.op-form[data-ready=true]').waitFor();
    expect(await pupil.getByLabel('名称').inputValue()).toBe(title);
    const [stored] = await server.context.tables.attachments.find({});
    expect((await server.context.files.get(stored?.sha256 ?? '')).includes('SecretPhone')).toBe(false);
  });

  test('the form says in Chinese what is missing, and leads there', async () => {
    await pupil.getByLabel('名称').fill('');
    await pupil.getByRole('button', { name: '提交', exact: true }).click();
    const alert = pupil.getByRole('alert').filter({ hasText: '名称' }).first();
    await alert.waitFor();
    await pupil.getByLabel('名称').fill(title);
  });

  test('the pupil submits and is told what comes next', async () => {
    await pupil.getByRole('button', { name: '提交', exact: true }).click();
    await pupil.getByText(`“${title}”已交给班主任。`).waitFor();
    await keepScreenshot(pupil, 'record-submitted');
  });

  test('the class teacher finds it in the inbox and returns it with a reason', async () => {
    await server.settle();
    await signInBy(teacher, server.address, 'teacher');
    await teacher.goto(`${server.address}/inbox`);
    await teacher.getByText(title).first().click();
    await teacher.getByText('佐证材料').first().waitFor();
    await teacher.getByText(description).first().waitFor();
    await teacher.getByRole('img', { name: /送药/ }).first().waitFor();
    await keepScreenshot(teacher, 'inbox-decision');
    expect(await accessibilityViolations(teacher)).toEqual([]);
    await teacher.getByRole('button', { name: '退回修改' }).click();
    await teacher.getByText('退回修改时，请写明需要修改的地方').first().waitFor();
    await teacher.getByLabel(/意见/).fill(reason);
    await teacher.getByRole('button', { name: '退回修改' }).click();
    await teacher.getByText('都办完了', { exact: true }).waitFor();
    await server.settle();
  });

  test('the pupil sees why, corrects it and submits again', async () => {
    await pupil.goto(server.address);
    await pupil.getByText(`被退回：${reason}`).first().waitFor();
    await keepScreenshot(pupil, 'home-returned');
    await pupil
      .getByRole('link', { name: '去修改' })
      .or(pupil.getByRole('button', { name: '去修改' }))
      .first()
      .click();
    await pupil.getByLabel('写实描述').fill(`${description}时间是 10 月 17 日、18 日和 24 日。`);
    await pupil.getByRole('button', { name: '重新提交' }).click();
    await pupil.getByText('已重新提交，等待班主任确认').first().waitFor();
    await server.settle();
  });

  test('the teacher sees what changed and confirms by keyboard', async () => {
    await teacher.goto(`${server.address}/inbox`);
    await teacher.getByText(title).first().click();
    await teacher.getByText('第 2 次提交 · 改了 1 处').first().waitFor();
    await teacher.keyboard.press('c');
    await teacher.getByText('都办完了', { exact: true }).waitFor();
    await server.settle();
  });

  test('the class sees the notice, with the allowed fields only', async () => {
    await pupil.goto(`${server.address}/notices`);
    await pupil.getByText('个性特长与突出表现公示').first().click();
    await pupil.getByText(title).first().waitFor();
    await keepScreenshot(pupil, 'notice');
    expect(await pupil.getByText(description).count()).toBe(0);
    expect(await accessibilityViolations(pupil)).toEqual([]);
  });

  test('after the notice period, by timer, the record is in the archive', async () => {
    // Five working days, whatever day it is today: with two weekends and the longest holiday.
    server.context.advance(17 * day + 60_000);
    await server.settle();
    await comeBack(pupil, server.address, 'pupil');
    await pupil.goto(`${server.address}/archive`);
    await pupil.getByText(title).first().waitFor();
    await pupil.getByText('共 1 条').waitFor();
    await keepScreenshot(pupil, 'archive');
    expect(await accessibilityViolations(pupil)).toEqual([]);
  });

  test('time line and diagram tell the same story', async () => {
    await comeBack(teacher, server.address, 'teacher');
    const record = await server.context.sql.one<{ id: string }>('SELECT id FROM submission');
    await teacher.goto(`${server.address}/records/${record?.id}`);
    await teacher.getByText('归入档案').first().waitFor();
    await keepScreenshot(teacher, 'record-timeline');
    await teacher.getByText('流程图', { exact: true }).click();
    await teacher.locator('.djs-container').waitFor();
    await keepScreenshot(teacher, 'record-diagram');
    expect(await accessibilityViolations(teacher, ['.djs-container'])).toEqual([]);
  });

  test('nothing was asked of another host, and no page failed', () => {
    expect(browser.complaints).toEqual([]);
  });
});

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

const component = (key: string) =>
  officer.locator(`.formarea .builder-component:has(> .formio-component-${key})`);
const drawer = () => officer.getByRole('dialog', { name: /的设置$/ });
const inspect = async (key: string) => {
  await component(key).hover({ position: { x: 4, y: 4 } });
  await component(key).getByRole('button', { name: '这个组件的条件、校验和去向' }).focus();
  await officer.keyboard.press('Enter');
  await drawer().waitFor();
};
const tab = (name: string) => drawer().getByRole('tab', { name }).click();
const manifest = async (): Promise<PlanManifest> => {
  const client = await server.signIn('nanshan');
  const layers = await client.get<{ items: { id: string; orgUnit: { name: string } }[] }>('/api/layers');
  const layer = layers.body.items.find((item) => item.orgUnit.name === '南山区');
  const path = `/api/layers/${layer?.id}/artefacts/manifest/plan`;
  return JSON.parse((await client.get<{ content: string }>(path)).body.content) as PlanManifest;
};

describe('what the plan makes of a component', () => {
  test('who fills it at which step is set in a table; what the city has locked cannot be ticked', async () => {
    await signInBy(officer, `${server.address}/designer/`, 'nanshan');
    await officer.getByRole('link', { name: '设计南山区方案' }).click();
    await officer
      .getByRole('navigation', { name: '方案目录' })
      .getByRole('link', { name: /思想品德突出表现/ })
      .click();
    await officer.locator('.op-builder[data-ready=true]').waitFor();
    await officer.getByRole('button', { name: '添加“人员”', exact: true }).focus();
    await officer.keyboard.press('Enter');
    const dialog = officer.locator('.formio-dialog');
    await dialog.locator('input[name="data[label]"]').fill('指导老师');
    await dialog.locator('input[name="data[key]"]').fill('mentor');
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.waitFor({ state: 'detached' });
    await inspect('mentor');
    await tab('步骤与去向');
    const box = (name: string) => drawer().getByRole('checkbox', { name });
    await box('发起填写 必填').check();
    await box('班主任确认（对照查看） 可见').uncheck();
    expect(await box('归入档案“个性特长与突出表现”').isDisabled()).toBe(true);
    await keepScreenshot(officer, 'designer-form-steps');
    expect(await accessibilityViolations(officer)).toEqual([]);
    await drawer().getByRole('button', { name: '应用' }).click();
    await officer.getByText('方案设置已保存。').waitFor();
    await drawer().waitFor({ state: 'detached' });
    const stored = await manifest();
    expect(stored.records.find(({ form }) => form === 'b-r01')?.permission).toEqual({
      readable: '*',
      editable: '*',
      required: ['mentor'],
    });
    const review = stored.processes[0]?.steps.find(({ element }) => element === 'review');
    expect(review?.record.readable).toEqual(expect.arrayContaining(['title', 'hobbies.name']));
    expect(review?.record.readable).not.toContain('mentor');
  });

  test('what the city asks to be seen stays seen: it is refused with the reason', async () => {
    await inspect('place');
    await tab('步骤与去向');
    await drawer().getByRole('checkbox', { name: '班主任确认（对照查看） 可见' }).uncheck();
    await drawer().getByRole('button', { name: '应用' }).click();
    await officer.getByText(/没有改动：/).waitFor();
    await officer.keyboard.press('Escape');
    await drawer().waitFor({ state: 'detached' });
  });

  test('everything that uses it is listed, each with the way to it', async () => {
    await inspect('kind');
    await tab('用在哪里');
    await drawer().getByRole('link', { name: '级别' }).waitFor();
    await drawer().getByRole('link', { name: '个性特长与突出表现公示' }).waitFor();
    expect(await accessibilityViolations(officer)).toEqual([]);
    await officer.keyboard.press('Escape');
    await drawer().waitFor({ state: 'detached' });
  });

  test('and what is used goes only when the officer says so', async () => {
    const remove = async () => {
      await component('mentor').hover({ position: { x: 4, y: 4 } });
      await component('mentor').getByRole('button', { name: '删除这个组件' }).click();
    };
    const question = officer.getByRole('dialog', { name: '“指导老师”还在用' });
    await remove();
    await question.getByText('步骤权限').first().waitFor();
    expect(await accessibilityViolations(officer)).toEqual([]);
    await question.getByRole('button', { name: '先不去掉' }).click();
    await question.waitFor({ state: 'detached' });
    await component('mentor').waitFor();
    await remove();
    await question.getByRole('button', { name: '仍然去掉' }).click();
    await component('mentor').waitFor({ state: 'detached' });
    await officer.getByRole('button', { name: '撤销' }).click();
    await component('mentor').waitFor();
  });

  test('the form is tried out as any role at any step, on a phone and on a desktop', async () => {
    await officer.getByRole('button', { name: '预览' }).click();
    const preview = officer.getByRole('dialog', { name: /预览/ });
    const device = preview.locator('.de-device');
    const select = async (label: string, option: string) => {
      await preview.getByRole('combobox', { name: label }).click();
      await officer
        .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)')
        .getByText(option)
        .click();
    };
    await device.locator('.op-form[data-ready=true]').waitFor();
    await preview.getByRole('button', { name: '试着提交' }).click();
    await device.getByText('“指导老师”是必填项。').first().waitFor();
    await keepScreenshot(officer, 'designer-form-preview');
    expect(await accessibilityViolations(officer)).toEqual([]);
    await preview.getByText('电脑').click();
    await device.getByLabel('名称').fill('担任升旗手');
    await select('步骤', '班主任确认（对照查看）');
    await preview.getByText('填写只为试看，不会保存。').waitFor();
    await device.locator('.op-form[data-ready=true]').waitFor();
    expect(await device.getByLabel('名称').inputValue()).toBe('担任升旗手');
    expect(await device.getByLabel('名称').isDisabled()).toBe(true);
    expect(await device.getByLabel('指导老师').count()).toBe(0);
    await select('以谁的身份', '家长');
    await preview.getByText('这个角色在这一步不办理，只能查看。').waitFor();
    expect(await accessibilityViolations(officer)).toEqual([]);
    await preview.getByRole('button', { name: '重新填写' }).click();
    await device.locator('.op-form[data-ready=true]').waitFor();
    expect(await device.getByLabel('名称').inputValue()).toBe('');
  });

  test('an ordinary Form.io form is brought in, and what cannot be used is listed with its reason', async () => {
    await officer.keyboard.press('Escape');
    await officer.getByRole('dialog', { name: /预览/ }).waitFor({ state: 'detached' });
    await officer.getByRole('button', { name: '更多' }).click();
    await officer.getByRole('menuitem', { name: '导入表单…' }).click();
    const dialog = officer.getByRole('dialog', { name: '导入表单' });
    const foreign = {
      _id: '64f0',
      title: 'Contact',
      components: [
        {
          type: 'textfield',
          key: 'title',
          label: '活动主题',
          input: true,
          validate: { custom: 'valid = true' },
        },
        {
          type: 'select',
          key: 'site',
          label: '活动场馆',
          input: true,
          dataSrc: 'url',
          data: { url: 'https://a.example' },
        },
        { type: 'recaptcha', key: 'captcha', label: 'Captcha', input: true },
        { type: 'button', key: 'submit', label: 'Submit', input: true, action: 'submit' },
      ],
    };
    await dialog.locator('input[type=file]').setInputFiles({
      name: 'contact.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(foreign)),
    });
    await dialog.getByText('可以导入 2 个组件；有 5 处不能照原样导入。').waitFor();
    for (const reason of [
      '这里写了 JavaScript',
      '选项和文件不能来自别的网站',
      '页面自带提交按钮',
      '字段编号已被占用',
    ])
      await dialog.getByText(reason).first().waitFor();
    await keepScreenshot(officer, 'designer-form-import');
    expect(await accessibilityViolations(officer)).toEqual([]);
    await dialog.getByRole('button', { name: '导入', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await component('title2').waitFor();
    await component('site').waitFor();
    await officer.getByRole('button', { name: '撤销' }).click();
    await component('site').waitFor({ state: 'detached' });
    const saved = officer.waitForEvent('download');
    await officer.getByRole('button', { name: '更多' }).click();
    await officer.getByRole('menuitem', { name: '导出表单' }).click();
    expect((await saved).suggestedFilename()).toBe('b-r01.form.json');
  });

  test('nothing was asked of another host, and no page failed', () => {
    expect(browser.complaints).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { componentTree, walkComponents } from '@oneplan/runtime/forms/component-tree.ts';
import type { Page } from 'playwright-core';
import { openTestServer, type TestServer } from '../testing/test-server.ts';
import { accessibilityViolations, openBrowser, type TestBrowser } from './open-browser.ts';
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
const draft = async () => {
  const client = await server.signIn('nanshan');
  const layers = await client.get<{ items: { id: string; orgUnit: { name: string } }[] }>('/api/layers');
  const layer = layers.body.items.find((item) => item.orgUnit.name === '南山区');
  const { body } = await client.get<{ content: string }>(`/api/layers/${layer?.id}/artefacts/form/b-r01`);
  const nodes = [...walkComponents(componentTree(JSON.parse(body.content)))];
  return new Map(nodes.map(({ key, component: { components: _, ...own } }) => [key, own]));
};
const inspect = async (key: string) => {
  const button = component(key).getByRole('button', { name: '这个组件的条件、校验和去向' });
  await component(key).hover({ position: { x: 4, y: 4 } });
  await button.focus();
  await officer.keyboard.press('Enter');
  await drawer().waitFor();
};
const choose = async (label: string, option: string) => {
  await officer.getByRole('combobox', { name: label }).click();
  await officer.locator('.ant-select-item-option').getByText(option, { exact: true }).click();
};

describe('a district officer works on a form of the city', () => {
  test('sees what is locked, by whom and on which ground, and what may be done instead', async () => {
    await signInBy(officer, `${server.address}/designer/`, 'nanshan');
    await officer.getByRole('link', { name: '设计南山区方案' }).click();
    await officer
      .getByRole('navigation', { name: '方案目录' })
      .getByRole('link', { name: /思想品德突出表现/ })
      .click();
    await component('title').locator('.op-component-lock').waitFor();
    await component('title')
      .getByRole('button', { name: /锁定，由深圳市规定/ })
      .click();
    await drawer()
      .getByText(/依据《深圳市初中学生综合素质评价方案（试行）》深教规〔2020〕6号/)
      .first()
      .waitFor();
    await drawer()
      .getByText(/本级可以做什么/)
      .first()
      .waitFor();
    expect(await accessibilityViolations(officer)).toEqual([]);
    await officer.keyboard.press('Escape');
    await drawer().waitFor({ state: 'detached' });
  });

  test('cannot loosen what is locked: it is taken back as it is made, with the reason', async () => {
    await inspect('description');
    await drawer().getByRole('tab', { name: '填写要求' }).click();
    await drawer().getByLabel('最多几个字').fill('9999');
    await drawer().getByRole('button', { name: '应用' }).click();
    await officer.getByText(/没有改动：.*只能降低/).waitFor();
    await drawer().getByLabel('最多几个字').fill('100');
    await drawer().getByRole('button', { name: '应用' }).click();
    await drawer().waitFor({ state: 'detached' });
    await officer.locator('.de-save-state').filter({ hasText: '未保存' }).waitFor();
  });

  test('adds a field of its own, with a format and a condition, by drop-downs', async () => {
    await officer.getByRole('button', { name: '添加“单行文本”' }).focus();
    await officer.keyboard.press('Enter');
    const dialog = officer.locator('.formio-dialog');
    await dialog.locator('input[name="data[label]"]').fill('联系电话');
    await dialog.locator('input[name="data[key]"]').fill('contact');
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.waitFor({ state: 'detached' });
    await inspect('contact');
    await drawer().getByRole('button', { name: '添加条件' }).click();
    await choose('第 1 个条件 看哪一项', '类别');
    await choose('第 1 个条件 比什么', '好人好事');
    expect(await accessibilityViolations(officer)).toEqual([]);
    await drawer().getByRole('tab', { name: '填写要求' }).click();
    await drawer().getByRole('checkbox', { name: '必须填写' }).check();
    await choose('格式', '手机号码');
    await drawer().getByLabel('试一试').fill('12345');
    await drawer().getByText('✗ 不符合').waitFor();
    await drawer().getByLabel('试一试').fill('13800138000');
    await drawer().getByText('✓ 符合').waitFor();
    expect(await accessibilityViolations(officer)).toEqual([]);
    await drawer().getByRole('button', { name: '应用' }).click();
    await drawer().waitFor({ state: 'detached' });
  });

  test('and what is stored is JSONLogic and a pattern, beside everything that was there before', async () => {
    const before = await draft();
    await officer.getByRole('button', { name: /保存$/ }).click();
    await officer.locator('.de-save-state').filter({ hasText: '已保存' }).waitFor();
    const after = await draft();
    expect(after.get('contact')).toMatchObject({
      conditional: { json: { '==': [{ var: 'data.kind' }, 'good-deed'] } },
      validate: { required: true, pattern: '1[3-9]\\d{9}' },
    });
    expect(after.get('description')).toMatchObject({ validate: { maxLength: 100 } });
    for (const [key, component] of before)
      if (key !== 'description') expect(after.get(key)).toEqual(component);
    expect(after.size).toBe(before.size + 1);
  });

  test('nothing was asked of another host, and no page failed', () => {
    expect(browser.complaints).toEqual([]);
  });
});

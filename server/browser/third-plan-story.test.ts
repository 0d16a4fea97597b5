import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openTestServer, type TestServer } from '../testing/test-server.ts';
import { accessibilityViolations, openBrowser, type TestBrowser } from './open-browser.ts';
import { signInBy } from './people.ts';
import { countEffort, type Effort } from './studio/effort.ts';
import { FormCanvas } from './studio/form-canvas.ts';
import { Portal } from './studio/portal.ts';
import { ProcessCanvas } from './studio/process-canvas.ts';
import { Workbench } from './studio/workbench.ts';

let server: TestServer;
let browser: TestBrowser;
let city: Page;
let bench: Workbench;
let effort: () => Promise<Effort>;
let began: number;

beforeAll(async () => {
  server = await openTestServer({ pages: true, now: Date.now(), plan: 'none' });
  browser = await openBrowser(server.address);
  city = await browser.person('desktop');
  bench = new Workbench(city);
  effort = await countEffort(city);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});
const passesAxe = async (page: Page) => expect(await accessibilityViolations(page)).toEqual([]);

describe('a city that has no plan configures 劳动教育学分认定 in the browser', () => {
  test('begins from nothing', async () => {
    await signInBy(city, `${server.address}/designer/`, 'city');
    began = Date.now();
    await city.getByLabel('方案名称').fill('劳动教育学分认定方案');
    await passesAxe(city);
    await city.getByRole('button', { name: '建立空白方案' }).click();
    await city.getByRole('heading', { name: /劳动教育学分认定方案/ }).waitFor();
  });

  test('says who takes part, and how long a notice lasts', async () => {
    await bench.open('角色');
    await bench.choose('增加角色', '年级组长');
    await passesAxe(city);
    await bench.save();
    await bench.open('参数');
    await city.getByRole('link', { name: '定义参数' }).click();
    await city.getByRole('button', { name: /新增$/ }).first().click();
    await city.getByLabel('名称', { exact: true }).fill('公示期');
    await city.getByRole('switch', { name: '按工作日计' }).click();
    await passesAxe(city);
    await bench.save();
  });

  const addField = async (palette: string, label: string) => {
    const add = city.getByRole('button', { name: `添加“${palette}”`, exact: true });
    if (!(await add.isVisible())) await city.getByRole('button', { name: '选择', exact: true }).click();
    await add
      .waitFor({ timeout: 2_000 })
      .catch(() => city.getByRole('button', { name: '选择', exact: true }).click());
    await add.click();
    const dialog = city.locator('.formio-dialog');
    await dialog.locator('input[name="data[label]"]').fill(label);
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.waitFor({ state: 'detached' });
  };
  const addForm = async (name: string) => {
    await city.getByRole('button', { name: '新增表单' }).click();
    await city.getByLabel('表单名称').fill(name);
    await city.keyboard.press('Enter');
    await new FormCanvas(city).ready();
  };

  test('draws two forms', async () => {
    await addForm('劳动实践记录');
    await addField('单行文本', '项目名称');
    await addField('时长（有上限）', '劳动时长');
    await addField('多行文本', '劳动过程');
    const record = new FormCanvas(city);
    await record.inspect('text');
    await record.tab('填写要求');
    await city.getByRole('checkbox', { name: '必须填写' }).check();
    await bench.choose('资料等级', 'C1 可以公开');
    await record.apply();
    await record.applied();
    await passesAxe(city);
    await bench.save();
    await addForm('认定意见');
    await addField('单选', '结论');
    const form = new FormCanvas(city);
    await form.inspect('choice');
    await form.tab('填写要求');
    for (const [index, option] of ['同意', '有疑问'].entries())
      await form
        .drawer()
        .getByRole('textbox', { name: `选项“选项 ${index + 1}”的名称` })
        .fill(option);
    await form.apply();
    await form.applied();
    await bench.save();
  });

  test('draws the flow', async () => {
    await city.getByRole('button', { name: '新增流程' }).click();
    await city.getByLabel('流程名称').fill('劳动学分认定');
    await city.keyboard.press('Enter');
    const canvas = new ProcessCanvas(city);
    await canvas.ready();
    await city.locator('.djs-shape[data-element-id="start"]').first().click({ force: true });
    await canvas.append('办理');
    await canvas.rename('班主任核实');
    await canvas.assign('班主任（本班）');
    await canvas.decideWith('认定意见', '结论');
    await canvas.append('办理');
    await canvas.rename('年级组长认定');
    await canvas.assign('年级组长（本年级）');
    await canvas.decideWith('认定意见', '结论');
    for (const action of ['发布公示']) {
      await canvas.append('自动动作');
      await bench.choose('做什么', action);
    }
    await canvas.append('等待时间');
    await bench.choose('时长', '按参数：公示期');
    await canvas.append('自动动作');
    await bench.choose('做什么', '结束公示');
    await canvas.append('自动动作');
    await bench.choose('做什么', '归入档案');
    await passesAxe(city);
    await bench.save();
  });

  test('joins form and flow, and says what is shown in the notice and kept in the archive', async () => {
    await bench.open('记录');
    await bench.choose('增加记录', '劳动实践记录');
    await passesAxe(city);
    await bench.save();
    await bench.open('公示');
    await city.getByRole('button', { name: /新增$/ }).first().click();
    await passesAxe(city);
    await bench.save();
    await bench.open('档案');
    await city.getByRole('button', { name: /新增$/ }).first().click();
    await city.getByRole('checkbox', { name: '劳动时长' }).check();
    await passesAxe(city);
    await bench.save();
    await bench.open('劳动学分认定');
    const canvas = new ProcessCanvas(city);
    await canvas.ready();
    for (const [step, ask, option] of [
      ['发布公示', '哪一项公示', '公示'],
      ['结束公示', '哪一项公示', '公示'],
      ['归入档案', '归入档案的哪一部分', '新档案栏目'],
    ] as const) {
      await canvas.select(step);
      await bench.choose(ask, option);
    }
    await bench.save();
  });

  test('has nothing to mend, and publishes', async () => {
    await city.getByRole('button', { name: /检查/ }).first().click();
    await city
      .getByText(/没有发现问题/)
      .first()
      .waitFor();
    await city.getByRole('button', { name: '发布', exact: true }).click();
    const dialog = city.getByRole('dialog');
    await dialog.getByText('检查通过，没有发现问题。').waitFor();
    await passesAxe(city);
    await dialog.getByRole('button', { name: '发布第 1 版' }).click();
    await city.getByText('第 1 版已发布').first().waitFor();
    const { clicks, characters } = await effort();
    console.log(
      `劳动教育学分认定: ${clicks} clicks, ${characters} characters, ${Math.round((Date.now() - began) / 1000)} s`,
    );
  });

  test('and it runs to its end: record, two decisions, notice, archive', async () => {
    const enter = async (username: string, place: string) => {
      const page = await browser.person('desktop');
      await signInBy(page, server.address, username);
      await page.goto(server.address + place);
      return page;
    };
    const pupil = await enter('pupil', '/records/new/form-1');
    await pupil.getByLabel('项目名称').fill('校园种植园');
    await pupil.getByLabel('劳动时长').fill('3');
    await pupil.getByLabel('劳动过程').fill('翻土、播种、浇水。');
    await passesAxe(pupil);
    await pupil.getByRole('button', { name: '提交', exact: true }).click();
    await pupil.getByText('“校园种植园”').first().waitFor();
    await server.settle();
    const leader = await server.context.sql.one<{ username: string }>(
      `SELECT u.username FROM task t JOIN org_unit c ON c.id = t.class_id JOIN membership m ON m.org_unit_id = c.parent_id
       JOIN app_user u ON u.id = m.user_id WHERE m.role = 'grade-leader'`,
    );
    const name = (await server.signIn('pupil')).me.user.name;
    for (const [username, step] of [
      ['teacher', '班主任核实'],
      [leader?.username ?? '', '年级组长认定'],
    ] as const) {
      const page = await enter(username, '/inbox');
      const portal = new Portal(page, server.address);
      await portal.openTask(name, step);
      await passesAxe(page);
      await portal.decide('同意');
      await page.getByText('同意').first().waitFor();
      await server.settle();
    }
    const notice = await server.context.sql.one<{ fields: string }>('SELECT fields FROM notice');
    expect(notice?.fields).toContain('校园种植园');
    server.context.advance(17 * 86_400_000);
    await server.settle();
    const later = await enter('pupil', '/archive');
    await later.getByText('校园种植园').first().waitFor();
    await passesAxe(later);
    expect(browser.complaints).toEqual([]);
  }, 120_000);
});

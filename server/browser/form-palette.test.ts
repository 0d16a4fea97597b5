import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type Client, openTestServer, type TestServer } from '../testing/test-server.ts';
import { accessibilityViolations, keepScreenshot, openBrowser, type TestBrowser } from './open-browser.ts';
import { comeBack, fillGoodDeed, signInBy } from './people.ts';

let server: TestServer;
let browser: TestBrowser;
let officer: Page;
let pupil: Page;
let teacher: Page;
let city: Client;

const title = '社区图书角服务';
const description = '连续三个周末到社区图书角整理图书、登记借阅，并教小朋友爱护图书。';

beforeAll(async () => {
  server = await openTestServer({ pages: true, now: Date.now() });
  browser = await openBrowser(server.address);
  officer = await browser.person('desktop');
  pupil = await browser.person('phone');
  teacher = await browser.person('desktop');
  city = await server.signIn('city');
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const component = (key: string) =>
  officer.locator(`.formarea .builder-component:has(> .formio-component-${key})`);
const drawer = () => officer.getByRole('dialog', { name: /的设置$/ });
const layerOfCity = async () => {
  const { body } = await city.get<{
    items: { id: string; orgUnit: { kind: string }; published: { cohorts: number[] } | null }[];
  }>('/api/layers');
  const layer = body.items.find((item) => item.orgUnit.kind === 'city');
  if (!layer) throw new Error('the city has no layer');
  return layer;
};
const inspect = async (key: string) => {
  await component(key).hover({ position: { x: 4, y: 4 } });
  await component(key).getByRole('button', { name: '这个组件的条件、校验和去向' }).focus();
  await officer.keyboard.press('Enter');
  await drawer().waitFor();
};
const apply = async () => {
  await drawer().getByRole('button', { name: '应用' }).click();
  await drawer().waitFor({ state: 'detached' });
};
/** Everything of the palette, by its name there: the label that it gets, and its key. */
const palette = [
  ['学生', '一起参加的同学', 'mates'],
  ['班级', '所在班级', 'ownClass'],
  ['单位', '所在学校', 'ownUnit'],
  ['学期', '学期', 'term'],
  ['指标', '对应指标', 'indicator'],
  ['资源单位', '服务单位', 'resourceUnit'],
  ['人员', '指导老师', 'mentor'],
  ['证明材料', '活动照片', 'photos'],
  ['签名', '本人签名', 'signed'],
  ['等第与评分', '自评', 'selfRating'],
  ['时长（有上限）', '服务时长', 'served'],
] as const;

describe('an officer sets components of the own palette up', () => {
  test('each is added by keyboard; its dialog knows no code, no other server and no interface of programs', async () => {
    await signInBy(officer, `${server.address}/designer/`, 'city');
    await officer.getByRole('link', { name: /设计深圳市方案/ }).click();
    await officer
      .getByRole('navigation', { name: '方案目录' })
      .getByRole('link', { name: /思想品德突出表现/ })
      .click();
    await officer.locator('.op-builder[data-ready=true]').waitFor();
    for (const [name, label, key] of palette) {
      await officer.getByRole('button', { name: `添加“${name}”`, exact: true }).focus();
      await officer.keyboard.press('Enter');
      const dialog = officer.locator('.formio-dialog');
      await dialog.locator('input[name="data[label]"]').fill(label);
      await dialog.locator('input[name="data[key]"]').fill(key);
      const tabs = await dialog.locator('.nav-link').allInnerTexts();
      expect(tabs.join(' ')).not.toMatch(/API|逻辑|Logic|JavaScript|校验|条件/);
      expect(await dialog.getByText(/JavaScript/i).count()).toBe(0);
      await dialog.getByRole('button', { name: '保存' }).click();
      await dialog.waitFor({ state: 'detached' });
    }
    await keepScreenshot(officer, 'designer-palette');
    expect(await accessibilityViolations(officer)).toEqual([]);
  }, 120_000);

  test('says in plain words what each takes', async () => {
    await inspect('mates');
    await drawer().getByRole('checkbox', { name: '可以选多个' }).check();
    expect(await accessibilityViolations(officer)).toEqual([]);
    await apply();
    await inspect('mentor');
    for (const role of ['区管理员', '学校管理员', '校长', '年级组长'])
      await drawer().getByRole('checkbox', { name: role }).uncheck();
    await drawer().getByRole('tab', { name: '步骤与去向' }).click();
    await drawer().getByRole('checkbox', { name: '归入档案“个性特长与突出表现”' }).check();
    await apply();
    await inspect('ownUnit');
    for (const kind of ['市', '区'])
      await drawer().getByRole('checkbox', { name: kind, exact: true }).uncheck();
    await apply();
    await inspect('resourceUnit');
    await drawer().getByLabel('可以选的单位').fill('深圳图书馆\n梅林社区图书角');
    await apply();
    await inspect('selfRating');
    await drawer().getByRole('combobox', { name: '评分方式' }).click();
    await officer.locator('.ant-select-item-option').getByText('1 至 5 分').click();
    await apply();
    await inspect('photos');
    await drawer().getByLabel('最多几份').fill('1');
    await drawer().getByRole('checkbox', { name: 'PDF 文件' }).uncheck();
    await apply();
    await inspect('served');
    await drawer().getByLabel('每次最多').fill('6');
    await drawer().getByLabel('每学期最多').fill('8');
    expect(await accessibilityViolations(officer)).toEqual([]);
    await apply();
    await officer.getByRole('button', { name: /保存$/ }).click();
    await officer.locator('.de-save-state').filter({ hasText: '已保存' }).waitFor();
  }, 120_000);

  test('and what is stored is what was said', async () => {
    const { id } = await layerOfCity();
    const { body } = await city.get<{ content: string }>(`/api/layers/${id}/artefacts/form/b-r01`);
    const stored = (JSON.parse(body.content) as { components: { key: string }[] }).components;
    const of = (key: string) => stored.find((it) => it.key === key);
    expect(of('mates')).toMatchObject({ type: 'pupil', multiple: true });
    expect(of('mentor')).toMatchObject({ type: 'person', roles: ['class-teacher', 'subject-teacher'] });
    expect(of('ownUnit')).toMatchObject({ type: 'orgUnit', unitKinds: ['school'] });
    expect(of('served')).toMatchObject({ validate: { max: 6 }, termCap: 8 });
    expect(of('photos')).toMatchObject({ multiple: false, filePattern: 'image/*' });
    expect(of('selfRating')).toMatchObject({ values: [1, 2, 3, 4, 5].map((n) => ({ value: `${n}` })) });
  });
});

describe('a pupil fills them in on a phone', () => {
  const choose = (label: string, option: string) =>
    pupil.getByLabel(label, { exact: true }).selectOption(option);
  const fillOwn = async (hours: string) => {
    await choose('所在班级', '八(3)班');
    await choose('所在学校', '南山望海实验学校');
    await choose('学期', '初二上');
    await choose('服务单位', '梅林社区图书角');
    await choose('指导老师', (await server.signIn('teacher')).me.user.name);
    await pupil.getByRole('radio', { name: '4', exact: true }).check({ force: true });
    await pupil.getByLabel('服务时长').fill(hours);
  };

  test('after the plan is published', async () => {
    const { id, published } = await layerOfCity();
    const answer = await city.send('POST', `/api/layers/${id}/publish`, {
      body: { note: '增加组件', cohorts: published?.cohorts ?? [] },
    });
    expect(answer.status).toBe(200);
  });

  test('chooses only among the own class, the own school and what the plan offers', async () => {
    await signInBy(pupil, server.address, 'pupil');
    await pupil.goto(`${server.address}/records/new/b-r01`);
    await pupil.getByLabel('名称').waitFor();
    await fillGoodDeed(pupil, { title, description });
    const mates = pupil.getByLabel('一起参加的同学');
    await mates.locator('option').nth(2).waitFor({ state: 'attached' });
    await mates.selectOption({ index: 1 });
    await mates.selectOption({ index: 1 });
    expect(await pupil.locator('.op-picker-chosen li').count()).toBe(2);
    await pupil.locator('.op-picker-chosen button').first().click();
    expect(await pupil.locator('.op-picker-chosen li').count()).toBe(1);
    await fillOwn('5');
    await pupil.getByLabel('输入姓名签名').fill((await server.signIn('pupil')).me.user.name);
    await pupil.keyboard.press('Enter');
    await pupil.getByLabel('输入姓名签名').scrollIntoViewIfNeeded();
    await keepScreenshot(pupil, 'record-palette');
    expect(await accessibilityViolations(pupil)).toEqual([]);
    await pupil.getByRole('button', { name: '提交', exact: true }).click();
    await pupil.getByText(`“${title}”已交给班主任。`).waitFor();
  }, 60_000);

  test('and gathers no more hours in a term than the plan allows', async () => {
    await pupil.goto(`${server.address}/records/new/b-r01`);
    await pupil.getByLabel('名称').waitFor();
    await fillGoodDeed(pupil, { title: '第二次服务', description });
    await fillOwn('4');
    await pupil.getByRole('button', { name: '提交', exact: true }).click();
    await pupil
      .getByText(/服务时长超过每学期上限 8：本学期的其他记录已有 5/)
      .first()
      .waitFor();
    await pupil.getByLabel('服务时长').fill('3');
    await pupil.getByRole('button', { name: '提交', exact: true }).click();
    await pupil.getByText('“第二次服务”已交给班主任。').waitFor();
  }, 60_000);

  test('the class teacher reads names, the rating and the signature', async () => {
    await server.settle();
    await signInBy(teacher, server.address, 'teacher');
    await teacher.goto(`${server.address}/inbox`);
    await teacher.getByText(title).first().click();
    await teacher.getByText('梅林社区图书角').first().waitFor();
    await teacher.getByText('南山望海实验学校').first().waitFor();
    await teacher.locator('img.po-signature').waitFor();
    expect(await accessibilityViolations(teacher)).toEqual([]);
    expect(await teacher.getByText(/data:image/).count()).toBe(0);
  });

  test('and the archive names the teacher for ever', async () => {
    const client = await server.signIn('teacher');
    const { body } = await client.get<{ items: { id: string; title: string }[] }>('/api/tasks?limit=100');
    const task = body.items.find((item) => item.title === title);
    const done = await client.send('POST', `/api/tasks/${task?.id}/complete`, {
      body: { data: { outcome: 'confirmed' }, recordRevision: 1 },
    });
    expect(done.status).toBe(200);
    await server.settle();
    // Five working days, whatever day it is today: with two weekends and the longest holiday.
    server.context.advance(17 * 86_400_000 + 60_000);
    await server.settle();
    await comeBack(pupil, server.address, 'pupil');
    await pupil.goto(`${server.address}/archive`);
    await pupil.getByText(title).first().waitFor();
    await pupil.getByText(client.me.user.name).first().waitFor();
    expect(await accessibilityViolations(pupil)).toEqual([]);
  });

  test('nothing was asked of another host, and no page failed', () => {
    expect(browser.complaints).toEqual([]);
  });
});

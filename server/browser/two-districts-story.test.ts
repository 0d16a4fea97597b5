import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openTestServer, type TestServer } from '../testing/test-server.ts';
import { readShippedPlan } from '../usecases/plans/read-shipped-plan.ts';
import { accessibilityViolations, openBrowser, type TestBrowser } from './open-browser.ts';
import { signInBy } from './people.ts';
import { Filing } from './studio/filing.ts';
import { FormCanvas } from './studio/form-canvas.ts';
import { PlanHome } from './studio/plan-home.ts';
import { Portal } from './studio/portal.ts';
import { ProcessCanvas } from './studio/process-canvas.ts';
import { Simulation } from './studio/simulation.ts';
import { Workbench } from './studio/workbench.ts';

const fixtures = fileURLToPath(new URL('./fixtures', import.meta.url));
const flow = /学期基本指标评价/;

/** 南山区 is district A of domain.md 3.6, 福田区 district B. */
const districts = [
  { unit: '南山区', username: 'nanshan' },
  { unit: '福田区', username: 'futian' },
] as const;
type District = (typeof districts)[number]['username'];

let server: TestServer;
let browser: TestBrowser;
let city: Page;
const officers = new Map<District, Page>();
const officer = (username: District): Page => {
  const page = officers.get(username);
  if (!page) throw new Error(`${username} has no window`);
  return page;
};

beforeAll(async () => {
  server = await openTestServer({
    pages: true,
    now: Date.now(),
    plan: await readShippedPlan(fixtures, 'term-evaluation'),
    cityOnly: true,
  });
  browser = await openBrowser(server.address);
  city = await browser.person('desktop');
  for (const { username } of districts) officers.set(username, await browser.person('desktop'));
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});
const passesAxe = async (page: Page) => expect(await accessibilityViolations(page)).toEqual([]);

describe('two districts make their own versions of the city’s plan', () => {
  test.each(districts)('$unit derives one with a single press', async ({ username }) => {
    const page = officer(username);
    await signInBy(page, `${server.address}/designer/`, username);
    await new PlanHome(page, server.address).beginOwn();
    await passesAxe(page);
  });

  test('南山区 may not take out what is locked, but adds the grade leader between two locked steps', async () => {
    const page = officer('nanshan');
    const bench = new Workbench(page);
    const canvas = new ProcessCanvas(page);
    await bench.open(flow);
    await canvas.ready();
    await canvas.remove('指导组核实');
    await canvas.refusal(/“指导组核实”不能删除/).waitFor();
    await canvas.understood();
    await canvas.select('指导组核实');
    await canvas.append('办理');
    await canvas.rename('年级组长核实');
    await canvas.assign('年级组长（本年级）');
    await canvas.decideWith('审核意见', '结论');
    await passesAxe(page);
    await bench.save();
  });

  test('南山区 may not lengthen the appeal; it shortens it', async () => {
    const page = officer('nanshan');
    const bench = new Workbench(page);
    await bench.open('参数');
    const period = page.getByRole('spinbutton', { name: '申诉办结时限' });
    await period.fill('9');
    await page.getByRole('button', { name: /保存$/ }).first().click();
    await page.getByText(/“申诉办结时限”的“取值”现为 9 天.*只能降低，不能高于 7 天/).waitFor();
    await passesAxe(page);
    await period.fill('5');
    await bench.save();
  });

  test('福田区 may not take the pupil’s confirmation out; it lets subject teachers tick the point on exercise', async () => {
    const page = officer('futian');
    const bench = new Workbench(page);
    const canvas = new ProcessCanvas(page);
    await bench.open(flow);
    await canvas.ready();
    await canvas.remove('学生确认');
    await canvas.refusal(/“学生确认”不能删除/).waitFor();
    await canvas.understood();
    await canvas.select('评价体育活动');
    await canvas.assign('任课教师（本班）');
    await bench.save();
  });

  test('福田区 adds an option of its own, which must count as one of the city’s', async () => {
    const page = officer('futian');
    const bench = new Workbench(page);
    const form = new FormCanvas(page);
    await bench.open('学期评价表');
    await form.ready();
    await form.inspect('kind');
    await form.tab('填写要求');
    await form.addOption('海洋科创');
    await form.apply();
    await page.getByText(/没有改动：.*海洋科创/).waitFor();
    await form.countAs('海洋科创', '荣誉称号');
    await passesAxe(page);
    await form.apply();
    await form.applied();
    await bench.save();
  });

  test('both play their flow before they file it', async () => {
    const a = new Simulation(officer('nanshan'));
    await a.open();
    await a.exploreAll();
    await passesAxe(officer('nanshan'));
    const b = new Simulation(officer('futian'));
    await b.open();
    await officer('futian').getByRole('radio', { name: '海洋科创' }).check();
    await b.begin();
    await b.waiting('填写突出表现').waitFor();
    await b.exploreAll();
    await passesAxe(officer('futian'));
  });
});

describe('the city reviews what both have filed', () => {
  test('finds them in the portal’s inbox and returns each with a comment on an element', async () => {
    for (const { unit, username } of districts) await new Filing(officer(username)).file(unit, '深圳市');
    await signInBy(city, server.address, 'city');
    await passesAxe(city);
    const review = new Filing(city);
    for (const { unit, username } of districts) {
      await city.goto(`${server.address}/inbox`);
      await passesAxe(city);
      await city.getByRole('link', { name: `${unit} 深圳市初中学期评价方案` }).click();
      await review.reviewReady();
      await review.comment(username === 'nanshan' ? '申诉办结时限' : '海洋科创', '请说明理由');
      await passesAxe(city);
      await review.sendBack('请补充说明');
    }
  });

  test.each(districts)('$unit reads why in its list of plans, mends it and files again', async (district) => {
    const { unit, username } = district;
    const page = officer(username);
    const home = new PlanHome(page, server.address);
    await home.open();
    await home.waiting(unit).getByText('看意见并修改').waitFor();
    await passesAxe(page);
    await home.waiting(unit).getByRole('link').click();
    await page.getByText('请说明理由').waitFor();
    await passesAxe(page);
    const bench = new Workbench(page);
    if (username === 'nanshan') {
      await bench.open('参数');
      await page.getByRole('spinbutton', { name: '申诉办结时限' }).fill('6');
    } else {
      const form = new FormCanvas(page);
      await bench.open('学期评价表');
      await form.ready();
      await form.inspect('kind');
      await form.tab('填写要求');
      await page.getByRole('textbox', { name: '选项“海洋科创”的名称' }).fill('海洋科技创新');
      await form.apply();
      await form.applied();
    }
    await bench.save();
    await new Filing(page).file(unit, '深圳市');
  });

  test('accepts both with a number and a first day; they publish just that', async () => {
    const review = new Filing(city);
    for (const [index, { unit, username }] of districts.entries()) {
      await city.goto(`${server.address}/inbox`);
      await city.getByRole('link', { name: `${unit} 深圳市初中学期评价方案` }).click();
      await review.reviewReady();
      await review.accept(`深教备〔2026〕${index + 1}号`, '2026-09-01');
      const page = officer(username);
      await new PlanHome(page, server.address).openPlan(unit);
      await new Filing(page).publish();
      await passesAxe(page);
    }
  });
});

describe('the same class flow runs differently in both', () => {
  /** Accounts of a school of each district, and its class. */
  const places = {
    nanshan: { suffix: '', grade: '2025级', className: '八(3)班', leader: '八(4)班' },
    futian: { suffix: '2', grade: '2026级', className: '七(1)班', leader: '七(4)班' },
  } as const;
  const nameOf = async (username: string) => (await server.signIn(username)).me.user.name;
  const enter = async (username: string): Promise<[Page, Portal]> => {
    const page = await browser.person('desktop');
    await signInBy(page, server.address, username);
    return [page, new Portal(page, server.address)];
  };

  test.each(districts)(
    'a school of $unit starts it for a class',
    async ({ username }) => {
      const { suffix, grade, className } = places[username];
      const [page, portal] = await enter(`school${suffix}`);
      await portal.launchFor(grade, className);
      await passesAxe(page);
      await server.settle();
    },
    60_000,
  );

  test('only in 福田区 the pupil is offered the local option', async () => {
    for (const { username } of districts) {
      const [page, portal] = await enter(`pupil${places[username].suffix}`);
      await portal.openInbox();
      await portal.tasksOf('学期评价').first().click();
      await page.locator('.op-form[data-ready=true]').waitFor();
      const local = page.getByRole('radio', { name: '海洋科技创新' });
      expect(await local.count()).toBe(username === 'futian' ? 1 : 0);
      await page.getByRole('radio', { name: username === 'futian' ? '海洋科技创新' : '荣誉称号' }).check();
      await passesAxe(page);
      await portal.submit();
      await page.waitForURL(/records/);
    }
    await server.settle();
  }, 60_000);

  const ticks = {
    班主任评价: ['遵守校规校纪', '按时到校'],
    评价体育活动: ['每天1小时校园体育活动'],
  } as const;
  /** Ticks what the next task about a pupil asks for. */
  const tick = async (username: string, pupil: string, step: keyof typeof ticks) => {
    const [page, portal] = await enter(username);
    await portal.openTask(pupil, step);
    for (const point of ticks[step])
      await page.getByRole('radiogroup', { name: point }).getByRole('radio', { name: '是' }).check();
    await passesAxe(page);
    await portal.submit();
    await page.waitForURL(/records/);
  };

  test('the point on exercise is the class teacher’s in 南山区, the subject teacher’s in 福田区', async () => {
    for (const { username } of districts) {
      const { suffix } = places[username];
      const pupil = await nameOf(`pupil${suffix}`);
      await tick(`teacher${suffix}`, pupil, '班主任评价');
      const other = username === 'nanshan' ? 'teacher' : 'subject2';
      await tick(other, pupil, '评价体育活动');
    }
    await server.settle();
  }, 90_000);

  test('after the guidance group the grade leader is asked in 南山区, in 福田区 the principal at once', async () => {
    for (const { username } of districts) {
      const { suffix } = places[username];
      const pupil = await nameOf(`pupil${suffix}`);
      const [, guidance] = await enter(`school${suffix}`);
      await guidance.openTask(pupil, '指导组核实');
      await guidance.decide('属实');
      await server.settle();
      const asked = username === 'nanshan' ? await gradeLeaderOf(pupil) : `principal${suffix}`;
      const [page, portal] = await enter(asked);
      await portal.openTask(pupil, username === 'nanshan' ? '年级组长核实' : '校长确认');
      await passesAxe(page);
      await portal.decide('属实');
    }
  }, 90_000);

  async function gradeLeaderOf(pupil: string): Promise<string> {
    const row = await server.context.sql.one<{ username: string }>(
      `SELECT u.username FROM student s JOIN enrolment e ON e.student_id = s.id JOIN org_unit c ON c.id = e.class_id
       JOIN membership m ON m.org_unit_id = c.parent_id JOIN app_user u ON u.id = m.user_id
       WHERE s.name = ? AND m.role = 'grade-leader' AND e.school_id = (SELECT school_id FROM task WHERE student_id = s.id LIMIT 1)`,
      [pupil],
    );
    return row?.username ?? '';
  }

  test('nothing was asked of another host, and no page failed', () => {
    expect(browser.complaints).toEqual([]);
  });
});

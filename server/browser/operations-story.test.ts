import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { transaction } from '../persistence/transaction.ts';
import { openTestServer, type TestServer } from '../testing/test-server.ts';
import { accessibilityViolations, keepScreenshot, openBrowser, type TestBrowser } from './open-browser.ts';
import { signInBy } from './people.ts';

let server: TestServer;
let browser: TestBrowser;
let school: Page;
let city: Page;
let className: string;
let frozenName: string;
let pupils: number;

beforeAll(async () => {
  server = await openTestServer({ pages: true, now: Date.now() });
  browser = await openBrowser(server.address);
  const rows = await server.context.sql.all<{ id: string; name: string; class_name: string }>(
    `SELECT s.id, s.name, c.name AS class_name FROM enrolment e JOIN student s ON s.id = e.student_id JOIN org_unit c ON c.id = e.class_id
     WHERE e.class_id = (SELECT e2.class_id FROM enrolment e2 JOIN student s2 ON s2.id = e2.student_id JOIN app_user u2 ON u2.id = s2.user_id WHERE u2.username = 'pupil')
     ORDER BY s.id`,
  );
  pupils = rows.length;
  className = rows[0]?.class_name ?? '';
  frozenName = rows[1]?.name ?? '';
  await transaction(server.context.database, () =>
    server.context.sql.insert('freeze', [
      {
        id: server.context.newId(),
        student_id: rows[1]?.id ?? '',
        reason: 'leave',
        valid_from: '2025-09-01',
        valid_to: null,
      },
    ]),
  );
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const choose = async (page: Page, label: string | RegExp, option: string | RegExp) => {
  await page.getByRole('combobox', { name: label }).click();
  await page
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
    .filter({ hasText: option })
    .first()
    .click();
};
const said = (page: Page, words: string | RegExp) => page.locator('.po-announcer').getByText(words).waitFor();
const drawn = (page: Page, count: number) =>
  page.waitForFunction((n) => document.querySelectorAll('.op-diagram[data-ready=true]').length >= n, count);

/** The city's plan once more, with the class teacher's step under another id and a step that is new. */
async function publishChanged(): Promise<void> {
  const officer = await server.signIn('city');
  const { body: list } = await officer.get<{
    items: { id: string; editable: boolean; orgUnit: { kind: string } }[];
  }>('/api/layers');
  const layer = list.items.find(({ orgUnit }) => orgUnit.kind === 'city')?.id ?? '';
  const edit = async (kind: string, key: string, change: (content: string) => string) => {
    const path = `/api/layers/${layer}/artefacts/${kind}/${key}`;
    const { body } = await officer.get<{ content: string; revision: number }>(path);
    const saved = await officer.send('PUT', path, {
      body: { content: change(body.content) },
      headers: { 'if-match': `"${body.revision}"` },
    });
    if (saved.status !== 200) throw new Error(JSON.stringify(saved.body));
  };
  const renamed = (text: string) => text.replace(/\breview\b(?!-)/g, 'verify');
  await edit('process', 'b-f2-highlight-record', (xml) =>
    renamed(xml).replaceAll('班主任确认', '班主任核实'),
  );
  await edit('manifest', 'plan', renamed);
  await edit('scenario', 'b-f2-highlight-record', renamed);
  const published = await officer.send('POST', `/api/layers/${layer}/publish`, {
    body: { note: '确认改为核实', cohorts: [2025] },
  });
  if (published.status !== 200) throw new Error(JSON.stringify(published.body));
}

describe('a term is started for a class', () => {
  test('the school chooses the class and sees who is asked until when, and who is left out', async () => {
    school = await browser.person('desktop');
    await signInBy(school, server.address, 'school');
    await school
      .getByRole('link', { name: /运行管理/ })
      .first()
      .click();
    await school.getByRole('link', { name: '发起', exact: true }).click();
    await school.getByText('发起过的会出现在这里').waitFor();
    expect(await accessibilityViolations(school)).toEqual([]);
    await school.getByRole('button', { name: '发起' }).click();
    await choose(school, '年级', '2025');
    await choose(school, '班级', className);
    await school.getByRole('button', { name: `发起（${pupils - 1} 人）` }).waitFor();
    await school.getByText('由班主任办理').waitFor();
    await school.getByText('学籍冻结（休学、转出）').waitFor();
    await keepScreenshot(school, 'launch-preview');
    expect(await accessibilityViolations(school)).toEqual([]);
  });

  test('starts it, sees it through, and reads who was left out and why', async () => {
    await school.getByRole('button', { name: `发起（${pupils - 1} 人）` }).click();
    await school
      .getByText(/正在发起|1 人未发起/)
      .first()
      .waitFor();
    await server.settle();
    await school.getByText(`已发起 ${pupils - 1} / ${pupils} 人`).waitFor();
    await school.getByRole('cell', { name: frozenName }).waitFor();
    expect(await accessibilityViolations(school)).toEqual([]);
  });

  test('goes through the roster again: nobody gets a second one', async () => {
    await school.getByRole('button', { name: '补发' }).click();
    await said(school, '正在补发，不会重复');
    await server.settle();
    await school.getByText(`已发起 ${pupils - 1} / ${pupils} 人`).waitFor();
    const row = await server.context.sql.one<{ n: number }>('SELECT COUNT(*) AS n FROM process_instance');
    expect(Number(row?.n)).toBe(pupils - 1);
    await school.getByRole('link', { name: '发起' }).first().click();
    await school.getByRole('list', { name: '已发起的' }).getByText('1 人未发起').waitFor();
  });
});

describe('the flows go on with a changed version of the plan', () => {
  test('the authority sees both versions side by side and what has no counterpart', async () => {
    await publishChanged();
    city = await browser.person('desktop');
    await signInBy(city, server.address, 'city');
    await city.goto(`${server.address}/operations/migration`);
    await choose(city, '原版本', /第 1 版/);
    await city.getByText('对应表没有问题，可以试算。').waitFor();
    await drawn(city, 2);
    expect(await accessibilityViolations(city)).toEqual([]);
  });

  test('a dry run tells of each flow that it would be refused, and why; nothing can be done yet', async () => {
    await city.getByRole('button', { name: '开始试算' }).click();
    await city.getByText(`试算完成：0 条可以迁移，${pupils - 1} 条不能。`).waitFor();
    await city.getByText('停在“班主任确认”，而这个环节没有对应').first().waitFor();
    expect(await city.getByRole('button', { name: /^迁移 / }).count()).toBe(0);
  });

  test('with the step mapped the dry run works, and so does the migration', async () => {
    await choose(city, '“班主任确认”对应到', '班主任核实');
    expect(await city.getByText(/试算完成/).count()).toBe(0);
    await city.getByText('对应表没有问题，可以试算。').waitFor();
    await city.locator('#mapping-title').evaluate((title) => {
      window.scrollTo(0, title.getBoundingClientRect().top + window.scrollY - 64);
    });
    await keepScreenshot(city, 'migration');
    await city.getByRole('button', { name: '开始试算' }).click();
    await city.getByText(`试算完成：${pupils - 1} 条可以迁移，0 条不能。`).waitFor();
    expect(await accessibilityViolations(city)).toEqual([]);
    await city.getByRole('button', { name: `迁移 ${pupils - 1} 条` }).click();
    await city.getByText('请写明原因').waitFor();
    await city.getByLabel('原因').fill('方案修订，确认改为核实');
    await city.getByRole('button', { name: `迁移 ${pupils - 1} 条` }).click();
    await city.getByText(`迁移完成：${pupils - 1} 条已按目标版本继续，0 条保持原样。`).waitFor();
    expect(await accessibilityViolations(city)).toEqual([]);
  });
});

describe('one flow is moved by hand', () => {
  test('the school finds it and reads what would happen before it is done', async () => {
    server.context.advance(60_000);
    await school.goto(`${server.address}/operations/instances`);
    await school
      .getByRole('link', { name: /班主任核实/ })
      .first()
      .waitFor();
    expect(await accessibilityViolations(school)).toEqual([]);
    await school
      .getByRole('link', { name: /班主任核实/ })
      .first()
      .click();
    await drawn(school, 1);
    await school.getByText('流程迁移到方案第 2 版').waitFor();
    await school.locator('[data-element-id=verify] .djs-hit').first().click();
    await school.getByRole('button', { name: '结束它' }).click();
    await school.getByText('这样流程就没有在办的环节了').waitFor();
    await choose(school, '开始', /^学生修改$/);
    await school.keyboard.press('Escape');
    await school.getByText('“班主任核实”结束，待办撤下').waitFor();
    await school.getByText('开始“学生修改”，由学生办理').waitFor();
    await keepScreenshot(school, 'move-by-hand');
    expect(await accessibilityViolations(school)).toEqual([]);
  });

  test('not without a reason; then it stands in the history with who and why', async () => {
    await school.getByRole('button', { name: '确认干预' }).click();
    await school.getByText('请写明原因').waitFor();
    await school.getByLabel('原因').fill('班主任代为提交，退回学生本人填写');
    await school.getByRole('button', { name: '确认干预' }).click();
    await said(school, '已调整，记入办理历程');
    const line = school
      .locator('.po-timeline li')
      .filter({ hasText: '人工干预：结束“班主任核实”，转到“学生修改”' });
    await line.getByText('班主任代为提交，退回学生本人填写').waitFor();
    const admin = await server.context.tables.users.findOne({ username: 'school' });
    await line.getByText(admin?.name ?? '').waitFor();
    expect(await accessibilityViolations(school)).toEqual([]);
  });

  test('all of it can be done on a phone', async () => {
    const phone = await browser.person('phone');
    await signInBy(phone, server.address, 'school');
    for (const address of [
      '/operations',
      '/operations/launches',
      '/operations/launches/new',
      '/operations/instances',
    ]) {
      await phone.goto(server.address + address);
      await phone.locator('.po-page h1').waitFor();
      await phone.waitForLoadState('networkidle');
      expect(await accessibilityViolations(phone)).toEqual([]);
      const wide = await phone.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
      expect({ address, wide }).toEqual({ address, wide: false });
    }
    await phone
      .getByRole('link', { name: /学生修改/ })
      .first()
      .click();
    await drawn(phone, 1);
    expect(await accessibilityViolations(phone)).toEqual([]);
  });

  test('nothing was asked of another host, and no page failed', () => {
    expect(browser.complaints).toEqual([]);
  });
});

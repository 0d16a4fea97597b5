import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { RecordSummary } from '@oneplan/runtime/contracts/api/records.ts';
import type { TaskSummary } from '@oneplan/runtime/contracts/api/tasks.ts';
import type { Page } from 'playwright-core';
import { transaction } from '../persistence/transaction.ts';
import { type Client, openTestServer, type TestServer } from '../testing/test-server.ts';
import { openJobIncident } from '../usecases/jobs/job-incident.ts';
import { accessibilityViolations, keepScreenshot, openBrowser, type TestBrowser } from './open-browser.ts';
import { signInBy } from './people.ts';

let server: TestServer;
let browser: TestBrowser;
let teacher: Page;
let subject: Page;
let pupil: Page;
let leader: Page;
let teacherApi: Client;
const names: Record<string, string> = {};

beforeAll(async () => {
  server = await openTestServer({ pages: true, now: Date.now() });
  browser = await openBrowser(server.address);
  teacherApi = await server.signIn('teacher');
  for (const username of ['teacher', 'subject', 'principal', 'pupil'])
    names[username] = (await server.context.tables.users.findOne({ username }))?.name ?? '';
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const nameOf = (username: string) => names[username] ?? '';

/** A person signed in on a device of their own. */
async function person(username: string, device: 'phone' | 'desktop'): Promise<Page> {
  const page = await browser.person(device);
  await signInBy(page, server.address, username);
  return page;
}

async function submit(title: string, username = 'pupil'): Promise<RecordSummary> {
  const client = await server.signIn(username);
  server.context.advance(1_000);
  const answer = await client.send<{ record: RecordSummary }>('POST', '/api/submissions', {
    body: {
      studentId: client.me.student?.id,
      formKey: 'b-r01',
      data: {
        kind: 'good-deed',
        title,
        date: '2026-11-01T00:00:00+08:00',
        place: '梅林社区',
        organiser: '梅林社区居委会',
        organisedBy: 'school',
        description: '连续三个周末和同学一起为社区里行动不便的老人买菜、送药，陪他们聊天。',
        pledge: true,
      },
    },
  });
  if (answer.status !== 201 && answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  await server.settle();
  return answer.body.record;
}

/** Others of the pupil's class. */
async function classmates(count: number): Promise<string[]> {
  const rows = await server.context.sql.all<{ username: string }>(
    `SELECT u.username FROM enrolment e JOIN student s ON s.id = e.student_id JOIN app_user u ON u.id = s.user_id
     WHERE e.class_id = (SELECT e2.class_id FROM enrolment e2 JOIN student s2 ON s2.id = e2.student_id JOIN app_user u2 ON u2.id = s2.user_id WHERE u2.username = 'pupil')
       AND u.username <> 'pupil' ORDER BY u.username`,
  );
  return rows.slice(0, count).map(({ username }) => username);
}

const taskOf = async (title: string) => {
  const { body } = await teacherApi.get<{ items: TaskSummary[] }>('/api/tasks?limit=100');
  const found = body.items.find((item) => item.title === title);
  if (!found) throw new Error(`no task for ${title}`);
  return found;
};
const said = (page: Page, words: string | RegExp) => page.locator('.po-announcer').getByText(words).waitFor();
const openTask = async (page: Page, title: string) => {
  server.context.advance(1_000);
  await page.goto(`${server.address}/inbox`);
  await page.locator('.po-line').filter({ hasText: title }).click();
  await page.getByText('填写内容').first().waitFor();
};
const chooseAction = async (page: Page, action: string) => {
  await page.getByRole('button', { name: '更多操作' }).click();
  await page.getByRole('menuitem', { name: action, exact: true }).click();
};
const choosePerson = async (page: Page, name: string) => {
  await page.getByRole('combobox', { name: /人员/ }).fill(name);
  await page.locator('.ant-select-item-option').filter({ hasText: name }).click();
};
const hasNoLine = (page: Page, title: string) =>
  page.locator('.po-line').filter({ hasText: title }).waitFor({ state: 'detached' });
/** What the time line of a record tells, oldest first. */
const story = async (page: Page, record: RecordSummary) => {
  await page.goto(`${server.address}/records/${record.id}`);
  await page.locator('.po-timeline li').first().waitFor();
  return page.locator('.po-timeline li > p:first-child strong').allInnerTexts();
};

describe('one class teacher’s tasks, handed on, shared and decided together', () => {
  let handedOn: RecordSummary;
  let shared: RecordSummary;

  test('the teacher takes a task from the menu at the buttons', async () => {
    handedOn = await submit('担任升旗手');
    shared = await submit('在社区帮老人买菜送药');
    teacher = await person('teacher', 'desktop');
    await openTask(teacher, handedOn.title);
    await teacher.getByRole('button', { name: '更多操作' }).click();
    await teacher.getByRole('menuitem', { name: '领取' }).waitFor();
    expect(await accessibilityViolations(teacher)).toEqual([]);
    await teacher.getByRole('menuitem', { name: '领取' }).click();
    await said(teacher, '已领取，其他人不再看到这条待办');
    await teacher.getByText(`${nameOf('teacher')}领取“班主任确认”`).waitFor();
  });

  test('hands it on with the keyboard alone; Escape gives the focus back', async () => {
    const { keyboard } = teacher;
    const more = teacher.getByRole('button', { name: '更多操作' });
    // The focus comes back once the dialog has faded out.
    const focusIsBack = () => teacher.locator('[aria-label="更多操作"]:focus').waitFor();
    const openDialog = async () => {
      await keyboard.press('Enter');
      const item = teacher.getByRole('menuitem', { name: '转办' });
      await teacher.locator('[role=menuitem]:focus').waitFor();
      for (let at = 0; at < 6 && !(await item.evaluate((e) => e === document.activeElement)); at++)
        await keyboard.press('ArrowDown');
      await keyboard.press('Enter');
      await teacher.getByRole('dialog', { name: '转办' }).waitFor();
    };
    await more.focus();
    await openDialog();
    await keyboard.press('Escape');
    await teacher.getByRole('dialog').waitFor({ state: 'detached' });
    await focusIsBack();
    await openDialog();
    // The first Tab leads into the dialog from its frame.
    const combobox = teacher.getByRole('combobox', { name: '人员' });
    for (let at = 0; at < 5 && !(await combobox.evaluate((e) => e === document.activeElement)); at++)
      await keyboard.press('Tab');
    await keyboard.insertText(nameOf('subject'));
    await teacher
      .locator('.ant-select-item-option')
      .filter({ hasText: nameOf('subject') })
      .waitFor();
    expect(await accessibilityViolations(teacher)).toEqual([]);
    await keyboard.press('Enter');
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await teacher.getByText('请写明原因').waitFor();
    expect(await accessibilityViolations(teacher)).toEqual([]);
    await teacher.getByLabel('原因').focus();
    await keyboard.insertText('这是他任课的活动，由他核实。');
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await said(teacher, '已转办');
    await hasNoLine(teacher, handedOn.title);
  });

  test('the colleague finds it on the phone, with the reason in its history, and decides', async () => {
    subject = await person('subject', 'phone');
    await openTask(subject, handedOn.title);
    await subject.getByText(`${nameOf('teacher')}把“班主任确认”转办给${nameOf('subject')}`).waitFor();
    expect(await accessibilityViolations(subject)).toEqual([]);
    await subject.getByRole('button', { name: '属实' }).click();
    await said(subject, /属实/);
    expect(await story(teacher, handedOn)).toEqual(
      expect.arrayContaining([
        `${nameOf('teacher')}领取“班主任确认”`,
        `${nameOf('teacher')}把“班主任确认”转办给${nameOf('subject')}`,
      ]),
    );
  });

  test('the teacher delegates a task', async () => {
    await openTask(teacher, shared.title);
    await chooseAction(teacher, '委派');
    const dialog = teacher.getByRole('dialog', { name: '委派' });
    await choosePerson(teacher, nameOf('subject'));
    await dialog.getByLabel('原因').fill('请先核实活动是否真实。');
    expect(await accessibilityViolations(teacher)).toEqual([]);
    await dialog.getByRole('button', { name: '委派' }).click();
    await said(teacher, '已委派，办完后会回到你的待办');
    await hasNoLine(teacher, shared.title);
  });

  test('and gets it back with an opinion; a pupil’s colleague is told apart in the list', async () => {
    await subject.goto(`${server.address}/inbox`);
    await subject.getByText('委派给你').waitFor();
    expect(await accessibilityViolations(subject)).toEqual([]);
    await openTask(subject, shared.title);
    await subject.getByRole('heading', { name: `${nameOf('teacher')} 委派给你` }).waitFor();
    await subject.getByRole('button', { name: '交回' }).click();
    await subject.getByText('请写明意见').waitFor();
    expect(await accessibilityViolations(subject)).toEqual([]);
    await subject.getByLabel('意见').fill('已向居委会核实，属实。');
    await subject.getByRole('button', { name: '交回' }).click();
    await said(subject, '已交回');
    await openTask(teacher, shared.title);
    await teacher.getByText(`${nameOf('subject')}办好委派，交回${nameOf('teacher')}`).waitFor();
  });

  test('asks a colleague to sign before: the task stands aside until the phone has answered', async () => {
    await chooseAction(teacher, '加签');
    const dialog = teacher.getByRole('dialog', { name: '加签' });
    await choosePerson(teacher, nameOf('subject'));
    await teacher.keyboard.press('Escape');
    await dialog.getByLabel('在我之前签').check();
    await dialog.getByLabel('原因').fill('请确认活动时间。');
    await keepScreenshot(teacher, 'approval-dialog');
    expect(await accessibilityViolations(teacher)).toEqual([]);
    await dialog.getByRole('button', { name: '请对方签' }).click();
    await said(teacher, '已请对方先签，签完后回到你的待办');
    await hasNoLine(teacher, shared.title);

    await openTask(subject, shared.title);
    await subject.getByRole('heading', { name: '请你签署' }).waitFor();
    await keepScreenshot(subject, 'approval-sign-phone');
    expect(await accessibilityViolations(subject)).toEqual([]);
    await subject.getByLabel('意见').fill('时间属实');
    await subject.getByRole('button', { name: '同意', exact: true }).click();
    await said(subject, '已签署：同意');
  });

  test('asks the principal to sign after, and decides', async () => {
    await openTask(teacher, shared.title);
    await chooseAction(teacher, '加签');
    const dialog = teacher.getByRole('dialog', { name: '加签' });
    await choosePerson(teacher, nameOf('principal'));
    await teacher.keyboard.press('Escape');
    await dialog.getByLabel('在我之后签').check();
    await dialog.getByLabel('原因').fill('请校长审阅。');
    await dialog.getByRole('button', { name: '请对方签' }).click();
    await said(teacher, '已请对方签署，你可以继续办理');
    const signers = teacher.getByRole('region', { name: '签署情况' });
    await signers.getByText('轮候').waitFor();
    expect(await accessibilityViolations(teacher)).toEqual([]);
    await teacher.getByRole('button', { name: '属实' }).click();
    await said(teacher, /属实/);
    await hasNoLine(teacher, shared.title);
  });

  test('an objection brings it back, and the teacher decides anew', async () => {
    leader = await person('principal', 'desktop');
    await openTask(leader, shared.title);
    await leader.getByRole('button', { name: '不同意' }).click();
    await leader.getByText('不同意时请写明理由').waitFor();
    expect(await accessibilityViolations(leader)).toEqual([]);
    await leader.getByLabel('意见').fill('佐证不足，请补充照片。');
    await leader.getByRole('button', { name: '不同意' }).click();
    await said(leader, '已签署：不同意');

    await openTask(teacher, shared.title);
    const signers = teacher.getByRole('region', { name: '签署情况' });
    await signers.getByText('佐证不足，请补充照片。').waitFor();
    await keepScreenshot(teacher, 'approval-signers');
    expect(await accessibilityViolations(teacher)).toEqual([]);
    await teacher.getByLabel('意见').fill('请补充活动照片。');
    await teacher.getByRole('button', { name: '退回修改' }).click();
    await said(teacher, /退回修改/);
    const told = await story(teacher, shared);
    expect(told).toEqual(
      expect.arrayContaining([
        `${nameOf('teacher')}把“班主任确认”委派给${nameOf('subject')}`,
        `${nameOf('subject')}办好委派，交回${nameOf('teacher')}`,
        `${nameOf('teacher')}请${nameOf('subject')}加签`,
        `${nameOf('subject')}签署“班主任确认”：同意`,
        `${nameOf('teacher')}请${nameOf('principal')}加签`,
        `${nameOf('principal')}签署“班主任确认”：不同意`,
      ]),
    );
  });

  test('the teacher takes the decision back while the pupil has not answered', async () => {
    await teacher.getByRole('button', { name: '撤回我的决定' }).click();
    const dialog = teacher.getByRole('dialog', { name: '撤回我的决定' });
    await dialog.getByLabel('原因').fill('照片已经当面看过。');
    expect(await accessibilityViolations(teacher)).toEqual([]);
    await dialog.getByRole('button', { name: '撤回我的决定' }).click();
    await said(teacher, '已撤回，请重新办理');
    await teacher.getByText(`${nameOf('teacher')}撤回对“班主任确认”的决定`).waitFor();
    await teacher.getByRole('button', { name: '去办理' }).waitFor();
  });
});

describe('what pupils do with their own records', () => {
  test('remind and withdraw, on a sheet at the thumb', async () => {
    const record = await submit('参加合唱比赛');
    pupil = await person('pupil', 'phone');
    await pupil.goto(`${server.address}/records/${record.id}`);
    await pupil.getByRole('button', { name: '催办' }).click();
    await said(pupil, '已提醒 1 人');
    await pupil.getByText(`${nameOf('pupil')}催办“班主任确认”`).waitFor();
    await pupil.getByRole('button', { name: '催办' }).click();
    await pupil
      .getByRole('alert')
      .filter({ hasText: /催办|提醒/ })
      .waitFor();
    expect(await accessibilityViolations(pupil)).toEqual([]);
    await pupil.getByRole('button', { name: '撤销', exact: true }).click();
    const sheet = pupil.getByRole('dialog', { name: '撤销' });
    await sheet.getByRole('button', { name: '撤销', exact: true }).click();
    await sheet.getByText('请写明原因').waitFor();
    await sheet.getByLabel('原因').fill('填错了类别。');
    expect(await accessibilityViolations(pupil)).toEqual([]);
    await sheet.getByRole('button', { name: '撤销', exact: true }).click();
    await said(pupil, '已撤销');
    await pupil.getByText(`${nameOf('pupil')}撤销`).waitFor();
    expect(await pupil.getByRole('button', { name: '催办' }).count()).toBe(0);
  });
});

describe('many tasks at once', () => {
  const titles = ['整理图书角', '敬老院慰问', '校园广播站值班'];

  test('all that is shown is selected and confirmed; one that somebody else has done says so and stays', async () => {
    const others = await classmates(3);
    for (const [at, username] of others.entries()) await submit(titles[at] ?? '', username);
    await teacher.goto(`${server.address}/inbox`);
    await teacher.getByText(titles[2] ?? '').waitFor();
    await teacher.getByRole('checkbox', { name: /全选显示的 \d 条/ }).focus();
    await teacher.keyboard.press('Space');
    // The record that was decided on before is to be looked at.
    await teacher.getByRole('checkbox', { name: /选择 .*在社区帮老人买菜送药/ }).uncheck();
    await teacher.getByRole('button', { name: '批量确认 3 条' }).click();
    const dialog = teacher.getByRole('dialog', { name: '批量确认 3 条' });
    await dialog.getByText('以下 3 条将以“属实”办结').waitFor();
    await keepScreenshot(teacher, 'inbox-bulk');
    expect(await accessibilityViolations(teacher)).toEqual([]);

    const { id } = await taskOf(titles[1] ?? '');
    await teacherApi.send('POST', `/api/tasks/${id}/complete`, {
      body: { data: { outcome: 'confirmed' }, recordRevision: 1 },
    });
    await dialog.getByRole('button', { name: '确认 3 条' }).click();
    const result = teacher.getByRole('dialog', { name: '批量确认的结果' });
    await result.getByText('已确认 2 条，1 条没有确认').waitFor();
    await result.getByText(new RegExp(nameOf('teacher'))).waitFor();
    expect(await accessibilityViolations(teacher)).toEqual([]);
    await result.getByRole('button', { name: '知道了' }).click();
    await hasNoLine(teacher, titles[0] ?? '');
    await hasNoLine(teacher, titles[2] ?? '');
  });

  test('on a phone the bar stands at the thumb', async () => {
    const [, , , one = '', other = ''] = await classmates(5);
    await submit('运动会志愿者', one);
    await submit('科技节讲解员', other);
    const phone = await person('teacher', 'phone');
    await phone.goto(`${server.address}/inbox`);
    await phone.getByRole('checkbox', { name: /运动会志愿者/ }).check();
    await phone.getByRole('checkbox', { name: /科技节讲解员/ }).check();
    expect(await accessibilityViolations(phone)).toEqual([]);
    await phone.getByRole('button', { name: '批量确认 2 条' }).click();
    const sheet = phone.getByRole('dialog', { name: '批量确认 2 条' });
    await sheet.getByText('以下 2 条将以“属实”办结').waitFor();
    expect(await accessibilityViolations(phone)).toEqual([]);
    await sheet.getByRole('button', { name: '确认 2 条' }).click();
    await said(phone, '已确认 2 条');
    await hasNoLine(phone, '运动会志愿者');
  });
});

describe('what stands still or has failed', () => {
  test('a suspended task can be read, not decided', async () => {
    const { instanceId } = await taskOf(shared());
    const school = await server.signIn('school');
    const answer = await school.send('POST', `/api/instances/${instanceId}/suspend`, {
      body: { reason: '休学' },
    });
    expect(answer.status).toBe(200);
    await teacher.goto(`${server.address}/inbox`);
    await teacher.getByText('已暂停').waitFor();
    await openTask(teacher, shared());
    await teacher.getByRole('heading', { name: '流程已暂停' }).waitFor();
    expect(await teacher.getByRole('button', { name: '属实' }).count()).toBe(0);
    expect(await teacher.getByRole('button', { name: '更多操作' }).count()).toBe(0);
    expect(await accessibilityViolations(teacher)).toEqual([]);
  });

  test('the school sees it under 运行监控, with what has failed, and tries that again', async () => {
    const [other = ''] = (await classmates(6)).slice(5);
    const failing = await submit('主题班会主持', other);
    await failTimerOf(failing);
    const school = await person('school', 'desktop');
    await school.goto(`${server.address}/operations`);
    await school.getByText('connect ETIMEDOUT').waitFor();
    await keepScreenshot(school, 'operations');
    expect(await accessibilityViolations(school)).toEqual([]);
    await school.getByRole('button', { name: /重试/ }).click();
    await said(school, /已重新安排/);
    await school.getByText('没有待处理的故障').waitFor();
    await school.getByRole('button', { name: /恢复/ }).click();
    const dialog = school.getByRole('dialog', { name: '恢复流程' });
    await dialog.getByLabel('原因').fill('已复学');
    expect(await accessibilityViolations(school)).toEqual([]);
    await dialog.getByRole('button', { name: '恢复' }).click();
    await school.getByText('没有暂停的流程').waitFor();
  });

  test('nothing was asked of another host, and no page failed', () => {
    expect(browser.complaints).toEqual([]);
  });
});

const shared = () => '在社区帮老人买菜送药';

/** The reminder timer of a record has used up its tries. */
async function failTimerOf({ instanceId }: RecordSummary): Promise<void> {
  const { sql } = server.context;
  const job = await sql.one<{
    id: string;
    definition_id: string;
    process_key: string;
    tenant_id: string;
    element_id: string;
    token: number;
  }>('SELECT * FROM job WHERE instance_id = ?', [instanceId]);
  if (!job) throw new Error('the record waits for no timer');
  await transaction(server.context.database, async () => {
    await sql.run('UPDATE job SET retries = 0, error_message = ? WHERE id = ?', [
      'connect ETIMEDOUT',
      job.id,
    ]);
    await openJobIncident(
      server.context,
      {
        id: job.id,
        instanceId,
        definitionId: job.definition_id,
        processKey: job.process_key,
        tenantId: job.tenant_id,
        elementId: job.element_id,
        token: job.token,
        calledBy: null,
      },
      'connect ETIMEDOUT 10.0.0.8:443',
    );
  });
}

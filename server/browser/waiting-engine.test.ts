import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { RecordSummary } from '@oneplan/runtime/contracts/api/records.ts';
import type { Page } from 'playwright-core';
import { type CamundaConnection, connectCamunda } from '../camunda/connect-camunda.ts';
import { deliverCommands } from '../camunda/deliver-commands.ts';
import { transaction } from '../persistence/transaction.ts';
import { openTestServer, type TestServer } from '../testing/test-server.ts';
import { accessibilityViolations, keepScreenshot, openBrowser, type TestBrowser } from './open-browser.ts';
import { signInBy } from './people.ts';

let server: TestServer;
let browser: TestBrowser;
let engine: Server;
let connection: CamundaConnection;
/** A record whose review is open: it was taken by the engine before that went away. */
let decided: RecordSummary;
/** What stands between this server and an engine: nothing answers, or the engine's own words that it will not do it. */
let says: 'nothing' | 'no' = 'nothing';

beforeAll(async () => {
  engine = createServer((request, response) => {
    if (says === 'nothing') return void request.socket.destroy();
    response.writeHead(400, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ type: 'RestException', message: 'no processes deployed with this key' }));
  }).listen(0, '127.0.0.1');
  await once(engine, 'listening');
  server = await openTestServer({ pages: true, now: Date.now() });
  const { port } = engine.address() as AddressInfo;
  decided = await submit('在敬老院表演节目');
  connection = connectCamunda(server.context, {
    url: `http://127.0.0.1:${port}/engine-rest`,
    timeoutMilliseconds: 2_000,
  });
  await transaction(server.context.database, () =>
    server.context.sql.insert('engine_instance', [
      { instance_id: decided.instanceId, engine_id: 'there', adopted_at: 1, projected_at: 1 },
    ]),
  );
  browser = await openBrowser(server.address);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
  engine?.close();
  engine?.closeAllConnections();
});

async function person(username: string, device: 'phone' | 'desktop'): Promise<Page> {
  const page = await browser.person(device);
  await signInBy(page, server.address, username);
  return page;
}

async function submit(title: string): Promise<RecordSummary> {
  const client = await server.signIn('pupil');
  const { body } = await client.send<{ record: RecordSummary }>('POST', '/api/submissions', {
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
  return body.record;
}

test('while the engine has not taken a submission, its pupil and teacher are told so, and an administrator sees it wait', async () => {
  const record = await submit('在社区帮老人买菜送药');
  await deliverCommands(server.context, connection.link, 'test');
  const pupil = await person('pupil', 'phone');
  await pupil.goto(`${server.address}/records/${record.id}/submitted`);
  await pupil.getByText('已提交，正在流转').waitFor();
  await pupil.goto(`${server.address}/records`);
  await pupil.getByRole('link', { name: /在社区帮老人买菜送药.*已提交，正在流转/ }).waitFor();
  await pupil.goto(`${server.address}/records/${record.id}`);
  await pupil.getByText('不用重新提交').waitFor();
  expect(await accessibilityViolations(pupil)).toEqual([]);
  await keepScreenshot(pupil, 'waiting-record-phone');
  const teacher = await person('teacher', 'desktop');
  await teacher.goto(`${server.address}/records/${record.id}`);
  await teacher.getByRole('status').getByText('已提交，正在流转').waitFor();
  await keepScreenshot(teacher, 'waiting-record');
  const admin = await person('city', 'desktop');
  await admin.goto(`${server.address}/operations`);
  const row = admin.getByRole('row', { name: /提交/ }).filter({ hasText: '等待送达' });
  await row.waitFor();
  expect(await row.textContent()).toContain('个性特长与突出表现记录');
}, 120_000);

test('a refused submission says so; an administrator tries it again, gives it up, and the record counts as withdrawn', async () => {
  const record = await submit('主持主题班会');
  says = 'no';
  server.context.advance(60_000);
  await deliverCommands(server.context, connection.link, 'test');
  const pupil = await person('pupil', 'phone');
  await pupil.goto(`${server.address}/records/${record.id}`);
  await pupil.getByText('有操作未能送达，等待管理员处理').waitFor();
  const admin = await person('city', 'desktop');
  await admin.goto(`${server.address}/operations`);
  const refused = admin.getByRole('row').filter({ hasText: '被拒绝' });
  await refused.first().waitFor();
  expect(await refused.first().textContent()).toContain('no processes deployed');
  expect(await accessibilityViolations(admin)).toEqual([]);
  await keepScreenshot(admin, 'waiting-commands');
  const phone = await person('city', 'phone');
  await phone.goto(`${server.address}/operations`);
  await phone.getByText('等待流程引擎的操作').waitFor();
  await keepScreenshot(phone, 'waiting-commands-phone');
  const count = await refused.count();
  await refused.first().getByRole('button', { name: '重试“提交”' }).click();
  await admin.getByText('送出前会先核对是否已经办成').waitFor();
  await deliverCommands(server.context, connection.link, 'test');
  await admin.reload();
  await refused.first().waitFor();
  expect(await refused.count()).toBe(count);
  for (let left = count; left > 0; left--) {
    await refused.first().getByRole('button', { name: '放弃“提交”' }).click();
    await admin.getByRole('textbox', { name: '原因' }).fill('重复提交');
    await admin
      .getByRole('dialog')
      .getByRole('button', { name: /放\s*弃/ })
      .click();
    await refused.nth(left - 1).waitFor({ state: 'detached' });
  }
  await admin.getByText('没有等待的操作').waitFor();
  await pupil.reload();
  await pupil.getByText('已撤销').first().waitFor();
  expect(browser.complaints).toEqual([]);
}, 120_000);

test('a teacher’s decision is kept, leaves the inbox, and says that it is on its way', async () => {
  const teacher = await person('teacher', 'desktop');
  const api = await server.signIn('teacher');
  const { body } = await api.get<{ items: { id: string; instanceId: string }[] }>('/api/tasks?limit=100');
  const task = body.items.find(({ instanceId }) => instanceId === decided.instanceId);
  await teacher.goto(`${server.address}/inbox/${task?.id}`);
  await teacher.getByRole('button', { name: '属实' }).click();
  await teacher.getByText('已提交，正在流转').first().waitFor();
  await teacher.goto(`${server.address}/records/${decided.id}`);
  await teacher.getByRole('status').getByText('已提交，正在流转').waitFor();
  expect(await accessibilityViolations(teacher)).toEqual([]);
}, 120_000);

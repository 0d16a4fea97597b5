import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { transaction } from '../persistence/transaction.ts';
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
  await signInBy(officer, `${server.address}/designer/`, 'nanshan');
  await officer.getByRole('link', { name: '设计南山区方案' }).click();
  await officer
    .getByRole('navigation', { name: '方案目录' })
    .getByRole('link', { name: /个性特长与突出表现记录/ })
    .click();
  await officer.locator('.op-modeler[data-ready=true]').waitFor();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const select = (id: string) =>
  officer.locator(`.djs-shape[data-element-id="${id}"]`).first().click({ force: true });
const takenBack = () => officer.locator('.op-modeler-refused');

describe('what the city has locked, in the district’s process editor', () => {
  test('a mark on a locked step says by whom, on which ground, and what may be done', async () => {
    const mark = officer.getByRole('button', { name: /上级规定：锁定/ }).first();
    await mark.focus();
    await officer.keyboard.press('Enter');
    const note = officer.locator('.op-lock-note:not([hidden])');
    expect(await note.innerText()).toMatch(
      /由深圳市方案第 1 版规定。[\s\S]*深教规〔2020〕6号附件4 三（一）[\s\S]*增加本级的环节/,
    );
    await keepScreenshot(officer, 'designer-process-lock');
    expect(await accessibilityViolations(officer)).toEqual([]);
    await officer.keyboard.press('Escape');
  });

  test('a locked step that is deleted is back at once, with the reason', async () => {
    await officer.getByRole('button', { name: '显示全图' }).click();
    await select('appendArchive');
    await officer.keyboard.press('Delete');
    await takenBack()
      .getByText(/“归入档案”不能删除/)
      .waitFor();
    expect(await officer.locator('.djs-shape[data-element-id="appendArchive"]').count()).toBe(1);
    expect(await accessibilityViolations(officer)).toEqual([]);
    await officer.getByRole('button', { name: '知道了' }).click();
    await takenBack().waitFor({ state: 'detached' });
    expect(await officer.getByRole('button', { name: /上级规定：锁定/ }).count()).toBe(6);
  });

  test('a step that the city left free is deleted', async () => {
    await select('remindReviewer');
    await officer.keyboard.press('Delete');
    await officer.locator('.djs-shape[data-element-id="remindReviewer"]').waitFor({ state: 'detached' });
    expect(await takenBack().count()).toBe(0);
    await officer.getByRole('button', { name: '撤销' }).click();
    await officer.locator('.djs-shape[data-element-id="remindReviewer"]').first().waitFor();
  });
});

const flow = 'b-f2-highlight-record';

describe('a way round a locked step', () => {
  beforeAll(async () => {
    const client = await server.signIn('nanshan');
    const layers = await client.get<{ items: { id: string; orgUnit: { name: string } }[] }>('/api/layers');
    const layer = layers.body.items.find((item) => item.orgUnit.name === '南山区');
    const address = `/api/layers/${layer?.id}/artefacts/process/${flow}`;
    const { body } = await client.get<{ content: string }>(address);
    // The officer lets the pupils' corrections go to the notice without the teacher.
    const content = body.content.replace(
      'sourceRef="revise" targetRef="reviewEntry"',
      'sourceRef="revise" targetRef="notifyConfirmed"',
    );
    expect(content).not.toBe(body.content);
    // A draft from before the city laid it down: saving it today is refused.
    const { database, sql } = server.context;
    await transaction(database, () =>
      sql.run(
        "UPDATE artefact SET content = ? WHERE layer_id = ? AND kind = 'process' AND artefact_key = ?",
        [content, layer?.id ?? '', flow],
      ),
    );
    officer = await browser.person('desktop');
    await signInBy(officer, `${server.address}/designer/`, 'nanshan');
    await officer.getByRole('link', { name: '设计南山区方案' }).waitFor();
    await officer.goto(`${server.address}/designer/layers/${layer?.id}/processes/${flow}`);
    await officer.locator('.op-modeler[data-ready=true]').waitFor();
  });

  test('is told in a sentence and drawn on the diagram', async () => {
    const course = officer.getByRole('region', { name: '与上级规定不符' });
    await course.getByRole('button', { pressed: true }).waitFor();
    await officer.locator('.djs-connection.op-offending[data-element-id="toReviewAgain"]').waitFor();
    await keepScreenshot(officer, 'designer-process-bypass');
    expect(await accessibilityViolations(officer)).toEqual([]);
  });

  test('is taken off the diagram, and drawn again, on pressing', async () => {
    const course = officer.getByRole('region', { name: '与上级规定不符' });
    await course.getByRole('button', { pressed: true }).click();
    await officer.locator('.op-offending').first().waitFor({ state: 'detached' });
  });
});

test('nothing was asked of another host, and no page failed', () => {
  expect(browser.complaints).toEqual([]);
});

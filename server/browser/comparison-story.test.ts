import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { getArtefact, listLayers } from '@oneplan/runtime/contracts/api/plans.ts';
import type { Page } from 'playwright-core';
import type { z } from 'zod';
import { type Client, openTestServer, type TestServer } from '../testing/test-server.ts';
import { accessibilityViolations, keepScreenshot, openBrowser, type TestBrowser } from './open-browser.ts';
import { signInBy } from './people.ts';

type Layers = z.output<typeof listLayers.response>;
type Artefact = z.output<typeof getArtefact.response>;

let server: TestServer;
let browser: TestBrowser;
let officer: Page;
let client: Client;
let layerId: string;

beforeAll(async () => {
  server = await openTestServer({ pages: true, now: Date.now() });
  browser = await openBrowser(server.address);
  officer = await browser.person('desktop');
  client = await server.signIn('nanshan');
  const { body } = await client.get<Layers>('/api/layers');
  layerId = body.items.find(({ orgUnit }) => orgUnit.name === '南山区')?.id ?? '';
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Changes a file of the district’s draft as its editor would. */
async function edit(kind: string, key: string, change: (content: string) => string): Promise<void> {
  const path = `/api/layers/${layerId}/artefacts/${kind}/${key}`;
  const { body } = await client.get<Artefact>(path);
  const saved = await client.send('PUT', path, {
    body: { content: change(body.content) },
    headers: { 'if-match': `"${body.revision}"` },
  });
  expect(saved.status).toBe(200);
}

const table = (name: string) => officer.getByRole('table', { name, exact: true });
const contents = () => officer.getByRole('navigation', { name: '有变化的内容' });

describe('a district looks at what its draft changes', () => {
  test('given a field more, a step renamed and a longer notice', async () => {
    await edit('form', 'b-r01', (content) => {
      const form = JSON.parse(content) as { components: unknown[] };
      form.components.unshift({ type: 'textfield', key: 'mentor', label: '指导老师', input: true });
      return JSON.stringify(form);
    });
    await edit('process', 'b-f2-highlight-record', (content) =>
      content.replaceAll('提醒班主任', '催办班主任'),
    );
    await edit('manifest', 'plan', (content) => content.replace('"value": "P5D"', '"value": "P7D"'));
  });

  test('d leads from a form to both versions of it, side by side, with the new field marked', async () => {
    await signInBy(officer, `${server.address}/designer/layers/${layerId}/forms/b-r01`, 'nanshan');
    await officer.locator('.op-builder[data-ready=true]').waitFor();
    await officer.locator('#main').focus();
    await officer.keyboard.press('d');
    await officer.locator('.de-side [data-change="added"]').waitFor();
    const sides = officer.locator('.de-sides > section');
    expect(await sides.nth(0).locator('[data-change="added"]').count()).toBe(0);
    expect(await sides.nth(1).locator('[data-change="added"]').getAttribute('data-change-word')).toBe('新增');
    const row = officer.locator('.de-changes-table tbody tr').filter({ hasText: '指导老师' });
    expect(await row.textContent()).toContain('单行文本');
    await keepScreenshot(officer, 'designer-compare-form');
    expect(await accessibilityViolations(officer)).toEqual([]);
  });

  test('a flow is shown as two diagrams, and pressing a line finds its step in both', async () => {
    await contents()
      .getByRole('link', { name: /个性特长与突出表现记录/ })
      .click();
    await officer.locator('.op-diagram[data-ready=true]').nth(1).waitFor();
    await officer.locator('.op-changed').nth(1).waitFor();
    await officer.getByRole('button', { name: '在图上找到“催办班主任”' }).first().click();
    await officer.locator('.op-chosen').nth(1).waitFor();
    await keepScreenshot(officer, 'designer-compare-process');
    expect(await accessibilityViolations(officer)).toEqual([]);
  });

  test('a parameter is told in words, with the rule on it and what the district may do', async () => {
    await contents()
      .getByRole('link', { name: /参数与其他设置/ })
      .click();
    const row = table('参数与其他设置').locator('tbody tr').filter({ hasText: '公示期' });
    const words = (await row.textContent()) ?? '';
    expect(words).toContain('5 个工作日');
    expect(words).toContain('7 个工作日');
    await row.getByRole('button').click();
    const note = officer.locator('.de-lock-note');
    await note.getByText(/可以调高、延长或增加/).waitFor();
    await note.getByText(/粤教/).waitFor();
    await keepScreenshot(officer, 'designer-why');
    await note.getByRole('link', { name: '查看全部依据' }).click();
    await officer.getByRole('heading', { name: /公示期/ }).waitFor();
    await keepScreenshot(officer, 'designer-explanation');
    expect(await accessibilityViolations(officer)).toEqual([]);
  });

  test('the annex of the filing holds every change, and prints without the workbench around it', async () => {
    await officer.goto(`${server.address}/designer/layers/${layerId}/compare`);
    for (const name of ['思想品德突出表现', '个性特长与突出表现记录', '参数与其他设置'])
      await table(name).waitFor();
    await officer.getByText('深圳市第 1 版的内容指纹').waitFor();
    await keepScreenshot(officer, 'designer-compare-annex');
    expect(await accessibilityViolations(officer)).toEqual([]);
    await officer.emulateMedia({ media: 'print' });
    expect(await officer.locator('.de-tree').isVisible()).toBe(false);
    expect(await officer.locator('.de-print-only').first().isVisible()).toBe(true);
    await officer.emulateMedia({ media: 'screen' });
  });

  test('d leads back to where one came from', async () => {
    await officer.goto(`${server.address}/designer/layers/${layerId}/settings/parameters`);
    await officer.getByRole('heading', { name: '参数', exact: true }).waitFor();
    await officer.keyboard.press('d');
    await table('参数与其他设置').waitFor();
    await officer.keyboard.press('d');
    await officer.getByRole('heading', { name: '参数', exact: true }).waitFor();
  });

  test('nothing was asked of another host, and no page failed', () => {
    expect(browser.complaints).toEqual([]);
  });
});

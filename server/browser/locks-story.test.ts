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

const choose = async (label: string, option: RegExp, within = officer.locator('.de-desk-detail')) => {
  await within.getByRole('combobox', { name: label, exact: true }).last().click();
  await officer.locator('.ant-select-dropdown:visible').getByText(option).first().click();
};
const find = async (words: string, line: RegExp) => {
  await officer.getByRole('searchbox', { name: /查找/ }).fill(words);
  await officer.getByRole('button', { name: line }).first().click();
};
const save = async () => {
  await officer.getByRole('button', { name: /保存$/ }).click();
  await officer.locator('.de-save-state').filter({ hasText: '已保存' }).waitFor();
};
const savedManifest = async (who: string, unit: string) => {
  const client = await server.signIn(who);
  const layers = await client.get<{ items: { id: string; orgUnit: { name: string } }[] }>('/api/layers');
  const layer = layers.body.items.find((item) => item.orgUnit.name === unit);
  const { body } = await client.get<{ content: string }>(`/api/layers/${layer?.id}/artefacts/manifest/plan`);
  return JSON.parse(body.content) as PlanManifest;
};

describe('a city states what its districts may change', () => {
  test('given the draft of the city', async () => {
    await signInBy(officer, `${server.address}/designer/`, 'city');
    await officer.getByRole('link', { name: /设计深圳市/ }).click();
    await officer.getByRole('navigation', { name: '方案目录' }).getByRole('link', { name: /^锁定/ }).click();
    await officer.getByRole('heading', { level: 1, name: '锁定' }).waitFor();
    expect(await accessibilityViolations(officer)).toEqual([]);
  });

  test('locks a field, on a clause of a document', async () => {
    await find('地点', /栏目/);
    await choose('规定', /照用不改/);
    await choose('依据文件', /综合素质/);
    await officer.getByRole('textbox', { name: '条款' }).last().fill('三（二）');
    await keepScreenshot(officer, 'designer-locks');
    expect(await accessibilityViolations(officer)).toEqual([]);
  });

  test('and lets one property of it be tightened all the same', async () => {
    await choose('为其中一项另作规定…', /最多字数/);
    const property = officer.getByRole('region', { name: /最多字数/ });
    await choose('规定', /只可收紧/, property);
    await choose('收紧的方向', /只可调低/, property);
    await save();

    const { locks } = await savedManifest('city', '深圳市');
    expect(locks.slice(-2)).toMatchObject([
      { lock: { class: 'LOCKED', basis: { clause: '三（二）' } } },
      { lock: { class: 'TIGHTEN', direction: 'max' } },
    ]);
    expect(locks.at(-1)?.element).toBe(locks.at(-2)?.element);
  });

  test('and finds its rule in the list without searching', async () => {
    await officer.getByRole('searchbox', { name: /查找/ }).fill('');
    await officer
      .getByRole('button', { name: /地点.*锁定/ })
      .first()
      .waitFor();
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { enlarged } from '../bench/typing/large-plan.ts';
import { edit, file, publishAgain } from '../testing/plan-home.ts';
import { openTestServer, type TestServer } from '../testing/test-server.ts';
import { readShippedPlan } from '../usecases/plans/read-shipped-plan.ts';
import { shippedRoot } from '../usecases/plans/shipped-plans.ts';
import { accessibilityViolations, openBrowser, type TestBrowser } from './open-browser.ts';
import { type DesignerSample, designerAddresses } from './pages/designer-routes.ts';
import { outOfReach } from './pages/keyboard-reach.ts';
import { foreignWords } from './pages/words-of-page.ts';

const planKey = 'shenzhen-junior-high';
const size = { forms: 9, components: 60, processes: 2 };
/** They have a keyboard of their own, which their own stories try. */
const canvases = ['.op-modeler', '.op-builder', '.dmn-js-parent'];
/** The layout of a page may not need more than this. */
const widths = [1440, 1024];

let server: TestServer;
let browser: TestBrowser;
let sample: DesignerSample;
const people = new Map<string, Page>();
const noise: string[] = [];

const modes = [
  { name: 'light', theme: 'light', language: 'zh-CN' },
  { name: 'dark', theme: 'dark', language: 'zh-CN' },
  { name: 'English', theme: 'light', language: 'en' },
] as const;

beforeAll(async () => {
  const plan = enlarged(await readShippedPlan(shippedRoot, planKey), planKey, size);
  server = await openTestServer({ pages: true, now: Date.now(), plan });
  sample = await prepare();
  browser = await openBrowser(server.address);
  for (const mode of modes) {
    const page = await browser.person('desktop');
    await page.addInitScript(({ theme, language }) => {
      localStorage.setItem('oneplan.theme', theme);
      localStorage.setItem('oneplan.language', language);
    }, mode);
    page.on('console', (message) => {
      if (message.type() === 'error') noise.push(message.text());
    });
    await page.goto(`${server.address}/designer/`);
    await page.locator('input[autocomplete=username]').fill('nanshan');
    await page.locator('input[type=password]').fill('oneplan2026');
    await page.keyboard.press('Enter');
    await page.locator('.de-account').waitFor();
    people.set(mode.name, page);
  }
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** A draft that was filed, while the city has published again. */
async function prepare(): Promise<DesignerSample> {
  const officer = await server.signIn('nanshan');
  const city = await server.signIn('city');
  const { body } = await officer.get<{
    items: { id: string; orgUnit: { name: string }; planKey: string; published: { id: string } | null }[];
  }>('/api/layers');
  const of = (name: string) => body.items.find((it) => it.orgUnit.name === name && it.planKey === planKey);
  const [layer, above] = [of('南山区')?.id ?? '', of('深圳市')];
  const decision = 'who-decides';
  const added = await officer.send('POST', `/api/layers/${layer}/artefacts`, {
    body: { kind: 'decision', key: decision, name: '谁来定' },
  });
  expect(added.status).toBe(200);
  await edit(officer, layer, 3);
  await file(officer, layer);
  await publishAgain(city);
  return {
    layer,
    above: above?.id ?? '',
    bundle: above?.published?.id ?? '',
    form: 'b-r01',
    process: 'b-f2-highlight-record',
    decision,
  };
}

const blank: DesignerSample = {
  layer: 'LAYER',
  above: 'ABOVE',
  bundle: 'BUNDLE',
  form: 'b-r01',
  process: 'b-f2-highlight-record',
  decision: 'who-decides',
};
/** Named before the server is there; the ids are put in when a test runs. */
const addresses = designerAddresses(blank);

async function open(mode: string, address: string): Promise<Page> {
  const page = people.get(mode);
  if (!page) throw new Error(`nobody looks at the pages in ${mode}`);
  const path = address
    .replace('LAYER', sample.layer)
    .replace('ABOVE', sample.above)
    .replace('BUNDLE', sample.bundle);
  noise.length = 0;
  await page.goto(`${server.address}/designer${path}`);
  await page.locator('#main h1, #main h2, #main [role=status]').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.locator('.de-waiting, .ant-skeleton').first().waitFor({ state: 'detached' });
  for (const canvas of ['.op-modeler', '.op-builder'])
    if ((await page.locator(canvas).count()) > 0)
      await page.locator(`${canvas}[data-ready=true]`).first().waitFor();
  return page;
}

/** Pixels that are to be found by scrolling sideways. */
async function sideways(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    const over = await page.evaluate(() => {
      const roots = [document.documentElement, ...document.querySelectorAll('#main, .de-page, .de-main')];
      return Math.max(...roots.map((it) => it.scrollWidth - it.clientWidth));
    });
    if (over > 1) found.push(`${over} px too wide at ${width}`);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  return found;
}

describe.each(modes.map(({ name }) => name))('every page of the designer, %s,', (mode) => {
  test.each(addresses)(
    '%s has no serious fault',
    async (address) => {
      const page = await open(mode, address);
      const faults = await accessibilityViolations(page);
      if (!/\S/.test((await page.title()).replace('一案通', ''))) faults.push('the window has no title');
      if (mode === 'light') {
        faults.push(...(await sideways(page)));
        faults.push(...(await foreignWords(page, canvases)).map((text) => `not in Chinese: ${text}`));
        faults.push(...(await outOfReach(page, canvases)));
      }
      expect([...faults, ...noise]).toEqual([]);
    },
    120_000,
  );
});

test('nothing was asked of another host, and no page failed', () => {
  expect(browser.complaints).toEqual([]);
});

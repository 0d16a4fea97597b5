import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { getArtefact, listLayers } from '@oneplan/runtime/contracts/api/plans.ts';
import type { Page } from 'playwright-core';
import type { z } from 'zod';
import { type Client, openTestServer, type TestServer } from '../testing/test-server.ts';
import { accessibilityViolations, keepScreenshot, openBrowser, type TestBrowser } from './open-browser.ts';
import { signInBy } from './people.ts';

type Layers = z.output<typeof listLayers.response>;
type Layer = Layers['items'][number];
type Artefact = z.output<typeof getArtefact.response>;

let server: TestServer;
let browser: TestBrowser;
let district: Page;
let city: Page;
const clients: Record<'city' | 'nanshan', Client | undefined> = { city: undefined, nanshan: undefined };
const layers: Record<'city' | 'nanshan', Layer | undefined> = { city: undefined, nanshan: undefined };

beforeAll(async () => {
  server = await openTestServer({ pages: true, now: Date.now() });
  browser = await openBrowser(server.address);
  district = await browser.person('desktop');
  city = await browser.person('desktop');
  for (const [who, unit] of [
    ['city', '深圳市'],
    ['nanshan', '南山区'],
  ] as const) {
    const client = await server.signIn(who);
    const { body } = await client.get<Layers>('/api/layers');
    clients[who] = client;
    layers[who] = body.items.find(({ orgUnit }) => orgUnit.name === unit);
  }
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const addressOf = (who: 'city' | 'nanshan') => `${server.address}/designer/layers/${layers[who]?.id}`;

async function read(who: 'city' | 'nanshan', kind: string, key: string): Promise<Artefact> {
  const path = `/api/layers/${layers[who]?.id}/artefacts/${kind}/${key}`;
  const answer = await clients[who]?.get<Artefact>(path);
  if (!answer) throw new Error(`${who} is not signed in`);
  return answer.body;
}

/** Changes a file of a draft as its editor would. */
async function edit(
  who: 'city' | 'nanshan',
  kind: string,
  key: string,
  change: (content: string) => string,
): Promise<void> {
  const { content, revision } = await read(who, kind, key);
  const saved = await clients[who]?.send('PUT', `/api/layers/${layers[who]?.id}/artefacts/${kind}/${key}`, {
    body: { content: change(content) },
    headers: { 'if-match': `"${revision}"` },
  });
  expect([saved?.status, saved?.status === 200 || saved?.body]).toEqual([200, true]);
}

const withField = (key: string, label: string) => (content: string) => {
  const form = JSON.parse(content) as { components: unknown[] };
  form.components.push({ type: 'textfield', key, label, input: true });
  return JSON.stringify(form);
};
const withNotice = (period: string) => (content: string) => {
  const plan = JSON.parse(content) as { parameters: { name: string; value: unknown }[] };
  const notice = plan.parameters.find(({ name }) => name === '公示期');
  if (!notice) throw new Error('the plan has no 公示期');
  notice.value = period;
  return JSON.stringify(plan, null, 2);
};
const contents = () => district.getByRole('navigation', { name: '有变化的内容' });

describe('the city publishes again', () => {
  test('given a district with a field of its own and a longer notice', async () => {
    await edit('nanshan', 'form', 'b-r01', withField('mentor', '指导老师'));
    await edit('nanshan', 'manifest', 'plan', withNotice('P7D'));
  });

  test('and a city that adds a field, renames a step and makes the notice longer itself', async () => {
    await edit('city', 'form', 'b-r01', withField('venue', '活动场馆'));
    await edit('city', 'process', 'b-f2-highlight-record', (content) =>
      content.replaceAll('提醒班主任', '催办班主任'),
    );
    await edit('city', 'manifest', 'plan', withNotice('P6D'));
    const published = await clients.city?.send('POST', `/api/layers/${layers.city?.id}/publish`, {
      body: { note: '增加场馆，公示六天', cohorts: layers.city?.published?.cohorts ?? [] },
    });
    expect(published?.body).toMatchObject({ bundle: { version: 2 } });
  });

  test('the city sees which districts have not followed yet', async () => {
    await signInBy(city, addressOf('city'), 'city');
    const behind = city.getByRole('region', { name: '还没有更新的下级' });
    await behind.getByRole('link', { name: '南山区' }).waitFor();
    await behind.getByText('依据第 1 版，最新是第 2 版').first().waitFor();
    await keepScreenshot(city, 'designer-behind');
    expect(await accessibilityViolations(city)).toEqual([]);
  });
});

describe('the district follows', () => {
  test('its overview leads to what is new, with what both have changed in words', async () => {
    await signInBy(district, addressOf('nanshan'), 'nanshan');
    await district.getByRole('link', { name: '深圳市已发布第 2 版，去更新' }).click();
    const conflict = district.getByRole('region', { name: /公示期/ });
    await conflict.getByText('原来是 5 个工作日。').waitFor();
    await conflict.getByText('7 个工作日').waitFor();
    await conflict.getByText('6 个工作日').waitFor();
    await keepScreenshot(district, 'designer-upgrade');
    expect(await accessibilityViolations(district)).toEqual([]);
  });

  test('what the city has changed is shown by itself, forms and flows side by side', async () => {
    await district.getByText('深圳市改了什么', { exact: true }).click();
    await contents()
      .getByRole('link', { name: /思想品德突出表现/ })
      .click();
    const sides = district.locator('.de-sides > section');
    await sides.nth(1).locator('[data-change="added"]').waitFor();
    expect(await sides.nth(1).locator('[data-change="added"]').innerText()).toContain('活动场馆');
    await contents()
      .getByRole('link', { name: /个性特长与突出表现记录/ })
      .click();
    await district.locator('.op-diagram[data-ready=true]').nth(1).waitFor();
    await district.locator('.op-changed').nth(1).waitFor();
    expect(await accessibilityViolations(district)).toEqual([]);
  });

  test('its own draft is shown before and after, with the fields of both', async () => {
    await district.getByText('本级草稿更新前后', { exact: true }).click();
    await contents()
      .getByRole('link', { name: /思想品德突出表现/ })
      .click();
    const sides = district.locator('.de-sides > section');
    await sides.nth(1).locator('[data-change="added"]').waitFor();
    expect(await sides.nth(0).innerText()).toContain('指导老师');
    expect(await sides.nth(0).innerText()).not.toContain('活动场馆');
    expect(await sides.nth(1).innerText()).toContain('指导老师');
    await keepScreenshot(district, 'designer-upgrade-form');
    expect(await accessibilityViolations(district)).toEqual([]);
  });

  test('the conflict is decided, and the preview follows', async () => {
    const conflict = district.getByRole('region', { name: /公示期/ });
    await conflict.getByRole('radio', { name: /采用上级的/ }).check();
    await conflict.getByRole('link', { name: '在预览里看' }).click();
    const row = district.locator('.de-changes-table tbody tr').filter({ hasText: '公示期' });
    await row.getByText('6 个工作日').waitFor();
  });

  test('the draft is brought up to date: nothing of either is lost', async () => {
    await district.getByRole('button', { name: '更新草稿' }).click();
    await district.getByText('草稿已更新，现依据深圳市第 2 版。').waitFor();
    const form = await read('nanshan', 'form', 'b-r01');
    expect(form.content).toContain('指导老师');
    expect(form.content).toContain('活动场馆');
    expect((await read('nanshan', 'manifest', 'plan')).content).toContain('"value": "P6D"');
    expect((await read('nanshan', 'process', 'b-f2-highlight-record')).content).toContain('催办班主任');
  });

  test('it is checked, and that is kept; then it is filed again', async () => {
    const kept = district.waitForResponse((response) => response.url().endsWith('/check'));
    await district.getByRole('button', { name: '检查', exact: true }).click();
    expect((await kept).status()).toBe(200);
    await district.getByText('没有发现问题，可以申报。').first().waitFor();
    await district.goto(addressOf('nanshan'));
    await district.getByText('已检查', { exact: true }).waitFor();
    expect(await accessibilityViolations(district)).toEqual([]);
    await district.getByRole('button', { name: '申报', exact: true }).click();
    const dialog = district.getByRole('dialog');
    await dialog.getByText('检查通过，没有发现问题。').waitFor();
    await dialog.getByRole('button', { name: '申报', exact: true }).click();
    await district.getByRole('heading', { name: '南山区向深圳市备案' }).waitFor();
  });

  test('the city’s list no longer names it', async () => {
    await city.reload();
    const behind = city.getByRole('region', { name: '还没有更新的下级' });
    await behind.waitFor();
    expect(await behind.getByRole('link', { name: '南山区' }).count()).toBe(0);
  });
});

test('nothing was asked of another host, and no page complained', () => {
  expect(browser.complaints).toEqual([]);
});

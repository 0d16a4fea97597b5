import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import * as contract from '@oneplan/runtime/contracts/api/upgrades.ts';
import { type Client, openTestServer, type TestServer } from '../../testing/test-server.ts';

jest.setTimeout(120_000);

interface Parameter {
  key: string;
  name: string;
  value: unknown;
}

let server: TestServer;
let city: Client;
let officer: Client;
let cityLayer: string;
let layer: string;
beforeAll(async () => {
  server = await openTestServer();
  [city, officer] = [await server.signIn('city'), await server.signIn('nanshan')];
  const { body } = await officer.get<{ items: { id: string; orgUnit: { kind: string } }[] }>('/api/layers');
  const of = (kind: string) => body.items.find(({ orgUnit }) => orgUnit.kind === kind)?.id ?? '';
  [cityLayer, layer] = [of('city'), of('district')];
});
afterAll(() => server.close());

async function setParameters(
  who: Client,
  of: string,
  values: Readonly<Record<string, unknown>>,
): Promise<void> {
  const path = `/api/layers/${of}/artefacts/manifest/plan`;
  const { body } = await who.get<{ content: string; revision: number }>(path);
  const manifest = JSON.parse(body.content) as { parameters: Parameter[] };
  for (const parameter of manifest.parameters)
    if (parameter.key in values) parameter.value = values[parameter.key];
  const saved = await who.send('PUT', path, {
    body: { content: JSON.stringify(manifest) },
    headers: { 'if-match': `"${body.revision}"` },
  });
  if (saved.status !== 200) throw new Error(JSON.stringify(saved.body));
}

async function parametersOf(of: string): Promise<Readonly<Record<string, unknown>>> {
  const { body } = await officer.get<{ content: string }>(`/api/layers/${of}/artefacts/manifest/plan`);
  const { parameters } = JSON.parse(body.content) as { parameters: Parameter[] };
  return Object.fromEntries(parameters.map(({ key, value }) => [key, value]));
}

interface Preview {
  readonly to: { readonly bundleId: string; readonly version: number } | null;
  readonly draft: string;
  readonly conflicts: readonly { readonly id: string; readonly reason: string; readonly property?: string }[];
  readonly above: readonly { readonly element: string }[];
  readonly findings: readonly object[];
}
const preview = async (choices?: object) =>
  (await officer.send<Preview>('POST', `/api/layers/${layer}/upgrade-preview`, { body: { choices } })).body;
const behind = async () =>
  (await city.get<{ items: { layerId: string }[] }>(`/api/layers/${cityLayer}/behind`)).body;

test('a layer follows the next version above: changes of both stay, what both changed is chosen, nothing is lost', async () => {
  expect((await behind()).items).toEqual([]);
  expect(await preview()).toMatchObject({ to: null, conflicts: [] });
  await setParameters(officer, layer, { reminderPeriod: 'P5D', recordCapPerTerm: 3 });
  await setParameters(city, cityLayer, { reminderPeriod: 'P6D', noticePeriod: 'P7D' });
  const published = await city.send('POST', `/api/layers/${cityLayer}/publish`, {
    body: { note: '公示期延长', cohorts: [2025] },
  });
  expect(published.status).toBe(200);

  expect((await behind()).items.map(({ layerId }) => layerId)).toContain(layer);
  const seen = await preview();
  expect(contract.previewUpgrade.response.parse(seen)).toEqual(seen);
  expect(seen).toMatchObject({ to: { version: 2 }, findings: [] });
  expect(seen.above.map(({ element }) => element).sort()).toEqual([
    'parameter:noticePeriod',
    'parameter:reminderPeriod',
  ]);
  const [conflict] = seen.conflicts;
  expect(seen.conflicts).toHaveLength(1);
  expect(conflict).toMatchObject({
    reason: 'both-changed',
    base: 'P7D',
    theirs: 'P6D',
    mine: 'P5D',
    chosen: 'mine',
  });
  expect(await parametersOf(layer)).toMatchObject({ noticePeriod: 'P5D' });

  const apply = (draft: string) =>
    officer.send('POST', `/api/layers/${layer}/upgrade`, {
      body: { to: seen.to?.bundleId, draft, choices: { [conflict?.id ?? '']: 'theirs' } },
    });
  expect(await apply('0'.repeat(64))).toMatchObject({ status: 412, body: { code: 'revision-stale' } });
  const applied = await apply(seen.draft);

  expect(applied).toMatchObject({ status: 200, body: { layer: { extends: { version: 2 } } } });
  expect(await parametersOf(layer)).toMatchObject({
    reminderPeriod: 'P6D',
    recordCapPerTerm: 3,
    noticePeriod: 'P7D',
  });
  expect((await officer.get(`/api/layers/${layer}/findings`)).body).toEqual({ findings: [] });
  expect((await behind()).items.map(({ layerId }) => layerId)).not.toContain(layer);
});

test('at the top there is nothing to follow', async () => {
  expect(await city.send('POST', `/api/layers/${cityLayer}/upgrade-preview`, { body: {} })).toMatchObject({
    status: 409,
    body: { code: 'conflict' },
  });
});

import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import * as contract from '@oneplan/runtime/contracts/api/layers.ts';
import { type Client, openTestServer, type TestServer } from '../../testing/test-server.ts';

jest.setTimeout(120_000);

interface Layer {
  readonly id: string;
  readonly planKey: string;
  readonly changed: boolean;
  readonly extends: { readonly bundleId: string; readonly version: number } | null;
  readonly orgUnit: { readonly id: string; readonly kind: string };
  readonly published: { readonly id: string } | null;
}
type Answered = { readonly layer: Layer };

let server: TestServer;
let city: Client;
let school: Client;
let cityUnit: string;
let schoolUnit: string;
beforeAll(async () => {
  server = await openTestServer();
  [city, school] = [await server.signIn('city'), await server.signIn('school')];
  const { orgUnits } = server.context.tables;
  cityUnit = (await orgUnits.findOne({ kind: 'city' }))?.id ?? '';
  const admin = await server.context.tables.users.findOne({ username: 'school' });
  schoolUnit =
    (await server.context.tables.memberships.findOne({ userId: admin?.id ?? '' }))?.orgUnitId ?? '';
});
afterAll(() => server.close());

describe('a layer below', () => {
  test('is made by the school itself, from the version of the nearest authority that has published', async () => {
    const offers = await school.get<{ items: { bundleId: string; orgUnit: { kind: string } }[] }>(
      `/api/org-units/${schoolUnit}/layer-offers`,
    );
    expect(contract.listLayerOffers.response.parse(offers.body)).toEqual(offers.body);
    expect(offers.body.items.map(({ orgUnit }) => orgUnit.kind)).toEqual(['city']);

    const made = await school.send<Answered>('POST', '/api/layers', {
      body: { bundleId: offers.body.items[0]?.bundleId, orgUnitId: schoolUnit },
    });

    expect(contract.createLayer.response.parse(made.body)).toEqual(made.body);
    expect(made.body.layer).toMatchObject({ changed: false, extends: { version: 1 }, published: null });
    const { body } = await school.get<{ artefacts: unknown[] }>(`/api/layers/${made.body.layer.id}`);
    expect(body.artefacts).toHaveLength(9);
    const after = await school.get<{ items: unknown[] }>(`/api/org-units/${schoolUnit}/layer-offers`);
    expect(after.body.items).toEqual([]);
  });

  test('is not made for another school', async () => {
    const other = await server.context.tables.orgUnits.find({ kind: 'school' });
    const orgUnitId = other.find(({ id }) => id !== schoolUnit)?.id;
    const bundle = await server.context.tables.bundles.findOne({});

    expect(
      await school.send('POST', '/api/layers', { body: { bundleId: bundle?.id, orgUnitId } }),
    ).toMatchObject({
      status: 403,
    });
  });
});

describe('a plan is begun', () => {
  test('from nothing: it can be checked, published, and is whose it should be', async () => {
    const made = await city.send<Answered>('POST', '/api/plans', {
      body: {
        orgUnitId: cityUnit,
        from: { kind: 'nothing', key: 'primary-plan', name: '小学综合素质评价', stage: 'primary' },
      },
    });

    expect(made).toMatchObject({ status: 200, body: { layer: { planKey: 'primary-plan', extends: null } } });
    const { id } = made.body.layer;
    expect((await city.get(`/api/layers/${id}/findings`)).body).toEqual({ findings: [] });
    expect(
      await city.send('POST', `/api/layers/${id}/publish`, { body: { note: '', cohorts: [2030] } }),
    ).toMatchObject({ status: 200 });
  });

  test('from one that is shipped, unless it is there already', async () => {
    const shipped = await city.get<{ items: { key: string; taken: boolean }[] }>('/api/shipped-plans');
    expect(contract.listShippedPlans.response.parse(shipped.body)).toEqual(shipped.body);
    expect(shipped.body.items).toContainEqual(
      expect.objectContaining({ key: 'shenzhen-junior-high', taken: true, forms: 7, processes: 1 }),
    );

    const begin = (key: string) =>
      city.send('POST', '/api/plans', { body: { orgUnitId: cityUnit, from: { kind: 'shipped', key } } });

    expect(await begin('shenzhen-junior-high')).toMatchObject({ status: 409, body: { code: 'conflict' } });
    expect(await begin('no-such-plan')).toMatchObject({ status: 404 });
  });
});

describe('artefacts of one’s own', () => {
  let layer: string;
  const path = () => `/api/layers/${layer}/artefacts`;
  beforeAll(async () => {
    const made = await city.send<Answered>('POST', '/api/plans', {
      body: {
        orgUnitId: cityUnit,
        from: { kind: 'nothing', key: 'own', name: '自建方案', stage: 'primary' },
      },
    });
    layer = made.body.layer.id;
  });

  test('are added with their entry in the manifest, so that the draft stays whole', async () => {
    const form = await city.send('POST', path(), {
      body: { kind: 'form', key: 'farm-work', name: '农事劳动' },
    });
    const flow = await city.send('POST', path(), {
      body: { kind: 'process', key: 'checkFarmWork', name: '农事劳动 <审核>' },
    });

    expect([form.status, flow.status]).toEqual([200, 200]);
    expect(contract.addArtefact.response.parse(form.body)).toEqual(form.body);
    expect((await city.get(`/api/layers/${layer}/findings`)).body).toEqual({ findings: [] });
    const manifest = await city.get<{ content: string; revision: number }>(`${path()}/manifest/plan`);
    const read = JSON.parse(manifest.body.content) as { forms: unknown[]; processes: unknown[] };
    expect(read.forms).toMatchObject([{ key: 'farm-work', file: 'farm-work.form.json' }]);
    expect(read.processes).toMatchObject([{ key: 'checkFarmWork', file: 'checkfarmwork.bpmn' }]);
  });

  test('have a key that nothing else has', async () => {
    const again = await city.send('POST', path(), {
      body: { kind: 'form', key: 'farm-work', name: '又一个' },
    });

    expect(again).toMatchObject({ status: 409, body: { code: 'conflict' } });
  });

  test('are taken out of both, by whoever has seen the last revision', async () => {
    const remove = (revision: number) =>
      city.send('DELETE', `${path()}/form/farm-work`, { headers: { 'if-match': `"${revision}"` } });

    expect(await remove(9)).toMatchObject({ status: 412, body: { code: 'revision-stale' } });
    expect(await remove(1)).toMatchObject({ status: 200 });

    const manifest = await city.get<{ content: string }>(`${path()}/manifest/plan`);
    expect(JSON.parse(manifest.body.content)).toMatchObject({ forms: [] });
    expect(await city.get(`${path()}/form/farm-work`)).toMatchObject({ status: 404 });
  });

  test('from above are kept: a form that the layer above lays down is not taken out', async () => {
    const list = await school.get<{ items: Layer[] }>('/api/layers');
    const own = list.body.items.find(({ orgUnit }) => orgUnit.id === schoolUnit)?.id;

    const refused = await school.send('DELETE', `/api/layers/${own}/artefacts/form/b-r01`, {
      headers: { 'if-match': '"1"' },
    });

    expect(refused).toMatchObject({ status: 422, body: { code: 'plan-invalid' } });
    const findings = refused.body.findings as { rule: string; lock: { authority: string } }[];
    expect(findings).toContainEqual(
      expect.objectContaining({
        rule: 'lock-removed',
        lock: expect.objectContaining({ element: 'form:b-r01', authority: expect.stringContaining('深圳') }),
      }),
    );
    expect(await school.get(`/api/layers/${own}/artefacts/form/b-r01`)).toMatchObject({ status: 200 });
  });
});

test('who has a layer open is told who else has, until they leave or are not heard of', async () => {
  const officer = await server.signIn('nanshan');
  const list = await officer.get<{ items: Layer[] }>('/api/layers');
  const district = list.body.items.find(({ orgUnit }) => orgUnit.kind === 'district')?.id;
  const say = (who: Client, body: object) =>
    who.send<{ others: { person: { name: string }; place: string }[] }>(
      'PUT',
      `/api/layers/${district}/presence`,
      { body },
    );

  expect((await say(officer, { place: 'form/b-r01' })).body).toEqual({ others: [] });
  const seen = await say(city, { place: null });
  expect(contract.keepPresence.response.parse(seen.body)).toEqual(seen.body);
  expect(seen.body.others).toMatchObject([{ place: 'form/b-r01' }]);

  server.context.advance(contract.presenceSeconds * 1000 + 1);
  expect((await say(city, { place: null })).body).toEqual({ others: [] });
  expect((await say(officer, { place: null })).body.others).toHaveLength(1);
  await say(city, { place: null, leaving: true });
  expect((await say(officer, { place: null })).body).toEqual({ others: [] });
});

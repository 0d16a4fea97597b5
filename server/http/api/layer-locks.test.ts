import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type BundleContent, bundleFiles } from '@oneplan/runtime/plan/bundle-content.ts';
import { fingerprint, webDigest } from '@oneplan/runtime/plan/fingerprint.ts';
import { juniorHighCity } from '@oneplan/runtime/plan/fixtures/junior-high-city.ts';
import { differences } from '@oneplan/runtime/plan/fixtures/one-district-one-plan.ts';
import { variant } from '@oneplan/runtime/plan/fixtures/variants.ts';
import { transaction } from '../../persistence/transaction.ts';
import { type Client, openTestServer, type TestServer } from '../../testing/test-server.ts';
import { createLayer } from '../../usecases/plans/create-layer.ts';
import { insertLayer } from '../../usecases/plans/insert-layer.ts';
import { artefactsOfFiles, type PlanArtefact } from '../../usecases/plans/plan-artefact.ts';
import { storeBundle } from '../../usecases/plans/store-bundle.ts';

jest.setTimeout(180_000);

let server: TestServer;
let officer: Client;
let layer: string;
const base = artefactsOf(juniorHighCity);
beforeAll(async () => {
  server = await openTestServer();
  officer = await server.signIn('nanshan');
  layer = await districtLayer();
});
afterAll(() => server.close());

/** The city's plan, published, and the draft of a district below it. */
async function districtLayer(): Promise<string> {
  const { context } = server;
  const { tables, newId } = context;
  const city = await tables.orgUnits.findOne({ kind: 'city' });
  const caller = { userId: officer.me.user.id, name: '' };
  const { key, name, stage } = juniorHighCity.manifest;
  const orgUnitId = city?.id ?? '';
  const bundleId = newId();
  await transaction(context.database, async () => {
    const planId = newId();
    await tables.plans.insert({ id: planId, planKey: key, name, stage, orgUnitId });
    const layerId = await insertLayer(context, caller, {
      planId,
      orgUnitId,
      extendsBundleId: null,
      artefacts: base,
    });
    const bundle = {
      id: bundleId,
      planId,
      layerId,
      version: 3,
      stage,
      fingerprint: await fingerprint(juniorHighCity, webDigest),
      note: '',
      publishedAt: context.now(),
      publishedBy: caller.userId,
      kind: 'plan' as const,
      name: null,
      source: null,
      tenantId: orgUnitId,
    };
    await storeBundle(context, bundle, juniorHighCity);
  });
  const district = await tables.memberships.findOne({ userId: caller.userId });
  return createLayer(context, caller, { bundleId, orgUnitId: district?.orgUnitId ?? '' });
}

function artefactsOf(content: BundleContent): PlanArtefact[] {
  return artefactsOfFiles(content.manifest, bundleFiles(content));
}

const textOf = (artefacts: readonly PlanArtefact[], { kind, key }: PlanArtefact) =>
  artefacts.find((it) => it.kind === kind && it.key === key)?.content;

interface Finding {
  readonly rule: string;
  readonly message: string;
  readonly lock?: { readonly authority?: string };
  readonly sentence?: { readonly 'zh-CN': string };
}

/** Saves what differs from the city's plan, file by file, and answers everything that was refused on the way. */
async function save(content: BundleContent): Promise<Finding[]> {
  const refused: Finding[] = [];
  for (const artefact of artefactsOf(content)) {
    const { kind, key, name, content: text } = artefact;
    if (textOf(base, artefact) === text) continue;
    const path = `/api/layers/${layer}/artefacts`;
    const known = await officer.get<{ revision: number }>(`${path}/${kind}/${key}`);
    const answer =
      known.status === 404
        ? await officer.send('POST', path, { body: { kind, key, name, content: text } })
        : await officer.send('PUT', `${path}/${kind}/${key}`, {
            body: { content: text },
            headers: { 'if-match': `"${known.body.revision}"` },
          });
    if (answer.status === 422) refused.push(...(answer.body.findings as Finding[]));
    else if (answer.status !== 200 && answer.status !== 409) throw new Error(JSON.stringify(answer.body));
  }
  return refused;
}

/** The draft as the city has it. */
async function reset(): Promise<void> {
  const { artefacts } = server.context.tables;
  await artefacts.delete({ layerId: layer });
  await artefacts.insert(
    ...base.map(({ kind, key, name, content }) => ({
      layerId: layer,
      kind,
      artefactKey: key,
      name,
      content,
      revision: 1,
      updatedAt: 0,
      updatedBy: null,
    })),
  );
}

async function findings(): Promise<Finding[]> {
  return (await officer.get<{ findings: Finding[] }>(`/api/layers/${layer}/findings`)).body.findings;
}

const said = (list: readonly Finding[]) =>
  list.map(({ message, sentence }) => `${message}\n${sentence?.['zh-CN'] ?? ''}`).join('\n');

describe('one district, one plan, over HTTP', () => {
  test.each(differences)('$title: is saved, and no lock is broken', async ({ allowed }) => {
    await reset();
    expect(await save(variant(juniorHighCity, ...allowed))).toEqual([]);
    expect((await findings()).filter(({ lock }) => lock)).toEqual([]);
  });

  test.each(differences)(
    '$title: the twin is refused, and nothing of it is published',
    async (difference) => {
      await reset();
      const refused = await save(variant(juniorHighCity, ...difference.forbidden));
      const found = refused.length > 0 ? refused : await findings();
      expect(said(found)).toMatch(difference.told);
      for (const { lock } of refused)
        expect(lock).toMatchObject({ authority: expect.stringContaining('深圳') });
      if (refused.length > 0) return;
      const bundles = await server.context.tables.bundles.count({ layerId: layer });
      const published = await officer.send('POST', `/api/layers/${layer}/publish`, {
        body: { note: '', cohorts: [2031] },
      });
      expect(published).toMatchObject({ status: 422, body: { code: 'plan-invalid' } });
      expect(await server.context.tables.bundles.count({ layerId: layer })).toBe(bundles);
    },
  );

  test('a refused save leaves the file as it was', async () => {
    await reset();
    const refused = await save(variant(juniorHighCity, ({ manifest }) => manifest.locks.splice(0, 1)));
    expect(refused).toContainEqual(expect.objectContaining({ rule: 'lock-weakened' }));
    const { body } = await officer.get<{ content: string; revision: number }>(
      `/api/layers/${layer}/artefacts/manifest/plan`,
    );
    expect(body).toMatchObject({ content: base[0]?.content, revision: 1 });
  });

  test('a draft that broke a lock on another way is not checked, and can still be mended step by step', async () => {
    await reset();
    const broken = variant(juniorHighCity, ({ manifest }) => manifest.locks.splice(0, 1));
    await server.context.tables.artefacts.update(
      { layerId: layer, kind: 'manifest' },
      { content: textOf(artefactsOf(broken), base[0] as PlanArtefact) ?? '' },
    );
    expect(await findings()).toContainEqual(expect.objectContaining({ rule: 'lock-weakened' }));
    const form = base.find(({ kind }) => kind === 'form') as PlanArtefact;
    const beside = await officer.send('PUT', `/api/layers/${layer}/artefacts/form/${form.key}`, {
      body: { content: form.content },
      headers: { 'if-match': '"1"' },
    });
    expect(beside.status).toBe(200);
    const mended = await officer.send('PUT', `/api/layers/${layer}/artefacts/manifest/plan`, {
      body: { content: base[0]?.content },
      headers: { 'if-match': '"1"' },
    });
    expect(mended.status).toBe(200);
  });
});

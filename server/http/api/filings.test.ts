import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import * as contract from '@oneplan/runtime/contracts/api/filings.ts';
import { listTasks } from '@oneplan/runtime/contracts/api/tasks.ts';
import type { z } from 'zod';
import { findBundleFor } from '../../persistence/published-bundle.ts';
import { acceptance, fileAndAccept } from '../../testing/accept-filing.ts';
import { type Client, openTestServer, type TestServer } from '../../testing/test-server.ts';

jest.setTimeout(120_000);

let server: TestServer;
let city: Client;
let officer: Client;
let layer: string;
let cohort = 2040;
beforeAll(async () => {
  server = await openTestServer();
  [city, officer] = [await server.signIn('city'), await server.signIn('nanshan')];
  const list = await officer.get<{ items: { id: string; orgUnit: { kind: string } }[] }>('/api/layers');
  layer = list.body.items.find(({ orgUnit }) => orgUnit.kind === 'district')?.id ?? '';
});
afterAll(() => server.close());

type Lifecycle = { state: string; fingerprint: string; filing: { id: string; state: string } | null };
const lifecycle = async () => (await officer.get<Lifecycle>(`/api/layers/${layer}/lifecycle`)).body;

let edits = 0;
/** Changes what the district may change: when reviewers are reminded. */
async function edit(): Promise<number> {
  edits += 1;
  const path = `/api/layers/${layer}/artefacts/manifest/plan`;
  const { body } = await officer.get<{ content: string; revision: number }>(path);
  const manifest = JSON.parse(body.content) as { parameters: { key: string; value: unknown }[] };
  for (const parameter of manifest.parameters)
    if (parameter.key === 'reminderPeriod') parameter.value = `PT${edits + 24}H`;
  const saved = await officer.send('PUT', path, {
    body: { content: JSON.stringify(manifest) },
    headers: { 'if-match': `"${body.revision}"` },
  });
  return saved.status;
}

const file = () =>
  officer.send<{ filing: { id: string } }>('POST', `/api/layers/${layer}/filing`, {
    body: { note: '本区细则', cohorts: [cohort] },
  });
const publish = () =>
  officer.send<{ bundle: { id: string; fingerprint: string; effectiveFrom: string | null } }>(
    'POST',
    `/api/layers/${layer}/publish`,
    { body: { note: '', cohorts: [cohort] } },
  );
const decide = async (id: string, data: object, comments: object[] = []) => {
  const { body } = await city.get<{ task: { id: string } | null }>(`/api/filings/${id}`);
  return city.send('POST', `/api/filings/${id}/decision`, {
    body: { taskId: body.task?.id, data, comments },
  });
};

beforeEach(async () => {
  cohort += 1;
  expect(await edit()).toBe(200);
});

describe('the way of a district’s plan to being published', () => {
  test('draft, checked, filed, accepted, published: what was accepted is what is published', async () => {
    expect((await lifecycle()).state).toBe('draft');
    const checked = await officer.send<{ lifecycle: Lifecycle }>('POST', `/api/layers/${layer}/check`);
    expect(contract.markChecked.response.parse(checked.body)).toEqual(checked.body);
    expect(checked.body.lifecycle.state).toBe('checked');
    expect(await publish()).toMatchObject({ status: 409, body: { code: 'plan-not-accepted' } });

    const filed = await file();
    expect(contract.fileLayer.response.parse(filed.body)).toEqual(filed.body);
    expect((await lifecycle()).state).toBe('filed');
    expect(await publish()).toMatchObject({ status: 409, body: { code: 'plan-not-accepted' } });

    const inbox = await city.get<z.output<typeof listTasks.response>>('/api/tasks');
    expect(listTasks.response.parse(inbox.body)).toEqual(inbox.body);
    expect(inbox.body.items).toMatchObject([
      {
        name: '方案备案审核',
        title: '深圳市初中学生综合素质评价方案',
        student: null,
        filing: { layerId: layer, unitName: '南山区' },
      },
    ]);

    const { id } = filed.body.filing;
    const seen = await city.get<{ changes: { element: string }[]; task: { form: { key: string } } }>(
      `/api/filings/${id}`,
    );
    expect(contract.getFiling.response.parse(seen.body)).toEqual(seen.body);
    expect(seen.body.changes.length).toBeGreaterThan(0);
    expect(seen.body.task.form.key).toBe('filing-decision');

    expect(await decide(id, acceptance)).toMatchObject({
      status: 200,
      body: { filing: { state: 'accepted', filingNumber: acceptance.filingNumber } },
    });
    const { state, fingerprint } = await lifecycle();
    expect(state).toBe('accepted');
    const published = await publish();
    expect(published).toMatchObject({ status: 200, body: { bundle: { fingerprint, cohorts: [cohort] } } });
    expect((await lifecycle()).state).toBe('published');
  });

  test('is returned with the reason and comments on elements; the submitter is told, and files again', async () => {
    const { id } = (await file()).body.filing;
    const comments = [{ element: 'form:record-decision/outcome', text: '请说明与市级表述的差异' }];

    expect(await decide(id, { decision: 'return' })).toMatchObject({
      status: 422,
      body: { code: 'validation-failed' },
    });
    expect(await decide(id, { decision: 'return', reason: '请补充说明' }, comments)).toMatchObject({
      status: 200,
      body: { filing: { state: 'returned', reason: '请补充说明', comments } },
    });

    expect((await lifecycle()).state).toBe('returned');
    const told = await officer.get<{ items: { kind: string }[] }>('/api/notifications');
    expect(told.body.items.map(({ kind }) => kind)).toContain('filing-returned');
    expect(await publish()).toMatchObject({ status: 409 });
    expect(await edit()).toBe(200);
    expect((await lifecycle()).state).toBe('draft');
    expect((await file()).status).toBe(200);
  });

  test.each(['filed', 'accepted'] as const)('a change after it was %s starts again', async (state) => {
    const id =
      state === 'filed' ? (await file()).body.filing.id : await fileAndAccept(officer, city, layer, [cohort]);
    expect((await lifecycle()).state).toBe(state);

    expect(await edit()).toBe(200);

    expect(await lifecycle()).toMatchObject({ state: 'draft', filing: { id, state: 'lapsed' } });
    expect(await publish()).toMatchObject({ status: 409, body: { code: 'plan-not-accepted' } });
    expect((await city.get<{ task: null }>(`/api/filings/${id}`)).body.task).toBeNull();
  });

  test('the same is not filed twice; what waits can be taken back', async () => {
    await file();
    expect(await file()).toMatchObject({ status: 409, body: { code: 'conflict' } });
    expect(await officer.send('DELETE', `/api/layers/${layer}/filing`)).toMatchObject({ status: 200 });
    expect(await officer.send('DELETE', `/api/layers/${layer}/filing`)).toMatchObject({ status: 409 });
    expect((await lifecycle()).filing).toMatchObject({ state: 'withdrawn' });
  });
});

describe('who decides', () => {
  test('the officers of the authority above find it in their list, and its task is the engine’s own', async () => {
    const { id } = (await file()).body.filing;
    const waiting = async (who: Client) =>
      (await who.get<{ items: { id: string; mine: boolean }[] }>('/api/filings')).body.items.find(
        (item) => item.id === id,
      )?.mine;

    expect(await waiting(city)).toBe(true);
    expect(await waiting(officer)).toBe(false);
    expect(await waiting(await server.signIn('futian'))).toBeUndefined();
    await server.settle();
    const told = await city.get<{ items: { kind: string; title: string }[] }>('/api/notifications');
    expect(told.body.items).toContainEqual(
      expect.objectContaining({ kind: 'task-created', title: '方案备案审核' }),
    );
    const own = await officer.send('POST', `/api/filings/${id}/decision`, {
      body: { taskId: id, data: acceptance },
    });
    expect(own.status).toBe(403);
  });

  test('of two who decide at once one is told that it is done', async () => {
    const { id } = (await file()).body.filing;
    const { body } = await city.get<{ task: { id: string } }>(`/api/filings/${id}`);
    const one = () =>
      city.send('POST', `/api/filings/${id}/decision`, { body: { taskId: body.task.id, data: acceptance } });

    const statuses = (await Promise.all([one(), one()])).map(({ status }) => status);

    expect(statuses.sort()).toEqual([200, 409].sort());
  });
});

test('a version that is to begin later governs from that day on; until then the one before does', async () => {
  const place = await server.context.tables.layers.findOne({ id: layer });
  const unit = await server.context.tables.orgUnits.findOne({ id: place?.orgUnitId ?? '' });
  const governs = () =>
    findBundleFor(server.context, {
      orgUnitPath: unit?.path ?? '',
      stage: 'junior-high',
      entryCohort: cohort,
    });
  await fileAndAccept(officer, city, layer, [cohort]);
  const first = (await publish()).body.bundle.id;
  await edit();
  await fileAndAccept(officer, city, layer, [cohort], { ...acceptance, effectiveOn: '2026-12-01' });

  const second = (await publish()).body.bundle;

  expect(second.effectiveFrom).toBe('2026-11-30T16:00:00.000Z');
  expect(await governs()).toBe(first);
  server.context.advance(Date.parse('2026-11-30T16:00:00Z') - server.context.now() - 1);
  expect(await governs()).toBe(first);
  server.context.advance(1);
  expect(await governs()).toBe(second.id);
  const bindings = await server.context.tables.bundleBindings.find({ entryCohort: cohort });
  expect(bindings).toHaveLength(2);
});

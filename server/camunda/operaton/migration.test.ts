import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { callerOf } from '../../crash/race-world.ts';
import { transaction } from '../../persistence/transaction.ts';
import { migrateInstances, tryMigration } from '../../usecases/migration/migrate-instances.ts';
import { suggestMigrationPlan } from '../../usecases/migration/suggest-migration.ts';
import { publishLayer } from '../../usecases/plans/publish-layer.ts';
import { type CamundaServer, openCamundaServer, operatonUrl } from './camunda-server.ts';
import { type FaultProxy, openFaultProxy } from './fault-proxy.ts';
import { type OpenReview, openElements, openTask, reviewsOf } from './open-review.ts';

const processKey = 'b-f2-highlight-record';
let proxy: FaultProxy;
let server: CamundaServer;
let review: () => Promise<OpenReview>;
let first: string;
let second: string;

/** The second version names the step of the class teacher anew. */
beforeAll(async () => {
  proxy = await openFaultProxy(operatonUrl(), 0);
  server = await openCamundaServer({ url: proxy.url });
  review = await reviewsOf(server);
  const { context } = server;
  const [bundle] = await context.tables.bundles.find({ kind: 'plan' });
  first = bundle?.id ?? '';
  const layerId = bundle?.layerId ?? '';
  await transaction(context.database, async () => {
    for (const [kind, key] of [
      ['process', processKey],
      ['manifest', 'plan'],
      ['scenario', processKey],
    ]) {
      const where = [layerId, kind ?? '', key ?? ''];
      const row = await context.sql.one<{ content: string }>(
        'SELECT content FROM artefact WHERE layer_id = ? AND kind = ? AND artefact_key = ?',
        where,
      );
      await context.sql.run(
        'UPDATE artefact SET content = ? WHERE layer_id = ? AND kind = ? AND artefact_key = ?',
        [(row?.content ?? '').replace(/\breview\b(?!-)/g, 'verify'), ...where],
      );
    }
  });
  const publication = { note: '', cohorts: [2031] };
  second = (await publishLayer(context, await callerOf(context, 'city'), layerId, publication)).id;
}, 120_000);
afterAll(async () => {
  await server?.close();
  await proxy?.close();
});

async function plan() {
  const request = { fromBundleId: first, toBundleId: second, processKey };
  const { mappings } = await suggestMigrationPlan(server.context, request);
  return [
    ...mappings.map(({ from, to }) => ({ from, to })),
    { from: 'review', to: 'verify' },
    { from: 'reviewOverdue', to: 'reviewOverdue' },
  ];
}
const batch = (mappings: { from: string; to: string }[]) => ({
  fromBundleId: first,
  toBundleId: second,
  processKey,
  plan: { mappings },
  after: undefined,
  limit: 50,
});

test('instances on the engine are tried and migrated, each with its own result, once although an answer was lost', async () => {
  const it = await review();
  const behind = await review();
  const { context } = server;
  // given one instance that something is on its way to
  await behind.teacher.send('POST', `/api/tasks/${behind.task.id}/complete`, {
    body: { data: { outcome: 'returned', remark: '请补充' }, recordRevision: 1 },
  });
  // a plan that leaves out where they stand moves nobody
  const without = (await plan()).filter(({ from }) => from !== 'review');
  const tried = await transaction(context.database, () => tryMigration(context, batch(without)));
  expect(tried.items.map(({ findings }) => findings.map(({ rule }) => rule))).toEqual(
    expect.arrayContaining([expect.arrayContaining(['unmapped']), ['engine-waiting']]),
  );
  // when
  const admin = await callerOf(context, 'city');
  const execute = async () =>
    transaction(context.database, async () => migrateInstances(context, admin, batch(await plan())));
  const { items } = await execute();
  expect(
    new Map(items.map(({ instanceId, findings }) => [instanceId, findings.map(({ rule }) => rule)])),
  ).toEqual(
    new Map([
      [it.record.instanceId, []],
      [behind.record.instanceId, ['engine-waiting']],
    ]),
  );
  // asked for again before the engine has done it: it is on its way, and not moved twice
  expect(items.every(({ later }) => later)).toBe(true);
  expect((await execute()).items.map(({ findings }) => findings.length)).toEqual([1, 1]);
  await proxy.set('reset');
  await server.deliver();
  await proxy.set('none');
  context.advance(60_000);
  await server.deliver();
  // then it stands at the new step on both sides
  expect(await openElements(server, it)).toEqual({ here: ['verify'], there: ['verify'] });
  const row = await context.sql.one('SELECT bundle_id FROM process_instance WHERE id = ?', [
    it.record.instanceId,
  ]);
  expect(row).toMatchObject({ bundle_id: second });
  const task = await openTask(it.teacher, it.record);
  expect(task).toMatchObject({ id: it.task.id, elementId: 'verify' });
  const decided = await it.teacher.send('POST', `/api/tasks/${task.id}/complete`, {
    body: { data: { outcome: 'confirmed' }, recordRevision: 1 },
  });
  expect(decided).toMatchObject({ status: 200 });
  await server.deliver();
  expect(await openElements(server, it)).toEqual({ here: [], there: [] });
  expect(await context.sql.all("SELECT id FROM engine_command WHERE state = 'refused'")).toEqual([]);
}, 120_000);

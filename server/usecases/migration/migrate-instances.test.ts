import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { RecordSummary } from '@oneplan/runtime/contracts/api/records.ts';
import {
  callerOf,
  complete,
  historyOf,
  openRaceWorld,
  openTask,
  pass,
  type RaceWorld,
  submit,
} from '../../crash/race-world.ts';
import { transaction } from '../../persistence/transaction.ts';
import { getInstance } from '../instances/get-instance.ts';
import { publishLayer } from '../plans/publish-layer.ts';
import { migrateInstances, tryMigration } from './migrate-instances.ts';
import { checkMigrationPlan, suggestMigrationPlan } from './suggest-migration.ts';

jest.setTimeout(120_000);
const processKey = 'b-f2-highlight-record';
let world: RaceWorld;
let first: string;
let second: string;

/** The second version names the step of the class teacher anew, asks for one thing more, and adds a parameter's variable. */
beforeAll(async () => {
  world = await openRaceWorld();
  const { context } = world;
  const { sql, tables } = context;
  const [bundle] = await tables.bundles.find({ kind: 'plan' });
  first = bundle?.id ?? '';
  const layerId = bundle?.layerId ?? '';
  const edit = (kind: string, key: string, change: (text: string) => string) =>
    transaction(context.database, async () => {
      const where = [layerId, kind, key];
      const row = await sql.one<{ content: string }>(
        'SELECT content FROM artefact WHERE layer_id = ? AND kind = ? AND artefact_key = ?',
        where,
      );
      await sql.run('UPDATE artefact SET content = ? WHERE layer_id = ? AND kind = ? AND artefact_key = ?', [
        change(row?.content ?? ''),
        ...where,
      ]);
    });
  const renamed = (text: string) => text.replace(/\breview\b(?!-)/g, 'verify');
  await edit('process', processKey, (xml) => renamed(xml).replace('班主任确认', '班主任核实'));
  await edit('manifest', 'plan', (json) =>
    renamed(json).replace(
      '"variables": [',
      '"variables": [{ "name": "period", "source": { "from": "parameter", "parameter": "noticePeriod" } },',
    ),
  );
  await edit('scenario', processKey, renamed);
  await edit('form', 'record-decision', (json) => {
    const form = JSON.parse(json) as { components: object[] };
    const remark = { type: 'textfield', key: 'witness', label: '证明人', input: true };
    return JSON.stringify({ ...form, components: [...form.components, remark] });
  });
  const publication = { note: '', cohorts: [2031] };
  second = (await publishLayer(context, await callerOf(context, 'city'), layerId, publication)).id;
});
afterAll(() => world.close());

const request = () => ({ fromBundleId: first, toBundleId: second, processKey });
const batch = (plan: { mappings: { from: string; to: string }[] }, after?: string, limit = 50) => ({
  ...request(),
  plan,
  after,
  limit,
});
async function execute(plan: { mappings: { from: string; to: string }[] }, after?: string, limit?: number) {
  const admin = await callerOf(world.context, 'city');
  return transaction(world.context.database, () =>
    migrateInstances(world.context, admin, { ...batch(plan, after, limit), reason: '方案修订' }),
  );
}
async function suggested() {
  const { mappings } = await suggestMigrationPlan(world.context, request());
  return mappings.map(({ from, to }) => ({ from, to }));
}
const withRenamed = async () => [
  ...(await suggested()),
  { from: 'review', to: 'verify' },
  { from: 'reviewOverdue', to: 'reviewOverdue' },
];
const rowsOf = (table: string, { instanceId }: RecordSummary) =>
  world.context.sql.all(
    `SELECT * FROM ${table} WHERE ${table === 'process_instance' ? 'id' : 'instance_id'} = ? ORDER BY 1`,
    [instanceId],
  );
const everything = async (record: RecordSummary) =>
  Promise.all(
    ['process_instance', 'task', 'job', 'activity', 'submission', 'subscription'].map((table) =>
      rowsOf(table, record),
    ),
  );
async function submitted() {
  const { pupil, teachers } = await world.nextPupil();
  return { pupil, teachers, record: await submit(world.context, pupil) };
}

describe('moving instances to another version of their plan', () => {
  test('a suggestion maps like to like, and names the steps that somebody has to decide on', async () => {
    const { mappings, unmapped } = await suggestMigrationPlan(world.context, request());
    expect(mappings).toContainEqual({ from: 'revise', to: 'revise' });
    expect(unmapped).toContainEqual({ elementId: 'review', name: '班主任确认' });
    const wrong = { mappings: [{ from: 'review', to: 'openNotice' }] };
    expect((await checkMigrationPlan(world.context, request(), wrong)).findings).toMatchObject([
      { rule: 'kind-differs', elementId: 'review' },
    ]);
  });

  test('a suggestion tells what there is to map, what may become what, and how many stand where', async () => {
    await submitted();
    const { elements } = await suggestMigrationPlan(world.context, request());
    const review = elements.from.find(({ elementId }) => elementId === 'review');
    const verify = elements.to.find(({ elementId }) => elementId === 'verify');
    expect(review).toMatchObject({ name: '班主任确认', kind: 'user-task', waits: true, around: null });
    expect(elements.from.find(({ elementId }) => elementId === 'reviewOverdue')).toMatchObject({
      around: 'review',
    });
    expect(review?.standing).toBeGreaterThan(0);
    expect(verify).toMatchObject({ name: '班主任核实', shape: review?.shape, standing: 0 });
    expect(elements.from.find(({ elementId }) => elementId === 'outcome')).toMatchObject({ waits: false });
  });

  test('who waits at a step that the plan does not map is refused and nothing of theirs changes; the others move', async () => {
    // given one who waits for the teacher, and one who has to revise
    const waiting = await submitted();
    const revising = await submitted();
    await complete(
      world.context,
      revising.teachers[0],
      await openTask(world.context, revising.record),
      'returned',
    );
    await pass(world.context, revising.record, 'notify');
    const before = await everything(waiting.record);
    const plan = { mappings: await suggested() };
    // when
    const dry = await tryMigration(world.context, batch(plan));
    const moved = await execute(plan);
    // then both say the same, and the refused one is as it was
    expect(moved).toEqual(dry);
    const byId = new Map(moved.items.map((item) => [item.instanceId, item]));
    expect(byId.get(waiting.record.instanceId)).toMatchObject({
      active: ['review'],
      findings: [{ rule: 'unmapped', elementId: 'review' }],
    });
    expect(byId.get(revising.record.instanceId)).toMatchObject({ active: ['revise'], findings: [] });
    expect(await everything(waiting.record)).toEqual(before);
    // and the pupil's correction goes to the step of the other version
    await complete(world.context, revising.pupil, await openTask(world.context, revising.record), 'revise');
    expect(await rowsOf('task', revising.record)).toContainEqual(
      expect.objectContaining({
        element_id: 'verify',
        name: '班主任核实',
        status: 'open',
        bundle_id: second,
      }),
    );
  });

  test('a renamed step keeps its task, holders, deadline and timer, and goes on under the other version', async () => {
    const { record, teachers } = await submitted();
    const [taskBefore] = await rowsOf('task', record);
    const [jobBefore] = await rowsOf('job', record);
    const open = await world.context.sql.all<{ activity: number }>(
      'SELECT activity FROM activity WHERE instance_id = ? AND ended_at IS NULL',
      [record.instanceId],
    );
    const plan = { mappings: await withRenamed() };
    // when
    const { items } = await execute(plan);
    // then
    expect(items.find(({ instanceId }) => instanceId === record.instanceId)?.findings).toEqual([]);
    const [instance] = await rowsOf('process_instance', record);
    const definition = await world.context.tables.processDefinitions.findOne({
      bundleId: second,
      processKey,
    });
    expect(instance).toMatchObject({ bundle_id: second, definition_id: definition?.id, revision: 2 });
    expect(JSON.parse(String(instance?.state)).v).toMatchObject({ period: 'P5D', noticePeriod: 'P5D' });
    expect(await rowsOf('task', record)).toEqual([
      { ...taskBefore, element_id: 'verify', name: '班主任核实', bundle_id: second },
    ]);
    expect(await rowsOf('job', record)).toEqual([{ ...jobBefore, definition_id: definition?.id }]);
    expect(
      await world.context.sql.all(
        'SELECT activity, element_id, name FROM activity WHERE instance_id = ? AND ended_at IS NULL',
        [record.instanceId],
      ),
    ).toEqual(open.map(({ activity }) => ({ activity, element_id: 'verify', name: '班主任核实' })));
    expect(await rowsOf('submission', record)).toMatchObject([{ bundle_id: second }]);
    const admin = await callerOf(world.context, 'city');
    expect((await getInstance(world.context, record.instanceId)).timeline).toMatchObject([
      { kind: 'submitted' },
      { kind: 'migrated', actor: admin.name, remark: '方案修订', to: '2' },
    ]);
    await complete(world.context, teachers[0], String(taskBefore?.id), 'confirmed');
    expect(await historyOf(world.context, record)).toHaveProperty('notifyConfirmed');
  });

  test('batches go on where the last one ended, and what has moved is not moved again', async () => {
    const records = [(await submitted()).record, (await submitted()).record, (await submitted()).record];
    const plan = { mappings: await withRenamed() };
    const ids: string[] = [];
    let next: string | null | undefined;
    while (next !== null) {
      const answer = await execute(plan, next ?? undefined, 2);
      expect(answer.items.length).toBeLessThanOrEqual(2);
      ids.push(...answer.items.map(({ instanceId }) => instanceId));
      next = answer.next;
    }
    expect(ids).toEqual(expect.arrayContaining(records.map(({ instanceId }) => instanceId)));
    expect(await execute(plan)).toEqual({ items: [], next: null });
    expect(
      await world.context.sql.all(
        "SELECT object_id FROM audit WHERE action = 'instance.migrated' AND object_id = ?",
        [records[0]?.instanceId ?? ''],
      ),
    ).toHaveLength(1);
  });

  test('is refused to a version of nothing, or without the process', async () => {
    const refused = { code: 'migration-not-possible' };
    await expect(
      suggestMigrationPlan(world.context, { ...request(), toBundleId: first }),
    ).rejects.toMatchObject(refused);
    await expect(
      suggestMigrationPlan(world.context, { ...request(), processKey: 'none' }),
    ).rejects.toMatchObject({ ...refused, detail: { reason: 'unknown-process' } });
  });
});

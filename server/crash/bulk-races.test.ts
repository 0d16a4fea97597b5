import { beforeAll, describe, expect, test } from '@jest/globals';
import type { RecordSummary } from '@oneplan/runtime/contracts/api/records.ts';
import type { Context } from '../context.ts';
import { transaction } from '../persistence/transaction.ts';
import { type Launch, launchProcess } from '../usecases/launch/launch-process.ts';
import { migrateInstances } from '../usecases/migration/migrate-instances.ts';
import { suggestMigrationPlan } from '../usecases/migration/suggest-migration.ts';
import { publishLayer } from '../usecases/plans/publish-layer.ts';
import { race } from './race.ts';
import { setUpRaces } from './race-set-up.ts';
import {
  callerOf,
  complete,
  count,
  historyOf,
  instanceLock,
  openRaceWorld,
  openTask,
  type RaceWorld,
  statement,
  submit,
  times,
} from './race-world.ts';

const rounds = 5;
const processKey = 'b-f2-highlight-record';
let world: RaceWorld;
/** The version in force, and a later one that governs none of the demo's pupils. */
let versions: { readonly from: string; readonly to: string };

setUpRaces(openRaceWorld, (opened) => {
  world = opened;
});
beforeAll(async () => {
  const { context } = world;
  const [bundle] = await context.tables.bundles.find({ kind: 'plan' });
  const layerId = bundle?.layerId ?? '';
  await transaction(context.database, () =>
    context.sql.run(
      "UPDATE artefact SET content = REPLACE(content, '班主任确认', '班主任核实') WHERE layer_id = ? AND kind = 'process'",
      [layerId],
    ),
  );
  const publication = { note: '', cohorts: [2031] };
  const { id } = await publishLayer(context, await callerOf(context, 'city'), layerId, publication);
  versions = { from: bundle?.id ?? '', to: id };
});

describe('a migration and a teacher who decides', () => {
  const givenRecord = async () => {
    const before = await world.context.sql.one<{ id: string | null }>(
      'SELECT MAX(id) AS id FROM process_instance',
    );
    const { pupil, teachers } = await world.nextPupil();
    const record = await submit(world.context, pupil);
    const taskId = await openTask(world.context, record);
    const officer = await callerOf(world.context, 'city');
    const request = { fromBundleId: versions.from, toBundleId: versions.to, processKey };
    const { mappings } = await suggestMigrationPlan(world.context, request);
    const plan = { mappings: mappings.map(({ from, to }) => ({ from, to })) };
    return {
      record,
      decide: (context: Context) => complete(context, teachers[0], taskId, 'confirmed'),
      migrate: (context: Context) =>
        transaction(context.database, () =>
          migrateInstances(context, officer, { ...request, plan, after: before?.id ?? undefined, limit: 1 }),
        ),
    };
  };
  const versionOf = async ({ instanceId }: RecordSummary) => {
    const { sql } = world.context;
    const row = await sql.one<{ bundle_id: string }>('SELECT bundle_id FROM process_instance WHERE id = ?', [
      instanceId,
    ]);
    return row?.bundle_id;
  };

  test('decided first: what follows is moved', () =>
    times(rounds, async () => {
      const { record, decide, migrate } = await givenRecord();
      const [decided, moved] = await race(world.servers, instanceLock(record), decide, migrate);
      expect([decided, moved]).toMatchObject([
        { value: expect.anything() },
        { value: { items: [{ instanceId: record.instanceId, active: ['notifyConfirmed'], findings: [] }] } },
      ]);
      expect(await versionOf(record)).toBe(versions.to);
    }));

  test('moved first: the decision counts under the other version', () =>
    times(rounds, async () => {
      const { record, decide, migrate } = await givenRecord();
      const [moved, decided] = await race(world.servers, instanceLock(record), migrate, decide);
      expect([moved, decided]).toMatchObject([
        { value: { items: [{ instanceId: record.instanceId, active: ['review'], findings: [] }] } },
        { value: { record: { id: record.id } } },
      ]);
      expect(await versionOf(record)).toBe(versions.to);
      expect(await historyOf(world.context, record)).toMatchObject({ review: 1, notifyConfirmed: 1 });
    }));
});

describe('one launch that two servers do at the same moment', () => {
  test('gives everybody one instance', () =>
    times(2, async () => {
      const { context, servers } = world;
      const caller = await callerOf(context, 'school');
      const school = caller.standings.find(({ role }) => role === 'school-admin');
      const launch: Launch = {
        id: context.newId(),
        bundleId: versions.from,
        processKey,
        formKey: 'b-r01',
        termSlot: 3,
        orgUnitId: school?.orgUnitId ?? '',
        entryCohort: 2025,
      };
      const before = await count(context, 'process_instance', 'process_key', processKey);
      const each = (server: Context) => launchProcess(server, caller, launch);
      const outcomes = await race(
        servers,
        statement('SELECT id FROM process_instance WHERE id IN'),
        each,
        each,
      );
      const started = outcomes.map((outcome) => ('value' in outcome ? outcome.value : null));
      const pupils = (await count(context, 'process_instance', 'process_key', processKey)) - before;
      expect(pupils).toBeGreaterThan(100);
      expect(started.map((value) => (value?.started ?? 0) + (value?.alreadyStarted ?? 0))).toEqual([
        pupils,
        pupils,
      ]);
      expect(started.reduce((sum, value) => sum + (value?.started ?? 0), 0)).toBe(pupils);
      const row = await context.sql.one<{ started: number }>('SELECT started FROM launch WHERE id = ?', [
        launch.id,
      ]);
      expect(Number(row?.started)).toBe(pupils);
    }));
});

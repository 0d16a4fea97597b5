import { describe, expect, test } from '@jest/globals';
import type { RecordSummary } from '@oneplan/runtime/contracts/api/records.ts';
import type { Context } from '../context.ts';
import { publishLayer } from '../usecases/plans/publish-layer.ts';
import { saveArtefact } from '../usecases/plans/save-artefact.ts';
import { pauseAt } from './pause-point.ts';
import { race } from './race.ts';
import { setUpRaces } from './race-set-up.ts';
import { callerOf, openRaceWorld, type RaceWorld, statement, submit, times } from './race-world.ts';

const rounds = 5;
let world: RaceWorld;
setUpRaces(openRaceWorld, (opened) => {
  world = opened;
});

describe('publishing while people submit', () => {
  const bundleOf = async (record: RecordSummary) => {
    const row = await world.context.sql.one<{ r: string; i: string; t: string }>(
      `SELECT r.bundle_id AS r, i.bundle_id AS i, t.bundle_id AS t FROM submission r
       JOIN process_instance i ON i.id = r.instance_id JOIN task t ON t.submission_id = r.id WHERE r.id = ?`,
      [record.id],
    );
    expect(row).toMatchObject({ r: row?.i, i: row?.t });
    return row?.r;
  };
  /** The city's officer has changed a form of the draft. */
  const givenChange = async (note: string) => {
    const { context } = world;
    const officer = await callerOf(context, 'city');
    const published = await context.tables.bundles.findOne({}, { order: [['version', 'DESC']] });
    const layerId = published?.layerId ?? '';
    const form = await context.tables.artefacts.findOne({ layerId, kind: 'form', artefactKey: 'b-r01' });
    const definition = JSON.parse(form?.content ?? '{}') as { components: { description?: string }[] };
    if (definition.components[0]) definition.components[0].description = note;
    await saveArtefact(
      context,
      officer,
      { layerId, kind: 'form', key: 'b-r01' },
      { content: JSON.stringify(definition), ifMatch: `"${form?.revision}"` },
    );
    return {
      before: published?.id,
      publish: (on: Context) => publishLayer(on, officer, layerId, { note, cohorts: [2025, 2026] }),
    };
  };

  test('who submits while a version comes out stays on the one that was in force; the next is on the new one', () =>
    times(rounds, async (round) => {
      const { before, publish } = await givenChange(`先提交 ${round}`);
      const { pupil } = await world.nextPupil();
      const [submitted, published] = await race(
        world.servers,
        statement('FROM bundle_binding'),
        (context) => submit(context, pupil),
        publish,
      );
      if (!('value' in submitted) || !('value' in published)) throw new Error('both go through');
      expect(await bundleOf(submitted.value)).toBe(before);
      expect(await bundleOf(await submit(world.servers.two, pupil))).toBe(published.value.id);
    }));

  test('a version that is not committed yet governs nobody', () =>
    times(rounds, async (round) => {
      const { before, publish } = await givenChange(`先发布 ${round}`);
      const { pupil } = await world.nextPupil();
      const ahead = pauseAt(world.servers.one, 'after', statement('INSERT INTO audit'));
      const publishing = publish(ahead.context);
      await ahead.reached;
      // SQLite lets the submission begin once the version is committed; MySQL does not make it wait.
      const waits = world.context.database.dialect === 'sqlite';
      const submitting = submit(world.servers.two, pupil);
      if (!waits) await submitting;
      ahead.resume();
      const { id: published } = await publishing;
      expect(await bundleOf(await submitting)).toBe(waits ? published : before);
    }));

  test('two who publish the same draft make one version', () =>
    times(rounds, async (round) => {
      const { publish } = await givenChange(`同时发布 ${round}`);
      const [first, second] = await race(
        world.servers,
        statement('SELECT id FROM plan ORDER BY id'),
        publish,
        publish,
      );
      expect(first).toHaveProperty('value');
      expect(second).toMatchObject({ refused: 'conflict' });
    }));
});

import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { loadDemo } from '../../demo/load-demo.ts';
import { loadDemoPlan } from '../../demo/load-demo-plan.ts';
import { type Caller, loadCaller } from '../../identity/caller.ts';
import { transaction } from '../../persistence/transaction.ts';
import { openTestContext, type TestContext } from '../../testing/test-context.ts';
import { readShippedPlan } from '../plans/read-shipped-plan.ts';
import { listLaunchOffers } from './launch-offers.ts';
import { launchProcess } from './launch-process.ts';
import { previewLaunch } from './preview-launch.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
let context: TestContext;
let caller: Caller;
let schoolId: string;
let cityId: string;

beforeEach(async () => {
  context = await openTestContext();
  await loadDemo(context);
  await loadDemoPlan(context, await readShippedPlan(root, 'shenzhen-junior-high'));
  const user = await context.tables.users.findOne({ username: 'school' });
  const found = user && (await loadCaller(context, user.id));
  const school = found?.standings.find(({ role }) => role === 'school-admin');
  if (!found || !school) throw new Error('the demo is not there');
  caller = found;
  schoolId = school.orgUnitId;
  cityId = school.path.split('/')[1] ?? '';
}, 60_000);
afterEach(() => context.close());

async function offerFor(entryCohort: number) {
  const { items } = await listLaunchOffers(context, schoolId);
  const offer = items.find((item) => item.entryCohort === entryCohort);
  if (!offer) throw new Error(`nothing governs ${entryCohort}`);
  return offer;
}

const askFor = async (orgUnitId: string) => ({
  bundleId: (await offerFor(2025)).bundleId,
  processKey: 'b-f2-highlight-record',
  formKey: 'b-r01',
  termSlot: 3,
  entryCohort: 2025,
  orgUnitId,
});

/** Ids of pupils of the roster, in their order. */
async function pupils(): Promise<string[]> {
  const rows = await context.sql.all<{ id: string }>(
    'SELECT s.id FROM student s JOIN enrolment e ON e.student_id = s.id WHERE e.school_id = ? AND s.entry_cohort = 2025 ORDER BY s.id',
    [schoolId],
  );
  return rows.map(({ id }) => id);
}

const write = (work: () => Promise<unknown>) => transaction(context.database, work);

describe('what can be started', () => {
  test('is told by cohort: the version that governs, its processes with their records, and the term of today', async () => {
    const offer = await offerFor(2025);
    expect(offer).toMatchObject({ currentSlot: 3, bundleVersion: 1 });
    expect(offer.processes).toMatchObject([
      {
        key: 'b-f2-highlight-record',
        forms: expect.arrayContaining([{ key: 'b-r01', name: expect.any(String) }]),
      },
    ]);
  });

  test('for a class, is that of its own cohort alone', async () => {
    const unit = await context.tables.orgUnits.findOne({ kind: 'class', entryCohort: 2025 });
    const { items } = await listLaunchOffers(context, unit?.id ?? '');
    expect(items.map(({ entryCohort }) => entryCohort)).toEqual([2025]);
  });
});

describe('the preview of a launch', () => {
  test('names who is asked first and until when, class by class, and starts nothing', async () => {
    // when
    const preview = await previewLaunch(context, await askFor(schoolId));
    // then
    const all = (await pupils()).length;
    expect(preview).toMatchObject({ roster: all, startable: all, leftOut: [], problem: null, earlier: [] });
    expect(preview.first).toEqual([
      { elementId: 'review', name: '班主任确认', asked: ['class-teacher'], dueAt: expect.any(String) },
    ]);
    expect(Date.parse(preview.first[0]?.dueAt ?? '')).toBeGreaterThan(context.now());
    expect(preview.units.length).toBeGreaterThan(1);
    expect(preview.units.reduce((total, { roster }) => total + roster, 0)).toBe(all);
    expect(await context.sql.all('SELECT id FROM process_instance')).toEqual([]);
    expect(await context.sql.all('SELECT id FROM submission')).toEqual([]);
  });

  test('counts once whoever is left out, for the first reason, as the launch itself does', async () => {
    // given one without an account who is frozen as well, and one who is frozen
    const [first = '', second = ''] = await pupils();
    const freeze = (studentId: string) => ({
      id: context.newId(),
      student_id: studentId,
      reason: 'leave',
      valid_from: '2026-11-01',
      valid_to: null,
    });
    await write(async () => {
      await context.sql.run('UPDATE student SET user_id = NULL WHERE id = ?', [first]);
      await context.sql.insert('freeze', [freeze(first), freeze(second)]);
    });
    const ask = await askFor(schoolId);
    // when
    const preview = await previewLaunch(context, ask);
    // then
    expect(preview.leftOut).toEqual([
      { reason: 'no-account', count: 1 },
      { reason: 'student-frozen', count: 1 },
    ]);
    expect(preview.startable).toBe(preview.roster - 2);
    const result = await launchProcess(context, caller, { ...ask, id: context.newId() });
    expect(result).toMatchObject({ started: preview.startable, failed: 2 });
  });

  test('leaves out a school that has a version of its own, and tells a city school by school', async () => {
    // given
    const ask = await askFor(cityId);
    const before = await previewLaunch(context, ask);
    const ofSchool = before.units.find(({ unit }) => unit.id === schoolId)?.roster ?? 0;
    const bundle = await context.tables.bundles.findOne({ id: ask.bundleId });
    await write(() =>
      context.tables.bundleBindings.insert({
        id: context.newId(),
        bundleId: context.newId(),
        orgUnitId: schoolId,
        stage: bundle?.stage ?? '',
        entryCohort: 2025,
        boundAt: context.now(),
        supersededAt: null,
      }),
    );
    // when
    const preview = await previewLaunch(context, ask);
    // then
    expect(ofSchool).toBeGreaterThan(0);
    const others = before.leftOut.find(({ reason }) => reason === 'other-version')?.count ?? 0;
    expect(preview.leftOut).toEqual([{ reason: 'other-version', count: others + ofSchool }]);
    expect(preview.units.find(({ unit }) => unit.id === schoolId)).toMatchObject({ startable: 0 });
  });

  test('warns of an earlier launch that reaches the same pupils', async () => {
    const ask = await askFor(schoolId);
    const id = context.newId();
    await launchProcess(context, caller, { ...ask, id });
    const unit = await context.tables.orgUnits.findOne({ kind: 'class', entryCohort: 2025 });
    expect((await previewLaunch(context, ask)).earlier).toMatchObject([{ id }]);
    expect((await previewLaunch(context, { ...ask, termSlot: 4 })).earlier).toEqual([]);
    const inside = unit?.path.includes(schoolId) ?? false;
    const ofClass = await previewLaunch(context, { ...ask, orgUnitId: unit?.id ?? '' });
    expect(ofClass.earlier.length).toBe(inside ? 1 : 0);
  });

  test('of nothing, or of a version that is published elsewhere, is refused as the launch is', async () => {
    const ask = await askFor(schoolId);
    await expect(previewLaunch(context, { ...ask, processKey: 'nothing' })).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(previewLaunch(context, { ...ask, bundleId: context.newId() })).rejects.toMatchObject({
      code: 'conflict',
    });
  });
});

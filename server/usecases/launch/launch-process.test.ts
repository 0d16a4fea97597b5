import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { loadDemo } from '../../demo/load-demo.ts';
import { loadDemoPlan } from '../../demo/load-demo-plan.ts';
import { type Caller, loadCaller } from '../../identity/caller.ts';
import { runDueJobs } from '../../jobs/job-executor.ts';
import { transaction } from '../../persistence/transaction.ts';
import { openTestContext, type TestContext } from '../../testing/test-context.ts';
import { readShippedPlan } from '../plans/read-shipped-plan.ts';
import { continueLaunch } from './continue-launch.ts';
import { type Launch, launchProcess } from './launch-process.ts';
import { listLaunches, listLaunchFailures } from './list-launches.ts';
import { resumeLaunch, startLaunch } from './start-launch.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
let context: TestContext;
let caller: Caller;
let launch: Launch;
let pupils: number;

beforeEach(async () => {
  context = await openTestContext();
  await loadDemo(context);
  await loadDemoPlan(context, await readShippedPlan(root, 'shenzhen-junior-high'));
  const user = await context.tables.users.findOne({ username: 'school' });
  const found = user && (await loadCaller(context, user.id));
  const [bundle] = await context.tables.bundles.find({});
  const school = found?.standings.find(({ role }) => role === 'school-admin');
  if (!found || !bundle || !school) throw new Error('the demo is not there');
  caller = found;
  launch = {
    id: context.newId(),
    bundleId: bundle.id,
    processKey: 'b-f2-highlight-record',
    formKey: 'b-r01',
    termSlot: 3,
    orgUnitId: school.orgUnitId,
    entryCohort: 2025,
  };
  const row = await context.sql.one<{ n: number }>(
    'SELECT COUNT(*) AS n FROM enrolment e JOIN student s ON s.id = e.student_id WHERE e.school_id = ? AND s.entry_cohort = 2025',
    [school.orgUnitId],
  );
  pupils = Number(row?.n);
}, 60_000);
afterEach(() => context.close());

const count = async (statement: string) =>
  Number((await context.sql.one<{ n: number }>(`SELECT COUNT(*) AS n FROM ${statement}`))?.n);

/** A pupil who joins after the launch. */
async function enrolPupil(): Promise<string> {
  const enrolment = await context.tables.enrolments.findOne({ schoolId: launch.orgUnitId });
  const pupil = await context.tables.students.findOne({ id: enrolment?.studentId ?? '' });
  if (!enrolment || !pupil) throw new Error('the demo has no pupil');
  const studentId = context.newId();
  const { sequelize } = context.database;
  await sequelize.transaction(async () => {
    await context.tables.students.insert({
      ...pupil,
      id: studentId,
      studentNoHash: 'another',
      entryCohort: 2025,
    });
    await context.tables.enrolments.insert({ ...enrolment, id: context.newId(), studentId });
  });
  return studentId;
}

describe('a launch', () => {
  test('gives everybody of the roster one instance that waits at its first task, with the record beside it', async () => {
    // when
    const result = await launchProcess(context, caller, launch);
    // then
    expect(result).toEqual({ started: pupils, alreadyStarted: 0, failed: 0 });
    expect(pupils).toBeGreaterThan(100);
    expect(await count('(SELECT DISTINCT subject_id FROM process_instance) x')).toBe(pupils);
    expect(await count("task WHERE status = 'open' AND element_id = 'review'")).toBe(pupils);
    expect(await count('submission s JOIN process_instance i ON i.id = s.instance_id')).toBe(pupils);
    const row = await context.sql.one<{ started: number; completed_at: number }>('SELECT * FROM launch');
    expect(Number(row?.started)).toBe(pupils);
    expect(Number(row?.completed_at)).toBe(context.now());
  });

  test('that was asked for again starts nobody twice and goes on with those who are missing', async () => {
    // given a launch, then a pupil more
    await launchProcess(context, caller, launch);
    await enrolPupil();
    // when, from two servers at once
    const results = await Promise.all([
      launchProcess(context, caller, launch),
      launchProcess(context, caller, launch),
    ]);
    // then
    expect(results.map(({ started }) => started).sort()).toEqual([0, 1]);
    expect(await count('process_instance')).toBe(pupils + 1);
    expect(await count('submission')).toBe(pupils + 1);
  });

  test('is refused when its id belongs to a launch of another process', async () => {
    await launchProcess(context, caller, launch);
    const other = { ...launch, orgUnitId: caller.standings[0]?.path.split('/')[1] ?? '' };
    await expect(launchProcess(context, caller, other)).rejects.toMatchObject({ code: 'conflict' });
  });

  test('of a process that the plan does not have is refused', async () => {
    const other = { ...launch, processKey: 'nothing' };
    await expect(launchProcess(context, caller, other)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a launch in the background', () => {
  const begin = () => transaction(context.database, () => startLaunch(context, caller, launch));
  const settle = async () => {
    for (let round = 0; round < 20; round++) await runDueJobs(context);
  };
  const progress = async () =>
    (await listLaunches(context, launch.orgUnitId, { after: undefined, limit: 10 })).items;

  test('goes on after a cut where it stood, and nobody is started twice', async () => {
    // given
    const { launch: begun } = await begin();
    expect(begun).toMatchObject({ roster: pupils, started: 0, failed: 0, completedAt: null });
    // when the server dies in a batch, and another one does the first batch meanwhile
    await expect(
      transaction(context.database, async () => {
        await continueLaunch(context, begun.id, '');
        throw new Error('cut');
      }),
    ).rejects.toThrow('cut');
    expect(await count('process_instance')).toBe(0);
    await transaction(context.database, () => continueLaunch(context, begun.id, ''));
    await settle();
    // then
    expect(await count('process_instance')).toBe(pupils);
    expect(await count('submission')).toBe(pupils);
    expect(await progress()).toMatchObject([
      { id: begun.id, roster: pupils, started: pupils, failed: 0, completedAt: expect.any(String) },
    ]);
    const one = (launchId: string) =>
      listLaunches(context, launch.orgUnitId, { after: undefined, limit: 10, launchId });
    expect((await one(begun.id)).items).toEqual(await progress());
    expect((await one(context.newId())).items).toEqual([]);
  });

  test('takes a pupil who joins later at the second call, and tells who was left out and why', async () => {
    // given a pupil on leave
    const frozen = await context.sql.one<{ id: string }>(
      'SELECT s.id FROM student s JOIN enrolment e ON e.student_id = s.id WHERE e.school_id = ? AND s.entry_cohort = 2025 ORDER BY s.id LIMIT 1',
      [launch.orgUnitId],
    );
    await context.database.sequelize.transaction(() =>
      context.sql.insert('freeze', [
        {
          id: context.newId(),
          student_id: frozen?.id ?? '',
          reason: 'leave',
          valid_from: '2026-11-01',
          valid_to: null,
        },
      ]),
    );
    const { launch: begun } = await begin();
    await settle();
    expect(await progress()).toMatchObject([{ started: pupils - 1, failed: 1 }]);
    expect(
      (
        await listLaunchFailures(context, launch.orgUnitId, {
          launchId: begun.id,
          after: undefined,
          limit: 10,
        })
      ).items,
    ).toMatchObject([{ studentId: frozen?.id, reason: 'student-frozen' }]);
    // when
    await enrolPupil();
    await context.database.sequelize.transaction(() =>
      context.sql.run("UPDATE freeze SET valid_to = '2026-11-02' WHERE student_id = ?", [frozen?.id ?? '']),
    );
    const again = { orgUnitId: launch.orgUnitId, launchId: begun.id };
    await transaction(context.database, () => resumeLaunch(context, caller, again));
    await settle();
    // then
    expect(await progress()).toMatchObject([{ roster: pupils + 1, started: pupils + 1, failed: 0 }]);
    expect(await count('process_instance')).toBe(pupils + 1);
  });

  test('of a version that is published for another place, or of nothing, is refused', async () => {
    const conflict = { code: 'conflict' };
    const city = caller.standings.find(({ role }) => role === 'school-admin')?.path.split('/')[1] ?? '';
    const elsewhere = context.newId();
    await context.database.sequelize.transaction(() =>
      context.tables.orgUnits.insert({
        id: elsewhere,
        parentId: null,
        kind: 'city',
        type: null,
        code: '999999',
        name: 'elsewhere',
        path: `/${elsewhere}/`,
        stage: null,
        entryCohort: null,
        closedOn: null,
      }),
    );
    const start = (change: object) =>
      transaction(context.database, () => startLaunch(context, caller, { ...launch, ...change }));
    await expect(start({ orgUnitId: elsewhere })).rejects.toMatchObject(conflict);
    await expect(start({ processKey: 'nothing' })).rejects.toMatchObject(conflict);
    await expect(
      transaction(context.database, () =>
        resumeLaunch(context, caller, { orgUnitId: city, launchId: context.newId() }),
      ),
    ).rejects.toMatchObject(conflict);
  });
});

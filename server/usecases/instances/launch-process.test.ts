import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { loadDemo } from '../../demo/load-demo.ts';
import { loadDemoPlan } from '../../demo/load-demo-plan.ts';
import { readShippedPlan } from '../../demo/read-shipped-plan.ts';
import { type Caller, loadCaller } from '../../identity/caller.ts';
import { openTestContext, type TestContext } from '../../testing/test-context.ts';
import { type Launch, launchProcess } from './launch-process.ts';

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

describe('a launch', () => {
  test('gives everybody of the roster one instance that waits at its first task, with the record beside it', async () => {
    // when
    const result = await launchProcess(context, caller, launch);
    // then
    expect(result).toEqual({ started: pupils, alreadyStarted: 0 });
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

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { loadCaller } from '../identity/caller.ts';
import { passwordMatches } from '../identity/passwords.ts';
import { studentNumberField, studentNumberProblem } from '../roster/student-number.ts';
import { openTestContext, type TestContext } from '../testing/test-context.ts';
import type { DemoAccount } from './demo-data.ts';
import { demoPassword, loadDemo } from './load-demo.ts';

let context: TestContext;
let accounts: DemoAccount[];

beforeAll(async () => {
  context = await openTestContext();
  accounts = await loadDemo(context);
}, 60_000);
afterAll(() => context.close());

const counts = async () => ({
  orgUnits: await context.tables.orgUnits.count({}),
  users: await context.tables.users.count({}),
  students: await context.tables.students.count({}),
  memberships: await context.tables.memberships.count({}),
});

test('every demo account signs in with the demo password and stands where it says', async () => {
  for (const account of accounts) {
    const user = await context.tables.users.findOne({ username: account.username });
    expect(user?.name).toBe(account.name);
    const caller = await loadCaller(context, user?.id ?? '');
    expect(caller?.standings.map((standing) => standing.role)).toContain(account.role);
  }
  const pupil = await context.tables.users.findOne({ username: 'pupil' });
  expect(await passwordMatches(pupil?.passwordHash ?? null, demoPassword)).toBe(true);
});

test('the guardian’s child is the pupil', async () => {
  const [pupil, guardian] = await Promise.all(
    ['pupil', 'guardian'].map(async (username) => {
      const user = await context.tables.users.findOne({ username });
      return loadCaller(context, user?.id ?? '');
    }),
  );
  expect(guardian?.childIds).toEqual([pupil?.studentId]);
});

test('pupil numbers are stored encrypted and masked', async () => {
  const [student] = await context.tables.students.find({}, { limit: 1 });
  const studentNo = context.cipher.decrypt(studentNumberField, student?.studentNoEncrypted ?? '');
  expect(studentNumberProblem(studentNo)).toBeNull();
  expect(student?.studentNoHash).toBe(context.cipher.hash(studentNumberField, studentNo));
  expect(JSON.stringify(student)).not.toContain(studentNo);
});

test('a second load changes nothing and answers the same accounts', async () => {
  const before = await counts();
  expect(await loadDemo(context)).toEqual(accounts);
  expect(await counts()).toEqual(before);
});

test('two servers that load into one empty database load once', async () => {
  const other = await openTestContext();
  try {
    const [first, second] = await Promise.all([loadDemo(other), loadDemo(other)]);
    expect(second).toEqual(first);
    expect(await other.tables.orgUnits.count({ kind: 'city' })).toBe(1);
  } finally {
    await other.close();
  }
}, 60_000);

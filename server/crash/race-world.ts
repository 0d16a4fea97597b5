import { fileURLToPath } from 'node:url';
import type { RecordSummary } from '@oneplan/runtime/contracts/api/records.ts';
import type { Context } from '../context.ts';
import { loadDemo } from '../demo/load-demo.ts';
import { loadDemoPlan } from '../demo/load-demo-plan.ts';
import { type Caller, loadCaller } from '../identity/caller.ts';
import { transaction } from '../persistence/transaction.ts';
import { openTestContext, type TestContext } from '../testing/test-context.ts';
import { executeCommand } from '../usecases/engine/execute-command.ts';
import { readShippedPlan } from '../usecases/plans/read-shipped-plan.ts';
import { createSubmission } from '../usecases/records/create-submission.ts';
import { completeTask } from '../usecases/tasks/complete-task.ts';
import { type DemoPupil, demoPupils } from './demo-people.ts';
import { goodDeed } from './good-deed.ts';
import type { Matches } from './pause-point.ts';
import { type Servers, twoServers } from './race.ts';

/** The demo on a fresh database with two servers on it; no workers, no HTTP: tests do every step themselves. */
export interface RaceWorld {
  readonly context: TestContext;
  readonly servers: Servers;
  /** A pupil who has recorded nothing yet, and two class teachers of the same class. */
  nextPupil(): Promise<{ pupil: Caller; studentId: string; teachers: readonly [Caller, Caller] }>;
  /** A fresh record of such a pupil, in front of these teachers. */
  givenRecord(): Promise<GivenRecord>;
  close(): Promise<void>;
}

export interface GivenRecord {
  readonly pupil: Caller;
  readonly teachers: readonly [Caller, Caller];
  readonly record: RecordSummary;
  /** The task of the decision. */
  readonly taskId: string;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/** `change` edits the shipped plan's files before they are published; its scenarios are recorded of the plan as shipped. */
export async function openRaceWorld(change?: (text: string) => string): Promise<RaceWorld> {
  const context = await openTestContext();
  await loadDemo(context);
  const files = await readShippedPlan(root, 'shenzhen-junior-high');
  const changed = [...files].filter(([path]) => change === undefined || !path.endsWith('.scenario.json'));
  await loadDemoPlan(context, new Map(changed.map(([path, text]) => [path, change?.(text) ?? text])));
  const servers = await twoServers(context);
  const pupils = await demoPupils(context, 40, 60);
  const nextPupil = async () => {
    const next = pupils.shift();
    if (!next) throw new Error('the demo has no more pupils');
    const teachers = [await callerOf(context, next.teacher), await secondTeacher(context, next)] as const;
    return { pupil: await callerOf(context, next.username), studentId: next.studentId, teachers };
  };
  return {
    context,
    servers,
    nextPupil,
    givenRecord: async () => {
      const { pupil, teachers } = await nextPupil();
      const record = await submit(context, pupil);
      return { pupil, teachers, record, taskId: await openTask(context, record) };
    },
    close: async () => {
      await servers.close();
      await context.close();
    },
  };
}

export async function callerOf(context: Context, username: string): Promise<Caller> {
  const user = await context.tables.users.findOne({ username });
  const caller = user && (await loadCaller(context, user.id));
  if (!caller) throw new Error(`the demo has no account "${username}"`);
  return caller;
}

/** The class teacher of another class stands in at this one as well. */
async function secondTeacher(context: Context, { studentId, teacher }: DemoPupil): Promise<Caller> {
  const enrolment = await context.tables.enrolments.findOne({ studentId });
  const orgUnitId = enrolment?.classId ?? '';
  const username = teacher === 'teacher' ? 'teacher2' : 'teacher';
  const { userId } = await callerOf(context, username);
  const known = await context.tables.memberships.findOne({ userId, orgUnitId });
  if (!known) {
    await transaction(context.database, () =>
      context.tables.memberships.insert({
        id: context.newId(),
        userId,
        role: 'class-teacher',
        orgUnitId,
        validFrom: '2026-09-01',
        validTo: null,
      }),
    );
  }
  return callerOf(context, username);
}

export function submit(context: Context, pupil: Caller): Promise<RecordSummary> {
  return transaction(context.database, async () => {
    const studentId = pupil.studentId ?? '';
    return (await createSubmission(context, pupil, { studentId, formKey: 'b-r01', data: goodDeed })).record;
  });
}

/** A decision of a class teacher, or (`revise`) the pupil's correction. */
export function complete(
  context: Context,
  caller: Caller,
  taskId: string,
  outcome: 'confirmed' | 'returned' | 'revise',
  recordRevision = 1,
) {
  const data = outcome === 'revise' ? goodDeed : { outcome, remark: '请写明时间' };
  return transaction(context.database, () => completeTask(context, caller, { taskId, data, recordRevision }));
}

export async function openTask(context: Context, record: RecordSummary): Promise<string> {
  const row = await context.sql.one<{ id: string }>(
    "SELECT id FROM task WHERE submission_id = ? AND status = 'open'",
    [record.id],
  );
  if (!row) throw new Error(`"${record.title}" has no open task`);
  return row.id;
}

/** Makes the timers of one instance due now, and of no other. */
export function makeTimersDue(context: Context, { instanceId }: RecordSummary): Promise<number> {
  return transaction(context.database, () =>
    context.sql.run('UPDATE job SET due_at = ? WHERE instance_id = ?', [context.now(), instanceId]),
  );
}

/** Elements that the flow of a record has entered, with the number of times. */
export async function historyOf(
  context: Context,
  { instanceId }: RecordSummary,
): Promise<Record<string, number>> {
  const rows = await context.sql.all<{ element_id: string; times: number }>(
    'SELECT element_id, COUNT(*) AS times FROM activity WHERE instance_id = ? GROUP BY element_id',
    [instanceId],
  );
  return Object.fromEntries(rows.map((row) => [row.element_id, Number(row.times)]));
}

/** The lock that every command on an instance takes first. */
export const instanceLock =
  ({ instanceId }: Pick<RecordSummary, 'instanceId'>): Matches =>
  (statement, values) =>
    statement.includes('FROM process_instance WHERE id = ?') && values[0] === instanceId;

/** Takes any statement that holds this text. */
export const statement =
  (text: string): Matches =>
  (sent) =>
    sent.includes(text);

/** The external task of a topic that the record's flow waits at. */
export async function externalTask(
  context: Context,
  record: RecordSummary,
  topic: string,
): Promise<{ id: string; token: number }> {
  const row = await context.sql.one<{ id: string; token: number }>(
    'SELECT id, token FROM external_task WHERE instance_id = ? AND topic = ?',
    [record.instanceId, topic],
  );
  if (!row) throw new Error(`the flow of "${record.title}" does not wait at ${topic}`);
  return { id: row.id, token: Number(row.token) };
}

/** Lets the flow pass an external task without doing what that is about. */
export async function pass(context: Context, record: RecordSummary, topic: string): Promise<void> {
  const { token } = await externalTask(context, record, topic);
  const command = { type: 'complete-external-task', token, variables: {} } as const;
  await transaction(context.database, () => executeCommand(context, record.instanceId, command, null));
}

/** How many rows of a table (or join) have this value. */
export async function count(context: Context, from: string, column: string, value: string): Promise<number> {
  const row = await context.sql.one<{ n: number }>(`SELECT COUNT(*) AS n FROM ${from} WHERE ${column} = ?`, [
    value,
  ]);
  return Number(row?.n);
}

/** Does it so many times, one after the other. */
export async function times(rounds: number, body: (round: number) => Promise<void>): Promise<void> {
  for (let round = 0; round < rounds; round++) await body(round);
}

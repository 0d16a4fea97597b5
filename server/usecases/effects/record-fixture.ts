import { fileURLToPath } from 'node:url';
import type { EffectCall } from '@oneplan/runtime/workers/platform-effects.ts';
import { loadDemo } from '../../demo/load-demo.ts';
import { loadDemoPlan } from '../../demo/load-demo-plan.ts';
import { type Caller, loadCaller } from '../../identity/caller.ts';
import { transaction } from '../../persistence/transaction.ts';
import { openTestContext, type TestContext } from '../../testing/test-context.ts';
import { executeCommand } from '../engine/execute-command.ts';
import { type ExternalTask, toExternalTask } from '../external-tasks/external-task.ts';
import { readShippedPlan } from '../plans/read-shipped-plan.ts';
import { createSubmission } from '../records/create-submission.ts';

export interface RecordInFlow {
  readonly id: string;
  readonly instanceId: string;
  readonly studentId: string;
  readonly classId: string;
  readonly pupil: Caller;
}

/** The demo with the shipped plan on a fresh database, and records in their flow: for tests, without HTTP or workers. */
export interface RecordFixture {
  readonly context: TestContext;
  /** The next pupil submits a record of the form b-r01. */
  submit(): Promise<RecordInFlow>;
  /** The class teacher confirms or returns it. */
  decide(record: RecordInFlow, outcome: 'confirmed' | 'returned'): Promise<void>;
  /** The external task of a topic that the record's flow waits at. */
  waitingAt(record: RecordInFlow, topic: string): Promise<ExternalTask>;
  /** What a worker would be called with. */
  call(task: ExternalTask, variables: Readonly<Record<string, unknown>>): EffectCall;
  /** Completes the external task of a topic without doing anything else. */
  pass(record: RecordInFlow, topic: string): Promise<void>;
  close(): Promise<void>;
}

const root = fileURLToPath(new URL('../../..', import.meta.url));

export const recordData = {
  kind: 'good-deed',
  title: '在社区帮老人买菜送药',
  date: '2026-11-01T00:00:00+08:00',
  place: '梅林社区',
  organiser: '梅林社区居委会',
  organisedBy: 'school',
  description: '连续三个周末和同学一起为社区里行动不便的老人买菜、送药，陪他们聊天。',
  pledge: true,
};

export async function openRecordFixture(): Promise<RecordFixture> {
  const context = await openTestContext();
  await loadDemo(context);
  await loadDemoPlan(context, await readShippedPlan(root, 'shenzhen-junior-high'));
  const pupils = await context.sql.all<{ id: string; user_id: string; class_id: string }>(
    'SELECT s.id, s.user_id, e.class_id FROM student s JOIN enrolment e ON e.student_id = s.id WHERE s.user_id IS NOT NULL AND e.valid_to IS NULL ORDER BY s.id',
  );
  const inTransaction = <T>(body: () => Promise<T>) => transaction(context.database, body);
  const waitingAt = async ({ instanceId }: RecordInFlow, topic: string) => {
    const row = await context.sql.one<Record<string, string>>(
      'SELECT * FROM external_task WHERE instance_id = ? AND topic = ?',
      [instanceId, topic],
    );
    if (!row) throw new Error(`the flow does not wait at ${topic}`);
    return toExternalTask(row);
  };
  return {
    context,
    submit: async () => {
      const pupil = pupils.shift();
      const caller = pupil && (await loadCaller(context, pupil.user_id));
      if (!caller) throw new Error('the demo has no more pupils');
      const { record } = await inTransaction(() =>
        createSubmission(context, caller, { studentId: pupil.id, formKey: 'b-r01', data: recordData }),
      );
      return {
        id: record.id,
        instanceId: record.instanceId,
        studentId: pupil.id,
        classId: pupil.class_id,
        pupil: caller,
      };
    },
    decide: async ({ instanceId }, outcome) => {
      const task = await context.sql.one<{ token: number }>(
        "SELECT token FROM task WHERE instance_id = ? AND status = 'open'",
        [instanceId],
      );
      await inTransaction(() =>
        executeCommand(
          context,
          instanceId,
          { type: 'complete-user-task', token: Number(task?.token), variables: { outcome, remark: null } },
          null,
        ),
      );
    },
    waitingAt,
    call: (task, variables) => ({ taskId: task.id, instanceId: task.instanceId, variables }),
    pass: async (record, topic) => {
      const { token } = await waitingAt(record, topic);
      await inTransaction(() =>
        executeCommand(
          context,
          record.instanceId,
          { type: 'complete-external-task', token, variables: {} },
          null,
        ),
      );
    },
    close: () => context.close(),
  };
}

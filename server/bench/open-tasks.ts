import mysql from 'mysql2/promise';
import type { Context } from '../context.ts';
import { seededId } from './seed-school.ts';

/** How open tasks are spread: `holders` inboxes (classes) with as many tasks each. */
export interface OpenTasks {
  readonly tasks: number;
  readonly holders: number;
  /** Number of the first class; 1 when left out. */
  readonly firstHolder?: number;
}

const rowsAtOnce = 100_000;
const hex = (number: string, digits: number) => `LPAD(LOWER(HEX(${number})), ${digits}, '0')`;
const id = (kind: string, number: string) => `CONCAT('${kind}-0000-7000-8000-', ${hex(number, 12)})`;
const holderOf = (holders: number) => `((seq - 1) MOD ${holders}) + 1`;
const day = 86_400_000;

/** Runs statements over the numbers after `after` to `count`, some at a time, on a connection that checks no keys twice. */
async function fill(
  databaseUrl: string,
  { after = 0, count }: { after?: number; count: number },
  statements: (sequence: string) => readonly string[],
): Promise<void> {
  const connection = await mysql.createConnection(databaseUrl);
  await connection.query('SET unique_checks = 0, foreign_key_checks = 0');
  for (let from = after + 1; from <= count; from += rowsAtOnce) {
    const to = Math.min(count, from + rowsAtOnce - 1);
    await connection.query('BEGIN');
    for (const statement of statements(`seq_${from}_to_${to}`)) await connection.query(statement);
    await connection.query('COMMIT');
  }
  await connection.end();
}

/** Open reviews of class teachers, each with its record and instance, as the flow of the benchmarks leaves them. */
export async function seedOpenTasks(
  context: Context,
  databaseUrl: string,
  { tasks, holders, firstHolder }: OpenTasks,
): Promise<void> {
  const statements = await openReviews(context, holders, firstHolder);
  await fill(databaseUrl, { count: tasks }, statements);
}

/** The same with history, audit and what was sent, so that every table that a completion touches has grown. */
export async function seedFlowTables(
  context: Context,
  databaseUrl: string,
  { from, tasks, holders, firstHolder }: OpenTasks & { readonly from: number },
): Promise<void> {
  const reviews = await openReviews(context, holders, firstHolder);
  const now = context.now();
  const instance = id('cb000001', 'seq');
  const pupil = id('cc000009', 'seq');
  await fill(databaseUrl, { after: from, count: tasks }, (sequence) => [
    ...reviews(sequence),
    ...[
      [1, 'started', 'startEvent', now],
      [2, 'fill', 'userTask', now],
      [4, 'review', 'userTask', null],
    ].map(
      ([activity, element, type, ended]) =>
        `INSERT INTO activity (instance_id, activity, element_id, element_type, actor_id, started_at, ended_at, canceled)
         SELECT ${instance}, ${activity}, '${element}', '${type}', ${pupil}, ${now}, ${ended ?? 'NULL'}, 0 FROM ${sequence}`,
    ),
    `INSERT INTO audit (id, at, actor_id, actor_name, action, object_kind, object_id, detail)
     SELECT ${id('cb000005', 'seq')}, ${now} - seq, ${pupil}, 'pupil', 'task.completed', 'task', ${id('cb000002', 'seq')}, '{}' FROM ${sequence}`,
    `INSERT INTO idempotency_key (user_id, idempotency_key, endpoint, request_hash, status, response, created_at)
     SELECT ${pupil}, ${id('cb000006', 'seq')}, 'tasks.complete', SHA2(seq, 256), 200, REPEAT('x', 900), ${now} - seq FROM ${sequence}`,
    `INSERT INTO submission_revision (submission_id, revision, data, author_id, created_at)
     SELECT ${id('cb000003', 'seq')}, 1, REPEAT('x', 400), ${pupil}, ${now} FROM ${sequence}`,
    `INSERT INTO outbox (id, kind, payload, created_at, due_at, attempts, delivered_at)
     SELECT ${id('cb000007', 'seq')}, 'task-created', REPEAT('x', 300), ${now} - seq, ${now} - seq, 1, ${now} - seq FROM ${sequence}`,
    `INSERT INTO notification (id, dedupe_key, user_id, kind, title, created_at)
     SELECT ${id('cb000008', 'seq')}, CONCAT('seed:', seq), ${pupil}, 'task-created', '请假', ${now} - seq FROM ${sequence}`,
  ]);
}

async function openReviews(
  context: Context,
  holders: number,
  firstHolder = 1,
): Promise<(sequence: string) => readonly string[]> {
  const definition = await context.sql.one<{ id: string; bundle_id: string }>(
    'SELECT id, bundle_id FROM process_definition ORDER BY version DESC LIMIT 1',
  );
  if (!definition) throw new Error('no plan is published');
  const now = context.now();
  const state = JSON.stringify({
    v: { initiator: seededId('pupil'), studentId: seededId('student'), days: 2, outcome: 'returned' },
    t: [{ i: 4, e: 'review' }],
    n: 5,
  });
  const data = context.cipher.encrypt(
    'submission.data',
    JSON.stringify({
      kind: 'sick',
      title: '感冒发烧请假',
      from: '2026-11-02',
      days: 2,
      reason: '在家休息两天',
    }),
  );
  const classId = id('ca000004', `${holderOf(holders)} + ${firstHolder - 1}`);
  const due = `${now} + (seq * 7919 MOD ${30 * day})`;
  const values = mysql.escape;
  return (sequence) => [
    `INSERT INTO process_instance (id, definition_id, bundle_id, business_key, subject_kind, subject_id, state, revision, status, started_by, started_at, process_key)
     SELECT ${id('cb000001', 'seq')}, ${values(definition.id)}, ${values(definition.bundle_id)}, ${id('cb000003', 'seq')}, 'student',
       ${id('cc000009', 'seq')}, ${values(state)}, 2, 'active', ${values(seededId('pupil'))}, ${now}, 'leave-approval' FROM ${sequence}`,
    `INSERT INTO submission (id, bundle_id, form_key, student_id, school_id, class_id, term_slot, instance_id, title, state, revision, data, created_by, created_at, updated_at)
     SELECT ${id('cb000003', 'seq')}, ${values(definition.bundle_id)}, 'leave', ${id('cc000009', 'seq')}, '${seededId('school')}', ${classId}, 3,
       ${id('cb000001', 'seq')}, CONCAT('请假 ', seq), 'submitted', 1, ${values(data)}, ${values(seededId('pupil'))}, ${now}, ${now} FROM ${sequence}`,
    `INSERT INTO task (id, instance_id, token, element_id, name, form_key, bundle_id, submission_id, student_id, school_id, class_id, title, holders, priority, round, due_at, created_at, status, process_key)
     SELECT ${id('cb000002', 'seq')}, ${id('cb000001', 'seq')}, 4, 'review', '班主任审批', 'leave-decision', ${values(definition.bundle_id)}, ${id('cb000003', 'seq')},
       ${id('cc000009', 'seq')}, '${seededId('school')}', ${classId}, CONCAT('请假 ', seq), CONCAT('["role:class-teacher@', ${classId}, '"]'), 50, 1, ${due}, ${now}, 'open', 'leave-approval' FROM ${sequence}`,
    `INSERT INTO task_candidate (holder, due_sort, task_id, form_key)
     SELECT CONCAT('role:class-teacher@', ${classId}), ${due}, ${id('cb000002', 'seq')}, 'leave' FROM ${sequence}`,
  ];
}

/**
 * The same tasks in the tables of Operaton as its engine leaves them: execution, task, and for every other round of
 * the holders an assignee (`teacher-<n>`) or a candidate group (`class-teacher-<n>`).
 */
export async function seedOperatonTasks(databaseUrl: string, { tasks, holders }: OpenTasks): Promise<void> {
  const definition = "(SELECT MAX(ID_) FROM ACT_RE_PROCDEF WHERE KEY_ = 'leave-approval')";
  const due = `NOW() + INTERVAL (seq * 7919 MOD ${30 * day}) * 1000 MICROSECOND`;
  const holder = holderOf(holders);
  const assigned = `((seq - 1) DIV ${holders} MOD 2 = 0)`;
  await fill(databaseUrl, { count: tasks }, (sequence) => [
    `INSERT INTO ACT_RU_EXECUTION (ID_, REV_, ROOT_PROC_INST_ID_, PROC_INST_ID_, BUSINESS_KEY_, PROC_DEF_ID_, ACT_ID_, ACT_INST_ID_, IS_ACTIVE_, IS_CONCURRENT_, IS_SCOPE_, IS_EVENT_SCOPE_, SUSPENSION_STATE_, CACHED_ENT_STATE_, SEQUENCE_COUNTER_)
     SELECT ${id('cb000001', 'seq')}, 1, ${id('cb000001', 'seq')}, ${id('cb000001', 'seq')}, CONCAT('pupil-', seq), ${definition}, 'review', CONCAT('review:', seq), 1, 0, 1, 0, 1, 0, 2 FROM ${sequence}`,
    `INSERT INTO ACT_RU_TASK (ID_, REV_, EXECUTION_ID_, PROC_INST_ID_, PROC_DEF_ID_, NAME_, TASK_DEF_KEY_, ASSIGNEE_, PRIORITY_, CREATE_TIME_, DUE_DATE_, SUSPENSION_STATE_)
     SELECT ${id('cb000002', 'seq')}, 1, ${id('cb000001', 'seq')}, ${id('cb000001', 'seq')}, ${definition}, '班主任审批', 'review',
       CASE WHEN ${assigned} THEN CONCAT('teacher-', ${holder}) END, 50, NOW(), ${due}, 1 FROM ${sequence}`,
    `INSERT INTO ACT_RU_IDENTITYLINK (ID_, REV_, GROUP_ID_, TYPE_, TASK_ID_)
     SELECT ${id('cb000003', 'seq')}, 1, CONCAT('class-teacher-', ${holder}), 'candidate', ${id('cb000002', 'seq')} FROM ${sequence} WHERE NOT ${assigned}`,
  ]);
}

import type { getInstance as contract, TimelineEntry } from '@oneplan/runtime/contracts/api/instances.ts';
import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { findDefinition } from '../../persistence/published-bundle.ts';
import { remarkOf } from '../records/summarise-records.ts';

type Answer = z.input<typeof contract.response>;

interface InstanceRow {
  definition_id: string;
  status: string;
  started_at: number;
  ended_at: number | null;
  starter: string | null;
}
interface ActivityRow {
  activity: number;
  element_id: string;
  element_type: string;
  name: string | null;
  via: string | null;
  started_at: number;
  ended_at: number | null;
  canceled: number | boolean;
}
interface TaskRow {
  id: string;
  element_id: string;
  name: string;
  status: string;
  bundle_id: string;
  ended_at: number | null;
  actor: string | null;
  data: string | null;
  outcome: string | null;
}

/** The story of an instance, as a list and as a diagram; both are made from the same history. */
export async function getInstance(context: Context, id: string): Promise<Answer> {
  const { sql } = context;
  const instance = await sql.one<InstanceRow>(
    'SELECT p.definition_id, p.status, p.started_at, p.ended_at, u.name AS starter FROM process_instance p LEFT JOIN app_user u ON u.id = p.started_by WHERE p.id = ?',
    [id],
  );
  const definition = instance && (await findDefinition(context, instance.definition_id));
  if (!instance || !definition)
    throw new AppError('not-found', 'There is no process instance with this id.', { kind: 'instance', id });
  const activities = await sql.all<ActivityRow>(
    'SELECT activity, element_id, element_type, name, via, started_at, ended_at, canceled FROM activity WHERE instance_id = ? ORDER BY activity',
    [id],
  );
  const jobs = await sql.all<{ element_id: string; due_at: number }>(
    'SELECT element_id, due_at FROM job WHERE instance_id = ?',
    [id],
  );
  const active = activities.filter((activity) => activity.ended_at === null);
  return {
    processName: definition.process.name,
    bundleVersion: definition.bundle.version,
    state: instance.status as Answer['state'],
    timeline: await timelineOf(context, id, instance, activities),
    diagram: {
      xml: definition.process.xml,
      active: active.map((activity) => {
        const due = jobs.find((job) => job.element_id === activity.element_id);
        return {
          elementId: activity.element_id,
          name: activity.name ?? activity.element_id,
          dueAt: due ? iso(due.due_at) : null,
        };
      }),
      finished: [
        ...new Set(
          activities
            .filter((activity) => activity.ended_at !== null && !activity.canceled)
            .map((activity) => activity.element_id),
        ),
      ],
      flows: [...new Set(activities.flatMap((activity) => activity.via ?? []))],
    },
  };
}

const iso = (instant: number) => new Date(Number(instant)).toISOString();

/** External tasks that people are told about, by topic kind; everything else of the machinery stays out of the story. */
async function timelineOf(
  context: Context,
  id: string,
  instance: InstanceRow,
  activities: readonly ActivityRow[],
): Promise<TimelineEntry[]> {
  const tasks = await context.sql.all<TaskRow>(
    `SELECT t.id, t.element_id, t.name, t.status, t.bundle_id, t.ended_at, u.name AS actor, d.data, d.outcome
     FROM task t LEFT JOIN app_user u ON u.id = t.ended_by LEFT JOIN task_submission d ON d.task_id = t.id WHERE t.instance_id = ? ORDER BY t.created_at, t.id`,
    [id],
  );
  const entries: (TimelineEntry & { order: number })[] = [
    entry({
      at: instance.started_at,
      kind: 'submitted',
      elementId: activities[0]?.element_id ?? '',
      name: activities[0]?.name ?? '',
      actor: instance.starter,
    }),
  ];
  for (const task of tasks) {
    if (task.status === 'open' || task.ended_at === null) continue;
    const kind =
      task.status !== 'completed' ? 'task-cancelled' : task.data === null ? 'resubmitted' : 'task-completed';
    const remark =
      task.data === null
        ? null
        : await remarkOf(context, {
            data: task.data,
            bundle_id: task.bundle_id,
            element_id: task.element_id,
          });
    entries.push(
      entry({
        at: task.ended_at,
        kind,
        elementId: task.element_id,
        name: task.name,
        actor: task.actor,
        outcome: task.outcome,
        remark,
      }),
    );
  }
  entries.push(...(await publicityEntries(context, id, activities)));
  for (const activity of activities) {
    if (activity.element_type === 'boundaryTimer' && activity.ended_at !== null && !activity.canceled) {
      entries.push(
        entry({
          at: activity.started_at,
          kind: 'reminded',
          elementId: activity.element_id,
          name: activity.name ?? '',
        }),
      );
    }
  }
  return entries
    .sort((a, b) => a.at.localeCompare(b.at) || a.order - b.order)
    .map(({ order: _order, ...rest }) => rest);
}

async function publicityEntries(context: Context, id: string, activities: readonly ActivityRow[]) {
  const notices = await context.sql.all<{ heading: string; opens_at: number; closed_at: number | null }>(
    'SELECT heading, opens_at, closed_at FROM notice WHERE instance_id = ? ORDER BY opens_at',
    [id],
  );
  const archived = await context.sql.all<{ archived_at: number }>(
    'SELECT a.archived_at FROM archive_entry a JOIN submission r ON r.id = a.submission_id WHERE r.instance_id = ?',
    [id],
  );
  const ended = activities.find(
    (activity) =>
      activity.ended_at !== null &&
      activity.element_type === 'noneEndEvent' &&
      activity === activities.at(-1),
  );
  return [
    ...notices.flatMap((notice) => [
      entry({ at: notice.opens_at, kind: 'notice-opened', elementId: '', name: notice.heading }),
      ...(notice.closed_at === null
        ? []
        : [entry({ at: notice.closed_at, kind: 'notice-closed', elementId: '', name: notice.heading })]),
    ]),
    ...archived.map((row) =>
      entry({
        at: row.archived_at,
        kind: 'archived',
        elementId: ended?.element_id ?? '',
        name: ended?.name ?? '',
      }),
    ),
  ];
}

/** For entries of the same instant: the order in which they make sense. */
const order: readonly TimelineEntry['kind'][] = [
  'submitted',
  'resubmitted',
  'reminded',
  'task-completed',
  'task-cancelled',
  'notice-opened',
  'notice-closed',
  'archived',
  'ended',
  'task-created',
];

function entry(found: {
  at: number;
  kind: TimelineEntry['kind'];
  elementId: string;
  name: string;
  actor?: string | null;
  outcome?: string | null;
  remark?: string | null;
}) {
  return {
    at: iso(found.at),
    kind: found.kind,
    elementId: found.elementId,
    name: found.name,
    actor: found.actor ?? null,
    outcome: found.outcome ?? null,
    remark: found.remark ?? null,
    order: order.indexOf(found.kind),
  };
}

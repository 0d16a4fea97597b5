import type { TimelineEntry } from '@oneplan/runtime/contracts/api/instances.ts';
import type { ProcessGraph } from '@oneplan/runtime/model/process-graph.ts';
import type { PlanManifest } from '@oneplan/runtime/plan/manifest.ts';
import type { Context } from '../../context.ts';
import type { HistoryRow } from '../../history/packed-history.ts';
import { taskEventEntries } from '../approval/task-event-entries.ts';
import { remarkOf } from '../records/summarise-records.ts';
import { changesByHand } from './changes-by-hand.ts';

export interface ActivityRow {
  readonly activity: number;
  readonly element_id: string;
  readonly element_type: string;
  readonly name: string | null;
  readonly via: string | null;
  readonly started_at: number;
  readonly ended_at: number | null;
  readonly canceled: number | boolean;
}

interface TaskRow {
  element_id: string;
  status: string;
  bundle_id: string;
  actor: string | null;
  data: string | null;
  outcome: string | null;
}

interface TimelineSource {
  readonly instanceId: string;
  readonly starter: string | null;
  readonly manifest: PlanManifest;
  readonly nodes: ProcessGraph['nodes'];
  readonly activities: readonly ActivityRow[];
  /** Rows of the table `task`, or what the archive kept of them. */
  readonly tasks: readonly HistoryRow[];
}

/**
 * The story of an instance for people, from its activity history: what somebody did, reminders, the notice and the
 * archive, oldest first. Gateways and the machinery stay out.
 */
export async function timelineOf(context: Context, source: TimelineSource): Promise<TimelineEntry[]> {
  const tasks = await tasksByToken(context, source.tasks);
  const told: { entry: TimelineEntry; activity: number }[] = [];
  for (const activity of source.activities) {
    const task = tasks.get(Number(activity.activity));
    const kind = kindOf(source, activity, task);
    if (kind === null || activity.ended_at === null) continue;
    const entry: TimelineEntry = {
      at: new Date(Number(activity.ended_at)).toISOString(),
      kind,
      elementId: activity.element_id,
      name: activity.name ?? '',
      actor: kind === 'submitted' ? source.starter : (task?.actor ?? null),
      people: [],
      to: null,
      outcome: task?.outcome ?? null,
      remark: task?.data ? await remarkOf(context, { ...task, data: task.data }) : null,
    };
    told.push({ entry, activity: Number(activity.activity) });
  }
  const changes = [
    ...(await changesByHand(context, source.instanceId, source.nodes)),
    ...(await taskEventEntries(context, source.instanceId)),
  ];
  for (const [index, change] of changes.entries())
    told.push({ entry: change, activity: Number.MAX_SAFE_INTEGER - 1_000 + index });
  return told
    .sort((a, b) => a.entry.at.localeCompare(b.entry.at) || a.activity - b.activity)
    .map(({ entry }) => entry);
}

/** With who ended them and what was filled in. What somebody signs for another task is told by that one. */
async function tasksByToken(
  context: Context,
  rows: readonly HistoryRow[],
): Promise<ReadonlyMap<number, TaskRow>> {
  const own = rows.filter((row) => row.signs_for == null);
  if (own.length === 0) return new Map();
  const filled = await context.sql.all<{ task_id: string; data: string; outcome: string | null }>(
    `SELECT task_id, data, outcome FROM task_submission WHERE task_id IN (${own.map(() => '?').join(',')})`,
    own.map(({ id }) => String(id)),
  );
  const people = own.flatMap(({ ended_by }) => (ended_by == null ? [] : String(ended_by)));
  const names =
    people.length === 0
      ? []
      : await context.sql.all<{ id: string; name: string }>(
          `SELECT id, name FROM app_user WHERE id IN (${people.map(() => '?').join(',')})`,
          people,
        );
  return new Map(
    own.map((row) => {
      const submission = filled.find(({ task_id }) => task_id === row.id);
      return [
        Number(row.token),
        {
          element_id: String(row.element_id),
          status: String(row.status),
          bundle_id: String(row.bundle_id),
          actor: names.find(({ id }) => id === row.ended_by)?.name ?? null,
          data: submission?.data ?? null,
          outcome: submission?.outcome ?? null,
        },
      ];
    }),
  );
}

function kindOf(
  source: TimelineSource,
  activity: ActivityRow,
  task: TaskRow | undefined,
): TimelineEntry['kind'] | null {
  if (task) {
    if (task.status !== 'completed') return 'task-cancelled';
    return task.data === null ? 'resubmitted' : 'task-completed';
  }
  if (activity.canceled) return null;
  if (activity === source.activities[0]) return 'submitted';
  if (activity.element_type === 'boundaryTimer')
    return isInterrupting(source, activity) ? 'timed-out' : 'reminded';
  const { notices, archive } = source.manifest;
  if (notices.some((notice) => notice.open === activity.element_id)) return 'notice-opened';
  if (notices.some((notice) => notice.close === activity.element_id)) return 'notice-closed';
  if (archive.some((section) => section.element === activity.element_id)) return 'archived';
  return null;
}

/** A deadline that ends what it is attached to, as opposed to one that only reminds. */
function isInterrupting({ nodes }: TimelineSource, { element_id: id }: ActivityRow): boolean {
  const node = nodes[id];
  return node?.kind === 'boundary-event' && node.interrupting !== false;
}

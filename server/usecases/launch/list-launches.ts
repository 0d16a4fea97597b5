import type {
  listLaunchFailures as failuresContract,
  Launch as LaunchSummary,
  listLaunches as listContract,
} from '@oneplan/runtime/contracts/api/launches.ts';
import type { z } from 'zod';
import { type Context, today } from '../../context.ts';
import { loadBundle } from '../../persistence/published-bundle.ts';
import { type LaunchRow, launchOf } from './launch.ts';
import { countRoster } from './launch-roster.ts';

type Page<C extends { query: z.ZodType }> = z.output<C['query']>;

const iso = (instant: number) => new Date(Number(instant)).toISOString();

/** Newest first. Ids are UUID v7, so their order is the order of time. */
export async function listLaunches(
  context: Context,
  orgUnitId: string,
  { after, limit, launchId }: Page<typeof listContract>,
): Promise<z.input<typeof listContract.response>> {
  const unit = await context.tables.orgUnits.findOne({ id: orgUnitId });
  const rows = await context.sql.all<LaunchRow>(
    `SELECT l.* FROM launch l JOIN org_unit o ON o.id = l.org_unit_id WHERE o.path LIKE ? ${after ? 'AND l.id < ?' : ''} ${launchId ? 'AND l.id = ?' : ''}
     ORDER BY l.id DESC LIMIT ${limit + 1}`,
    [`${unit?.path ?? ''}%`, ...(after ? [after] : []), ...(launchId ? [launchId] : [])],
  );
  const page = rows.slice(0, limit);
  return {
    items: await summariseLaunches(context, page),
    next: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
  };
}

export async function summariseLaunches(
  context: Context,
  rows: readonly LaunchRow[],
): Promise<LaunchSummary[]> {
  const summaries: LaunchSummary[] = [];
  for (const row of rows) {
    const launch = launchOf(row);
    const bundle = await loadBundle(context, launch.bundleId);
    const unit = await context.tables.orgUnits.findOne({ id: launch.orgUnitId });
    const author = await context.tables.users.findOne({ id: launch.createdBy });
    const failed = await context.sql.one<{ n: number }>(
      'SELECT COUNT(*) AS n FROM launch_failure WHERE launch_id = ?',
      [row.id],
    );
    summaries.push({
      id: row.id,
      orgUnit: { id: launch.orgUnitId, name: unit?.name ?? '', kind: unit?.kind ?? '' },
      processName: bundle.processes.get(launch.processKey)?.name ?? launch.processKey,
      bundleVersion: bundle.version,
      entryCohort: launch.entryCohort,
      termSlot: launch.termSlot,
      createdAt: iso(row.created_at),
      createdBy: author?.name ?? '',
      roster: await countRoster(context, launch, unit?.path ?? '-'),
      started: Number(row.started),
      failed: Number(failed?.n),
      completedAt: row.completed_at === null ? null : iso(row.completed_at),
    });
  }
  return summaries;
}

interface FailureRow {
  student_id: string;
  reason: string;
  message: string;
  at: number;
  class_name: string | null;
}

/** By pupil; without names: whoever may see them has the list of pupils. */
export async function listLaunchFailures(
  context: Context,
  orgUnitId: string,
  { launchId, after, limit }: Page<typeof failuresContract>,
): Promise<z.input<typeof failuresContract.response>> {
  const unit = await context.tables.orgUnits.findOne({ id: orgUnitId });
  const day = today(context);
  const rows = await context.sql.all<FailureRow>(
    `SELECT f.student_id, f.reason, f.message, f.at, c.name AS class_name FROM launch_failure f
     JOIN enrolment e ON e.student_id = f.student_id AND e.valid_from <= ? AND (e.valid_to IS NULL OR e.valid_to > ?)
     JOIN org_unit c ON c.id = e.class_id
     WHERE f.launch_id = ? AND c.path LIKE ? AND f.student_id > ? ORDER BY f.student_id LIMIT ${limit + 1}`,
    [day, day, launchId, `${unit?.path ?? ''}%`, after ?? ''],
  );
  const page = rows.slice(0, limit);
  return {
    items: page.map((row) => ({
      studentId: row.student_id,
      className: row.class_name ?? '',
      reason: row.reason,
      message: row.message,
      at: iso(row.at),
    })),
    next: rows.length > limit ? (page.at(-1)?.student_id ?? null) : null,
  };
}

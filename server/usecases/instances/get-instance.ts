import type { getInstance as contract } from '@oneplan/runtime/contracts/api/instances.ts';
import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import type { HistoryRow } from '../../history/packed-history.ts';
import { readHistory } from '../../history/read-history.ts';
import { findDefinition } from '../../persistence/published-bundle.ts';
import { elementOf } from './element-of.ts';
import { type ActivityRow, timelineOf } from './timeline.ts';

type Answer = z.input<typeof contract.response>;

/** The story of an instance, as a list and as a diagram; both are made from the same history, archived or not. */
export async function getInstance(context: Context, id: string): Promise<Answer> {
  const { sql } = context;
  const history = await readHistory(context, id);
  const definition = history && (await findDefinition(context, String(history.instance.definition_id)));
  if (!history || !definition)
    throw new AppError('not-found', 'There is no process instance with this id.', { kind: 'instance', id });
  const { instance, tables } = history;
  const starter = await sql.one<{ name: string }>('SELECT name FROM app_user WHERE id = ?', [
    instance.started_by ?? '',
  ]);
  const activities = tables.activity.map(toActivity).sort((a, b) => a.activity - b.activity);
  const jobs = await sql.all<{ element_id: string; due_at: number }>(
    'SELECT element_id, due_at FROM job WHERE instance_id = ? AND suspended_left IS NULL',
    [id],
  );
  const active = activities.filter((activity) => activity.ended_at === null);
  return {
    processName: definition.process.name,
    bundleVersion: definition.bundle.version,
    state: instance.status as Answer['state'],
    suspended: Boolean(instance.suspended),
    timeline: await timelineOf(context, {
      instanceId: id,
      starter: starter?.name ?? null,
      manifest: definition.bundle.manifest,
      nodes: definition.process.graph.nodes,
      activities,
      tasks: tables.task,
    }),
    diagram: {
      xml: definition.process.xml,
      active: [...onePerElement(active).values()].map(({ element_id, name }) => {
        const elementId = elementOf(element_id);
        const due = jobs.find((job) => job.element_id === elementId);
        return { elementId, name: name ?? elementId, dueAt: due ? iso(due.due_at) : null };
      }),
      finished: [
        ...new Set(
          activities
            .filter((activity) => activity.ended_at !== null && !activity.canceled)
            .map((activity) => elementOf(activity.element_id)),
        ),
      ],
      flows: [...new Set(activities.flatMap((activity) => activity.via ?? []))],
    },
  };
}

/** A multi-instance activity is one step to people, however many it asks. */
const onePerElement = (activities: readonly ActivityRow[]): ReadonlyMap<string, ActivityRow> =>
  new Map(activities.map((activity) => [elementOf(activity.element_id), activity]));

const iso = (instant: number) => new Date(Number(instant)).toISOString();

function toActivity(row: HistoryRow): ActivityRow {
  return {
    activity: Number(row.activity),
    element_id: String(row.element_id),
    element_type: String(row.element_type),
    name: row.name == null ? null : String(row.name),
    via: row.via == null ? null : String(row.via),
    started_at: Number(row.started_at),
    ended_at: row.ended_at == null ? null : Number(row.ended_at),
    canceled: Boolean(row.canceled),
  };
}

import type { getInstance as contract } from '@oneplan/runtime/contracts/api/instances.ts';
import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { findDefinition } from '../../persistence/published-bundle.ts';
import { type ActivityRow, timelineOf } from './timeline.ts';

type Answer = z.input<typeof contract.response>;

interface InstanceRow {
  definition_id: string;
  status: string;
  started_at: number;
  ended_at: number | null;
  suspended: number | boolean;
  starter: string | null;
}

/** The story of an instance, as a list and as a diagram; both are made from the same history. */
export async function getInstance(context: Context, id: string): Promise<Answer> {
  const { sql } = context;
  const instance = await sql.one<InstanceRow>(
    'SELECT p.definition_id, p.status, p.started_at, p.ended_at, p.suspended, u.name AS starter FROM process_instance p LEFT JOIN app_user u ON u.id = p.started_by WHERE p.id = ?',
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
      starter: instance.starter,
      manifest: definition.bundle.manifest,
      activities,
    }),
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

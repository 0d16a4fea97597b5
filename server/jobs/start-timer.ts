import { calendarOf } from '@oneplan/runtime/calendar/plan-calendar.ts';
import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import { addDuration, parseDuration } from '@oneplan/runtime/model/iso8601.ts';
import type { TimerDefinition } from '@oneplan/runtime/model/process-graph.ts';
import type { Context } from '../context.ts';
import { findDefinition } from '../persistence/published-bundle.ts';
import { startWithoutSubject } from '../usecases/jobs/start-without-subject.ts';
import { type Job, takeJob } from './job.ts';

/**
 * Starts an instance at the timer start event of a definition. Of a cycle the next firing is a row of the same
 * transaction, so that none is lost and none comes twice.
 */
export async function startAtTimer(context: Context, job: Job): Promise<void> {
  if (!(await takeJob(context, job))) return;
  const definition = await findDefinition(context, job.definitionId);
  const node = definition?.process.graph.nodes[job.elementId];
  if (!definition || node?.kind !== 'start-event' || node.trigger?.on !== 'timer') {
    throw new AppError(
      'engine-failed',
      `The definition has no timer start event "${job.elementId}" any more.`,
      {
        definitionId: job.definitionId,
        elementId: job.elementId,
      },
    );
  }
  await startWithoutSubject(context, definition, {
    instanceId: job.id,
    startEventId: job.elementId,
    variables: {},
  });
  const { addWorkingDays } = calendarOf(definition.bundle.manifest, context.timeZone);
  const add = node.properties?.calendar === 'working-days' ? addWorkingDays : addDuration;
  const next = nextFiring(node.trigger.timer, job, context.now(), add);
  if (next === null) return;
  await context.sql.insert('job', [
    {
      id: context.newId(),
      kind: 'start-timer',
      instance_id: '',
      definition_id: job.definitionId,
      process_key: job.processKey,
      tenant_id: job.tenantId,
      token: 0,
      element_id: job.elementId,
      due_at: next.dueAt,
      retries: 3,
      exclusive: job.exclusive,
      retry_cycle: job.retryCycle,
      repeats_left: next.repeatsLeft,
      created_at: context.now(),
    },
  ]);
}

export interface Firing {
  readonly dueAt: number;
  readonly repeatsLeft: number;
}

/**
 * The firing of a cycle that follows one. Firings keep their distance from the first; those whose time passed while no
 * server ran are left out and count, as on Camunda 7. Null: this was the last one.
 */
export function nextFiring(
  timer: TimerDefinition,
  { dueAt, repeatsLeft }: Pick<Job, 'dueAt' | 'repeatsLeft'>,
  now: number,
  add: typeof addDuration = addDuration,
): Firing | null {
  const period = timer.cycle === undefined ? undefined : parseDuration(timer.cycle.split('/').at(-1) ?? '');
  let left = repeatsLeft ?? 0;
  if (period === undefined || left === 0) return null;
  let at = dueAt;
  do {
    if (left === 0) return null;
    const following = add(at, period);
    if (following <= at) return null;
    at = following;
    if (left > 0) left--;
  } while (at <= now);
  return { dueAt: at, repeatsLeft: left };
}

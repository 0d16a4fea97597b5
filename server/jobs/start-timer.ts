import { calendarOf } from '@oneplan/runtime/calendar/plan-calendar.ts';
import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import { evaluateText } from '@oneplan/runtime/engine/evaluate.ts';
import { addDuration } from '@oneplan/runtime/model/iso8601.ts';
import type { StartEventNode } from '@oneplan/runtime/model/process-graph.ts';
import { type Occurrence, occurrenceAfter, parseRepetition } from '@oneplan/runtime/model/repetition.ts';
import type { Context } from '../context.ts';
import { findDefinition, type PublishedDefinition } from '../persistence/published-bundle.ts';
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
  const next = nextFiring(definition, node, job, context);
  if (next === undefined) return;
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
      due_at: next.due,
      retries: 3,
      exclusive: job.exclusive,
      retry_cycle: job.retryCycle,
      repeats_left: next.left,
      created_at: context.now(),
    },
  ]);
}

/** The firing of a cycle that follows this one; undefined when it was the last, or the timer has no cycle. */
function nextFiring(
  { bundle }: PublishedDefinition,
  node: StartEventNode,
  { dueAt, repeatsLeft }: Job,
  context: Context,
): Occurrence | undefined {
  const cycle = node.trigger?.on === 'timer' ? node.trigger.timer.cycle : undefined;
  if (cycle === undefined) return undefined;
  const origin = { elementId: node.id, attribute: 'timeCycle' };
  const repetition = parseRepetition(evaluateText(cycle, {}, origin)?.trim() ?? '');
  if (!repetition) return undefined;
  const { addWorkingDays } = calendarOf(bundle.manifest, context.timeZone);
  const add = node.properties?.calendar === 'working-days' ? addWorkingDays : addDuration;
  return occurrenceAfter({ due: dueAt, left: repeatsLeft ?? 0 }, repetition.period, context.now(), add);
}

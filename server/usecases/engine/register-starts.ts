import { calendarOf } from '@oneplan/runtime/calendar/plan-calendar.ts';
import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import { evaluateDue, evaluateText } from '@oneplan/runtime/engine/evaluate.ts';
import { addDuration } from '@oneplan/runtime/model/iso8601.ts';
import type { ProcessGraph, StartEventNode, TimerDefinition } from '@oneplan/runtime/model/process-graph.ts';
import { firstOccurrence, type Occurrence, parseRepetition } from '@oneplan/runtime/model/repetition.ts';
import type { PlanManifest } from '@oneplan/runtime/plan/manifest.ts';
import type { Context } from '../../context.ts';
import { places } from '../../persistence/sql-statement.ts';
import { WriteBatch } from '../../persistence/write-batch.ts';

/** A definition that was just stored, the newest of its key. */
export interface NewDefinition {
  readonly id: string;
  readonly tenantId: string;
  readonly graph: ProcessGraph;
}

/**
 * From now on messages, signals and timers start the new definitions, and the superseded ones no more. In the current
 * transaction. Throws `conflict` when another process starts at the same message already: a message starts one.
 */
export async function registerStarts(
  context: Context,
  manifest: Pick<PlanManifest, 'calendar'>,
  definitions: readonly NewDefinition[],
  superseded: readonly string[],
): Promise<void> {
  const batch = new WriteBatch();
  if (superseded.length > 0) {
    const among = places(superseded);
    batch.change(
      `DELETE FROM subscription WHERE definition_id IN (${among}) AND instance_id IS NULL`,
      superseded,
    );
    batch.change(`DELETE FROM job WHERE definition_id IN (${among}) AND kind = 'start-timer'`, superseded);
    await batch.flush(context.sql);
  }
  for (const definition of definitions) {
    for (const id of definition.graph.eventStarts ?? []) {
      const node = definition.graph.nodes[id];
      if (node?.kind === 'start-event') await register(context, manifest, batch, definition, node);
    }
  }
  await batch.flush(context.sql);
}

async function register(
  context: Context,
  manifest: Pick<PlanManifest, 'calendar'>,
  batch: WriteBatch,
  { id, tenantId, graph }: NewDefinition,
  node: StartEventNode,
): Promise<void> {
  const { trigger } = node;
  const common = {
    id: context.newId(),
    definition_id: id,
    process_key: graph.id,
    tenant_id: tenantId,
    element_id: node.id,
    created_at: context.now(),
  };
  if (trigger?.on === 'message' || trigger?.on === 'signal') {
    const source = trigger.on === 'message' ? trigger.message : trigger.signal;
    const name = evaluateText(source, {}, { elementId: node.id, attribute: `${trigger.on} name` }) ?? '';
    if (trigger.on === 'message') await refuseSecondStart(context, name, tenantId, graph.id);
    batch.insert('subscription', { ...common, kind: trigger.on, name, instance_id: null, token: null });
  }
  if (trigger?.on === 'timer') {
    const first = firstFiring(context, manifest, trigger.timer, node);
    if (first)
      batch.insert('job', {
        ...common,
        kind: 'start-timer',
        instance_id: '',
        token: 0,
        due_at: first.due,
        repeats_left: first.left,
        retries: 3,
        exclusive: node.exclusive ?? true,
        retry_cycle: node.retryCycle ?? null,
      });
  }
}

function firstFiring(
  context: Context,
  manifest: Pick<PlanManifest, 'calendar'>,
  timer: TimerDefinition,
  node: StartEventNode,
): Occurrence | undefined {
  const calendar = calendarOf(manifest, context.timeZone);
  const add = node.properties?.calendar === 'working-days' ? calendar.addWorkingDays : addDuration;
  const now = context.now();
  if (timer.cycle !== undefined) {
    const text = evaluateText(timer.cycle, {}, { elementId: node.id, attribute: 'timeCycle' })?.trim();
    const repetition = parseRepetition(text ?? '');
    return repetition && firstOccurrence(repetition, now, add);
  }
  const attribute = timer.duration === undefined ? 'timeDate' : 'timeDuration';
  const due = evaluateDue(
    timer.duration ?? timer.date ?? '',
    {},
    now,
    { elementId: node.id, attribute },
    add,
  );
  return due === undefined ? undefined : { due, left: 0 };
}

async function refuseSecondStart(
  context: Context,
  name: string,
  tenantId: string,
  processKey: string,
): Promise<void> {
  const other = await context.sql.one<{ process_key: string }>(
    "SELECT process_key FROM subscription WHERE kind = 'message' AND name = ? AND instance_id IS NULL AND tenant_id = ? AND process_key <> ?",
    [name, tenantId, processKey],
  );
  if (!other) return;
  throw new AppError(
    'conflict',
    `The process "${processKey}" starts at the message "${name}", and so does "${other.process_key}"; a message can start only one of them.`,
    { message: name, processKey, other: other.process_key },
  );
}

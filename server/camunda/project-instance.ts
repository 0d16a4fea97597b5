import { CamundaError } from '@oneplan/runtime/camunda/engine-error.ts';
import { observeInstance } from '@oneplan/runtime/camunda/observe-instance.ts';
import type { ObservedInstance } from '@oneplan/runtime/camunda/observed.ts';
import { project } from '@oneplan/runtime/camunda/project.ts';
import { type EngineJob, readJobs } from '@oneplan/runtime/camunda/read-work.ts';
import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Context } from '../context.ts';
import { announceWork } from '../jobs/work-announcements.ts';
import { type LockedInstance, lockInstance } from '../persistence/engine/instance-row.ts';
import type { InstanceScope } from '../persistence/engine/instance-scope.ts';
import { InstanceWriter, lookUpFor } from '../persistence/engine/instance-writer.ts';
import { findDefinition } from '../persistence/published-bundle.ts';
import { transaction } from '../persistence/transaction.ts';
import { WriteBatch } from '../persistence/write-batch.ts';
import { engineIdOf } from './engine-ids.ts';
import type { EngineLink } from './engine-link.ts';
import { mayHaveJobs, writeJobs } from './engine-work.ts';
import { knownInstance, projectedTasks } from './known-instance.ts';
import { reportMismatch } from './mismatch.ts';

/**
 * Brings our rows of an instance up to what the engine says: tasks with their holders, history, the record's state, where
 * it stands, the end. `actorId`: who caused what is new. Running it again, late, or in two processes changes nothing more.
 * False: the engine did not answer; nothing was changed.
 */
export async function projectInstance(
  context: Context,
  link: EngineLink,
  instanceId: string,
  actorId: string | null = null,
): Promise<boolean> {
  const engineId = await engineIdOf(context, instanceId);
  if (engineId === null) return true;
  let observed: ObservedInstance | null;
  let jobs: readonly EngineJob[] | null = null;
  try {
    observed = await observeInstance(link.client, engineId, await projectedTasks(context, instanceId));
    if (observed && (await waitsForJobs(context, instanceId)))
      jobs = await readJobs(link.client, observed.engineInstanceIds);
  } catch (error) {
    if (error instanceof CamundaError) return false;
    throw error;
  }
  if (observed === null) {
    await markProjected(context, instanceId);
    await reportMismatch(context, {
      kind: 'instance-unknown-there',
      objectId: instanceId,
      instanceId,
      detail: `the engine has neither the instance ${engineId} nor its history; restore it there, or cancel it here`,
    });
    return true;
  }
  const seen = observed;
  try {
    await transaction(context.database, async () => {
      await write(context, instanceId, seen, actorId);
      if (jobs !== null) await writeJobs(context, instanceId, jobs);
    });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'engine-failed') throw error;
    await markProjected(context, instanceId);
    await reportMismatch(context, {
      kind: 'projection-failed',
      objectId: instanceId,
      instanceId,
      detail: error.message,
    });
  }
  return true;
}

async function waitsForJobs(context: Context, instanceId: string): Promise<boolean> {
  const row = await context.sql.one<{ definition_id: string }>(
    'SELECT definition_id FROM process_instance WHERE id = ?',
    [instanceId],
  );
  const definition = row && (await findDefinition(context, row.definition_id));
  if (!definition) return false;
  return [...definition.bundle.processes.values()].some(({ graph }) => mayHaveJobs(graph));
}

function markProjected(context: Context, instanceId: string): Promise<unknown> {
  return transaction(context.database, () =>
    context.sql.run('UPDATE engine_instance SET projected_at = ? WHERE instance_id = ?', [
      context.now(),
      instanceId,
    ]),
  );
}

const atOnce = 50;

/**
 * Projects what was delivered and could not be projected then, because the engine went away or a server was killed.
 * False: the engine did not answer.
 */
export async function projectDelivered(context: Context, link: EngineLink): Promise<boolean> {
  const rows = await context.sql.all<{ instance_id: string }>(
    `SELECT instance_id FROM engine_instance WHERE projected_at IS NULL AND engine_id IS NOT NULL LIMIT ${atOnce}`,
  );
  for (const row of rows) if (!(await projectInstance(context, link, row.instance_id))) return false;
  return true;
}

async function write(
  context: Context,
  instanceId: string,
  observed: ObservedInstance,
  actorId: string | null,
): Promise<void> {
  const instance = await lockInstance(context, instanceId);
  if (!instance) return;
  const scope = await scopeOf(context, instance, actorId);
  const { effects, numbered, tokens, next } = project(
    observed,
    await knownInstance(context, instanceId),
    (key) => scope.bundle.processes.get(key ?? scope.processKey)?.graph,
  );
  const ended = observed.state === 'completed' || observed.state === 'cancelled' ? observed.state : null;
  const now = context.now();
  const batch = new WriteBatch();
  batch.change('UPDATE engine_instance SET projected_at = ? WHERE instance_id = ?', [now, instanceId]);
  const state = tokens === null ? instance.state : { ...instance.state, t: tokens, n: next };
  if (JSON.stringify(state) !== JSON.stringify(instance.state))
    batch.update('process_instance', instanceId, { state: JSON.stringify(state) });
  if (effects.length === 0 && (ended === null || instance.status !== 'active')) {
    await batch.flush(context.sql);
    return;
  }
  const writer = new InstanceWriter(scope, now);
  writer.take(effects, state, instance.revision);
  writer.writeTo(context, batch, state, await lookUpFor(context, [writer]));
  for (const { number, activity } of numbered)
    batch.insert('engine_activity', {
      instance_id: instanceId,
      activity: number,
      engine_activity_id: activity.id,
      engine_task_id: activity.taskId,
    });
  if (ended !== null && instance.status === 'active')
    batch.update('process_instance', instanceId, { status: ended, ended_at: now });
  await batch.flush(context.sql);
  announceWork(context.database);
}

async function scopeOf(
  context: Context,
  instance: LockedInstance,
  actorId: string | null,
): Promise<InstanceScope> {
  const definition = await findDefinition(context, instance.definitionId);
  if (!definition)
    throw new AppError('engine-failed', 'The process definition of this instance is missing.', {
      instanceId: instance.id,
    });
  return {
    instanceId: instance.id,
    definitionId: instance.definitionId,
    processKey: definition.process.key,
    tenantId: instance.tenantId,
    businessKey: instance.businessKey,
    subjectKind: instance.subjectKind,
    bundle: definition.bundle,
    place: instance.place,
    record: instance.record,
    startedBy: instance.startedBy,
    actorId,
    suspended: instance.suspended,
  };
}

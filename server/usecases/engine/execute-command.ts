import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Command } from '@oneplan/runtime/engine/command.ts';
import { step } from '@oneplan/runtime/engine/step.ts';
import type { Variables } from '@oneplan/runtime/expressions/expression.ts';
import type { Context } from '../../context.ts';
import type { Caller } from '../../identity/caller.ts';
import { announceWork } from '../../jobs/work-announcements.ts';
import { type InstanceScope, type RecordRef, writeEffects } from '../../persistence/engine/effect-rows.ts';
import { type LockedInstance, lockInstance, saveInstance } from '../../persistence/engine/instance-row.ts';
import {
  findDefinition,
  type PublishedBundle,
  type PublishedDefinition,
} from '../../persistence/published-bundle.ts';
import { lastUnits, type StudentUnits } from '../../persistence/subject-units.ts';

type Actor = Pick<Caller, 'userId' | 'name'> | null;

export interface StartOptions {
  readonly bundle: PublishedBundle;
  readonly processKey: string;
  readonly instanceId: string;
  readonly units: StudentUnits;
  /** Its id is the business key of the instance. */
  readonly submission: RecordRef;
  readonly variables: Variables;
  readonly actor: Exclude<Actor, null>;
}

/** Starts an instance in the current transaction and runs it to its first waits. */
export async function startInstance(context: Context, options: StartOptions): Promise<void> {
  const { bundle, processKey, instanceId, units, actor } = options;
  const process = bundle.processes.get(processKey);
  if (!process)
    throw new AppError('engine-failed', `The published plan has no process "${processKey}".`, { processKey });
  const { state, effects } = step(
    process.graph,
    null,
    { type: 'start', variables: options.variables, initiator: actor.userId },
    { now: context.now() },
  );
  await context.sql.insert('process_instance', [
    {
      id: instanceId,
      definition_id: process.definitionId,
      bundle_id: bundle.id,
      business_key: options.submission.id,
      subject_kind: 'student',
      subject_id: units.studentId,
      state: JSON.stringify(state),
      revision: 1,
      status: state.e ?? 'active',
      started_by: actor.userId,
      started_at: context.now(),
      ended_at: state.e ? context.now() : null,
    },
  ]);
  await writeEffects(
    context,
    scopeOf(
      { bundle, process },
      { id: instanceId, businessKey: options.submission.id },
      units,
      options.submission,
      actor,
    ),
    effects,
  );
  announceWork(context.database);
}

/**
 * Executes one command on an instance, in the current transaction: locks the instance row first, then steps, then
 * writes state, tasks, jobs, external tasks, history, the record's state and the outbox. `actor` null: a job or worker.
 * Throws EngineError when the instance is not where the command says; nothing has changed then.
 */
export async function executeCommand(
  context: Context,
  instanceId: string,
  command: Command,
  actor: Actor,
): Promise<void> {
  const instance = await lockInstance(context, instanceId);
  if (!instance) throw new AppError('not-found', 'There is no such process instance.', { instanceId });
  await executeOnLocked(context, instance, command, actor);
}

/** Like `executeCommand`, for a use case that has locked the instance to look at it before it decides. */
export async function executeOnLocked(
  context: Context,
  instance: LockedInstance,
  command: Command,
  actor: Actor,
): Promise<void> {
  const definition = await findDefinition(context, instance.definitionId);
  if (!definition) {
    throw new AppError('engine-failed', 'The process definition of this instance is missing.', {
      instanceId: instance.id,
    });
  }
  const { state, effects } = step(definition.process.graph, instance.state, command, { now: context.now() });
  await saveInstance(context, instance, state);
  const units = await lastUnits(context, instance.subjectId);
  const submission = await context.sql.one<{ id: string; form_key: string; title: string; revision: number }>(
    'SELECT id, form_key, title, revision FROM submission WHERE instance_id = ?',
    [instance.id],
  );
  const record = submission && {
    id: submission.id,
    formKey: submission.form_key,
    title: submission.title,
    revision: Number(submission.revision),
  };
  await writeEffects(context, scopeOf(definition, instance, units, record, actor), effects);
  announceWork(context.database);
}

function scopeOf(
  { bundle, process }: PublishedDefinition,
  instance: Pick<LockedInstance, 'id' | 'businessKey'>,
  units: StudentUnits,
  submission: RecordRef | null,
  actor: Actor,
): InstanceScope {
  const planned = bundle.manifest.processes.find((candidate) => candidate.key === process.key);
  if (!planned) {
    throw new AppError('engine-failed', 'The plan of this instance does not name its process.', {
      instanceId: instance.id,
    });
  }
  return {
    instanceId: instance.id,
    definitionId: process.definitionId,
    businessKey: instance.businessKey,
    bundle,
    process: planned,
    graph: process.graph,
    units,
    submission,
    actorId: actor?.userId ?? null,
  };
}

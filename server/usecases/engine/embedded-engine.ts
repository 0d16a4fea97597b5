import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { CommandType } from '@oneplan/runtime/engine/command.ts';
import type { InstanceState } from '@oneplan/runtime/engine/instance-state.ts';
import { type StepResult, step } from '@oneplan/runtime/engine/step.ts';
import type { Context } from '../../context.ts';
import type { Actor, CommandOrder, EnginePort, OrderOutcome, StartOrder } from '../../engine-port.ts';
import { announceWork } from '../../jobs/work-announcements.ts';
import { type LockedInstance, saveInstance } from '../../persistence/engine/instance-row.ts';
import type { InstanceScope } from '../../persistence/engine/instance-scope.ts';
import { InstanceWriter, lookUpFor } from '../../persistence/engine/instance-writer.ts';
import { findDefinition, type PublishedDefinition } from '../../persistence/published-bundle.ts';
import type { WriteBatch } from '../../persistence/write-batch.ts';
import { stepUnder } from './bound-calls.ts';

/** The interpreter of our own, within the caller's transaction: each order is a step in memory and rows in the batch. */
export const embeddedEngine: EnginePort = { name: 'embedded', start, execute, passOn: null };

/** One instance on its way through the orders of a call. */
interface Course {
  readonly writer: InstanceWriter;
  readonly outcomes: OrderOutcome[];
  /** After the last order that went through; null: none has yet. */
  state: InstanceState | null;
  save(batch: WriteBatch, state: InstanceState): void;
}

async function start(
  context: Context,
  batch: WriteBatch,
  orders: readonly StartOrder[],
): Promise<readonly OrderOutcome[]> {
  const courses: Course[] = [];
  for (const order of orders) {
    const { bundle, instanceId } = order;
    const outcomes: OrderOutcome[] = [];
    const process = bundle.processes.get(order.processKey);
    const scope = startScope(order, process?.definitionId ?? '');
    const writer = new InstanceWriter(scope, context.now());
    const course: Course = {
      writer,
      outcomes,
      state: null,
      save: (into, state) => insertInstance(context, into, scope, state),
    };
    if (!process) {
      const message = `The published plan has no process "${order.processKey}".`;
      const error = new AppError('engine-failed', message, { processKey: order.processKey });
      outcomes.push({ instanceId, error });
      courses.push(course);
      continue;
    }
    await attempt(course, instanceId, () =>
      stepUnder(context, bundle, (under) =>
        step(
          process.graph,
          null,
          {
            type: 'start',
            variables: order.variables,
            ...(order.actor && { initiator: order.actor.userId }),
            ...(order.businessKey !== null && { businessKey: order.businessKey }),
            ...(order.startEventId !== undefined && { startEventId: order.startEventId }),
          },
          under,
        ),
      ),
    );
    courses.push(course);
  }
  await write(context, batch, courses);
  return courses.flatMap(({ outcomes }) => outcomes);
}

async function execute(
  context: Context,
  batch: WriteBatch,
  orders: readonly CommandOrder[],
): Promise<readonly OrderOutcome[]> {
  const courses = new Map<LockedInstance, Course>();
  const places: (() => OrderOutcome)[] = [];
  for (const { instance, command, actor, taskId } of orders) {
    const definition = await findDefinition(context, instance.definitionId);
    if (!definition) {
      const error = definitionMissing(instance.id);
      places.push(() => ({ instanceId: instance.id, error }));
      continue;
    }
    const course = courses.get(instance) ?? commandCourse(context, instance, definition, actor);
    courses.set(instance, course);
    if (taskId !== undefined && 'token' in command && command.token !== undefined)
      course.writer.knowTask(command.token, taskId);
    const index = course.outcomes.length;
    places.push(() => course.outcomes[index] ?? lost(instance.id));
    await attempt(
      course,
      instance.id,
      async () => {
        if (instance.suspended && !allowedInSuspension.has(command.type)) throw suspended(instance.id);
        const { bundle, process } = definition;
        const state = course.state ?? instance.state;
        return stepUnder(context, bundle, (under) => step(process.graph, state, command, under));
      },
      instance.revision,
    );
  }
  await write(context, batch, [...courses.values()]);
  return places.map((outcomeAt) => outcomeAt());
}

/** Suspended: the clocks stand still and nothing goes on; corrections by administrators are possible. */
const allowedInSuspension: ReadonlySet<CommandType> = new Set(['set-variables', 'modify', 'cancel']);

function commandCourse(
  context: Context,
  instance: LockedInstance,
  definition: PublishedDefinition,
  actor: Actor,
): Course {
  const outcomes: OrderOutcome[] = [];
  return {
    writer: new InstanceWriter(commandScope(instance, definition, actor), context.now()),
    outcomes,
    state: null,
    save: (into, state) =>
      saveInstance(
        context,
        into,
        instance,
        state,
        outcomes.filter(({ error }) => error === undefined).length,
      ),
  };
}

/** Steps once and takes over what that brought about, or keeps the error: a refused order has changed nothing. */
async function attempt(
  course: Course,
  instanceId: string,
  takeStep: () => Promise<StepResult>,
  revision = 0,
): Promise<void> {
  try {
    const { state, effects } = await takeStep();
    course.state = state;
    const steps = course.outcomes.filter(({ error }) => error === undefined).length + 1;
    course.writer.take(effects, state, revision + steps);
    course.outcomes.push({ instanceId, effects });
  } catch (error) {
    course.outcomes.push({ instanceId, error });
  }
}

/** Adds the rows of every course that moved. One whose rows can not be made is refused as a whole and adds nothing. */
async function write(context: Context, batch: WriteBatch, courses: readonly Course[]): Promise<void> {
  const moved = courses.filter(({ state }) => state !== null);
  if (moved.length === 0) return;
  const known = await lookUpFor(
    context,
    moved.map(({ writer }) => writer),
  );
  for (const course of moved) {
    const { state, outcomes, writer } = course;
    if (state === null) continue;
    try {
      writer.writeTo(context, batch, state, known);
      course.save(batch, state);
    } catch (error) {
      for (const [index, outcome] of outcomes.entries())
        if (outcome.error === undefined) outcomes[index] = { instanceId: outcome.instanceId, error };
    }
  }
  announceWork(context.database);
}

function startScope(order: StartOrder, definitionId: string): InstanceScope {
  return {
    instanceId: order.instanceId,
    definitionId,
    processKey: order.processKey,
    tenantId: order.bundle.tenantId,
    businessKey: order.businessKey,
    subjectKind: order.place ? 'student' : order.unit ? 'org-unit' : 'none',
    bundle: order.bundle,
    place: order.place,
    unit: order.unit ?? null,
    record: order.record,
    startedBy: order.actor?.userId ?? null,
    actorId: order.actor?.userId ?? null,
    suspended: false,
  };
}

function commandScope(
  instance: LockedInstance,
  { bundle, process }: PublishedDefinition,
  actor: Actor,
): InstanceScope {
  return {
    instanceId: instance.id,
    definitionId: instance.definitionId,
    processKey: process.key,
    tenantId: instance.tenantId,
    businessKey: instance.businessKey,
    subjectKind: instance.subjectKind,
    bundle,
    place: instance.place,
    unit: instance.unit ?? null,
    record: instance.record,
    startedBy: instance.startedBy,
    actorId: actor?.userId ?? null,
    suspended: instance.suspended,
  };
}

function insertInstance(
  context: Context,
  batch: WriteBatch,
  scope: InstanceScope,
  state: InstanceState,
): void {
  batch.insert('process_instance', {
    id: scope.instanceId,
    definition_id: scope.definitionId,
    process_key: scope.processKey,
    tenant_id: scope.tenantId,
    bundle_id: scope.bundle.id,
    business_key: scope.businessKey,
    subject_kind: scope.subjectKind,
    subject_id: scope.place?.studentId ?? scope.unit?.id ?? '',
    state: JSON.stringify(state),
    revision: 1,
    status: state.e ?? 'active',
    started_by: scope.startedBy,
    started_at: context.now(),
    ended_at: state.e ? context.now() : null,
  });
}

const suspended = (instanceId: string) =>
  new AppError(
    'instance-suspended',
    'The process instance is suspended; activate it first, nothing was changed.',
    { instanceId },
  );
const definitionMissing = (instanceId: string) =>
  new AppError('engine-failed', 'The process definition of this instance is missing.', { instanceId });
const lost = (instanceId: string): OrderOutcome => ({
  instanceId,
  error: new Error(`instance ${instanceId}: an order has no outcome`),
});

import type { Effect, UserTaskCreated } from '@oneplan/runtime/engine/effect.ts';
import type { ProcessGraph } from '@oneplan/runtime/model/process-graph.ts';
import type { PlanProcess } from '@oneplan/runtime/plan/manifest.ts';
import type { Context } from '../../context.ts';
import type { PublishedBundle } from '../published-bundle.ts';
import type { SqlValue } from '../sql.ts';
import type { StudentUnits } from '../subject-units.ts';
import { holdersOf } from './candidate-holders.ts';

/** The record that an instance carries. */
export interface RecordRef {
  readonly id: string;
  readonly formKey: string;
  readonly title: string;
  readonly revision: number;
}

/** What the rows of an instance are about. */
export interface InstanceScope {
  readonly instanceId: string;
  readonly definitionId: string;
  readonly businessKey: string | null;
  readonly bundle: PublishedBundle;
  readonly process: PlanProcess;
  readonly graph: ProcessGraph;
  readonly units: StudentUnits;
  readonly submission: RecordRef | null;
  readonly actorId: string | null;
}

type Row = Record<string, SqlValue>;
/** Sorts behind every real due date. */
const never = 9_999_999_999_999;

/** Writes what a step brought about, a few multi-row statements for all of it. */
export async function writeEffects(
  context: Context,
  scope: InstanceScope,
  effects: readonly Effect[],
): Promise<void> {
  await endWaits(context, scope, effects);
  await createTasks(context, scope, effects);
  await createExternalTasksAndTimers(context, scope, effects);
  await writeActivities(context, scope, effects);
  await followState(context, scope, effects);
}

async function endWaits(context: Context, scope: InstanceScope, effects: readonly Effect[]): Promise<void> {
  const { sql } = context;
  for (const effect of effects) {
    switch (effect.type) {
      case 'user-task-ended': {
        const task = await sql.one<{ id: string }>(
          "SELECT id FROM task WHERE instance_id = ? AND token = ? AND status = 'open'",
          [scope.instanceId, effect.token],
        );
        if (!task) break;
        await sql.run('UPDATE task SET status = ?, ended_at = ?, ended_by = ? WHERE id = ?', [
          effect.reason,
          context.now(),
          scope.actorId,
          task.id,
        ]);
        await sql.run('DELETE FROM task_candidate WHERE task_id = ?', [task.id]);
        break;
      }
      case 'external-task-ended':
        await sql.run('DELETE FROM external_task WHERE instance_id = ? AND token = ?', [
          scope.instanceId,
          effect.token,
        ]);
        break;
      case 'timer-ended':
        await sql.run('DELETE FROM job WHERE instance_id = ? AND token = ?', [
          scope.instanceId,
          effect.token,
        ]);
        break;
      default:
    }
  }
}

async function createTasks(
  context: Context,
  scope: InstanceScope,
  effects: readonly Effect[],
): Promise<void> {
  const created = effects.filter((effect): effect is UserTaskCreated => effect.type === 'user-task-created');
  const ended = endedTokens(effects, 'user-task-ended');
  const tasks: Row[] = [];
  const candidates: Row[] = [];
  const messages: Row[] = [];
  for (const task of created.filter(({ token }) => !ended.has(token))) {
    const id = context.newId();
    const holders = await holdersOf(context, scope.bundle.manifest, scope.units, task);
    const formKey =
      scope.process.steps.find((step) => step.element === task.elementId)?.form?.key ?? task.formKey ?? '';
    const title = scope.submission?.title ?? '';
    const now = context.now();
    tasks.push({
      id,
      instance_id: scope.instanceId,
      token: task.token,
      element_id: task.elementId,
      name: task.name,
      form_key: formKey,
      bundle_id: scope.bundle.id,
      submission_id: scope.submission?.id ?? null,
      student_id: scope.units.studentId,
      school_id: scope.units.school.id,
      class_id: scope.units.class.id,
      title,
      assignee_id: task.assignee ?? null,
      holders: JSON.stringify(holders),
      priority: task.priority,
      round: scope.submission?.revision ?? 1,
      due_at: task.dueDate ?? null,
      created_at: now,
      status: 'open',
      ended_at: null,
      ended_by: null,
    });
    const recordForm = scope.submission?.formKey ?? formKey;
    for (const holder of holders)
      candidates.push({ holder, due_sort: task.dueDate ?? never, task_id: id, form_key: recordForm });
    messages.push({
      id: context.newId(),
      kind: 'task-created',
      payload: JSON.stringify({
        taskId: id,
        submissionId: scope.submission?.id ?? null,
        title,
        name: task.name,
        holders,
      }),
      created_at: now,
      due_at: now,
    });
  }
  await context.sql.insert('task', tasks);
  await context.sql.insert('task_candidate', candidates);
  await context.sql.insert('outbox', messages);
}

async function createExternalTasksAndTimers(
  context: Context,
  scope: InstanceScope,
  effects: readonly Effect[],
): Promise<void> {
  const gone = new Set([
    ...endedTokens(effects, 'external-task-ended'),
    ...endedTokens(effects, 'timer-ended'),
  ]);
  const externalTasks: Row[] = [];
  const jobs: Row[] = [];
  for (const effect of effects) {
    if (effect.type === 'external-task-created' && !gone.has(effect.token)) {
      externalTasks.push({
        id: context.newId(),
        instance_id: scope.instanceId,
        token: effect.token,
        element_id: effect.elementId,
        definition_id: scope.definitionId,
        process_key: scope.graph.id,
        business_key: scope.businessKey,
        topic: effect.topic,
        priority: effect.priority,
        variables: effect.variables ? JSON.stringify(effect.variables) : null,
        created_at: context.now(),
      });
    }
    if (effect.type === 'timer-created' && !gone.has(effect.token)) {
      jobs.push({
        id: context.newId(),
        kind: 'timer',
        instance_id: scope.instanceId,
        token: effect.token,
        element_id: effect.elementId,
        due_at: effect.dueAt,
        retries: 3,
      });
    }
  }
  await context.sql.insert('external_task', externalTasks);
  await context.sql.insert('job', jobs);
}

function endedTokens(
  effects: readonly Effect[],
  type: 'user-task-ended' | 'external-task-ended' | 'timer-ended',
): Set<number> {
  return new Set(effects.flatMap((effect) => (effect.type === type ? [effect.token] : [])));
}

/** History: activities that start and end within one step are written once, already ended. */
async function writeActivities(
  context: Context,
  scope: InstanceScope,
  effects: readonly Effect[],
): Promise<void> {
  const now = context.now();
  const started = new Map<number, Row>();
  const ended = new Map<boolean, number[]>();
  const arrivals = new Map<string, string[]>();
  for (const effect of effects) {
    if (effect.type === 'sequence-flow-taken') {
      const target = scope.graph.flows[effect.id]?.target ?? '';
      arrivals.set(target, [...(arrivals.get(target) ?? []), effect.id]);
    } else if (effect.type === 'activity-started') {
      started.set(effect.activity, {
        instance_id: scope.instanceId,
        activity: effect.activity,
        parent: effect.parent ?? null,
        element_id: effect.elementId,
        element_type: effect.elementType,
        name: effect.name ?? null,
        via: arrivals.get(effect.elementId)?.shift() ?? null,
        actor_id: scope.actorId,
        started_at: now,
        ended_at: null,
        canceled: false,
      });
    } else if (effect.type === 'activity-ended') {
      const row = started.get(effect.activity);
      if (row) Object.assign(row, { ended_at: now, canceled: effect.canceled });
      else ended.set(effect.canceled, [...(ended.get(effect.canceled) ?? []), effect.activity]);
    }
  }
  await context.sql.insert('activity', [...started.values()]);
  for (const [canceled, activities] of ended) {
    await context.sql.run(
      `UPDATE activity SET ended_at = ?, canceled = ?, actor_id = COALESCE(?, actor_id) WHERE instance_id = ? AND activity IN (${activities.map(() => '?').join(',')})`,
      [now, canceled, scope.actorId, scope.instanceId, ...activities],
    );
  }
}

/** The record takes the state that the plan gives to the element which the flow enters last. */
async function followState(
  context: Context,
  scope: InstanceScope,
  effects: readonly Effect[],
): Promise<void> {
  if (!scope.submission) return;
  const states = new Map(scope.process.states.map(({ element, state }) => [element, state]));
  const entered = effects.flatMap((effect) =>
    effect.type === 'activity-started' ? (states.get(effect.elementId) ?? []) : [],
  );
  const state = entered.at(-1);
  if (state === undefined) return;
  await context.sql.run('UPDATE submission SET state = ?, updated_at = ? WHERE id = ?', [
    state,
    context.now(),
    scope.submission.id,
  ]);
}

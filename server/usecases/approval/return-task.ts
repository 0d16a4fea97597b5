import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import { type ReturnStep, returnSteps } from '@oneplan/runtime/engine/approval/return-steps.ts';
import type { InstanceState, Token } from '@oneplan/runtime/engine/instance-state.ts';
import type { ProcessGraph } from '@oneplan/runtime/model/process-graph.ts';
import type { Context } from '../../context.ts';
import type { Caller } from '../../identity/caller.ts';
import type { LockedInstance } from '../../persistence/engine/instance-row.ts';
import { findDefinition } from '../../persistence/published-bundle.ts';
import { executeOnLocked } from '../engine/execute-command.ts';
import { type LockedTask, lockHeldTask } from './locked-task.ts';
import { writeTaskEvent } from './task-event.ts';

interface ReturnInput {
  readonly taskId: string;
  readonly elementId: string;
  readonly reason: string;
}

/**
 * 退回: the work goes back to an earlier step that was done in this instance and that the shape of the process allows;
 * work of others that would be left half way ends, and the history says so.
 * Throws `return-not-possible`, naming the steps that are, for any other.
 */
export async function returnTask(context: Context, caller: Caller, input: ReturnInput): Promise<void> {
  const task = await lockHeldTask(context, caller, input.taskId);
  assertOwn(task);
  const steps = await stepsToReturnTo(context, task);
  const step = steps.find(({ elementId }) => elementId === input.elementId);
  if (!step)
    throw new AppError(
      'return-not-possible',
      `"${task.name}" of "${task.title}" cannot be returned to "${input.elementId}"; nothing was changed.`,
      { taskId: task.id, possible: steps.map(({ elementId }) => elementId) },
    );
  await writeTaskEvent(context, caller, {
    kind: 'returned',
    instanceId: task.instance.id,
    taskId: task.id,
    elementId: task.elementId,
    elementName: task.name,
    toElement: step.elementId,
    remark: input.reason,
  });
  await executeOnLocked(context, task.instance, { type: 'modify', instructions: step.instructions }, caller);
}

function assertOwn(task: LockedTask): void {
  if (task.signsFor !== null || task.delegation === 'pending')
    throw new AppError(
      'task-is-signature',
      'Only whoever decides on a task can return it; answer what you were asked.',
      { taskId: task.id },
    );
}

/** What the shape allows, of that what was done before in this instance; the nearest step last. */
export async function stepsToReturnTo(
  context: Context,
  task: Pick<LockedTask, 'instance' | 'token'>,
): Promise<ReturnStep[]> {
  const { instance, token } = task;
  if (!instance.state.t.some(({ i }) => i === token)) return [];
  const graphOf = await graphsOf(context, instance);
  const done = new Set(
    (
      await context.sql.all<{ element_id: string }>(
        "SELECT element_id FROM activity WHERE instance_id = ? AND element_type = 'userTask' AND ended_at IS NOT NULL AND NOT canceled",
        [instance.id],
      )
    ).map(({ element_id }) => element_id),
  );
  return returnSteps(graphOf, instance.state, token).filter(({ elementId }) => done.has(elementId));
}

/** Finds the graph that a token stands in: the process of the instance, or one that it calls. */
async function graphsOf(context: Context, instance: LockedInstance): Promise<(token: Token) => ProcessGraph> {
  const definition = await findDefinition(context, instance.definitionId);
  if (!definition) throw new Error(`the definition of instance ${instance.id} is missing`);
  const { bundle, process } = definition;
  return (token) => {
    const called = calledAround(instance.state, token);
    return (called === undefined ? undefined : bundle.processes.get(called)?.graph) ?? process.graph;
  };
}

function calledAround(state: InstanceState, token: Token): string | undefined {
  let at: Token | undefined = state.t.find(({ i }) => i === token.p);
  while (at !== undefined && at.c === undefined) at = state.t.find(({ i }) => i === at?.p);
  return at?.c?.d;
}

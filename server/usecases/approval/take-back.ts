import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import { assertSettled } from '../../camunda/settled.ts';
import type { Context } from '../../context.ts';
import type { Caller } from '../../identity/caller.ts';
import { executeOnLocked } from '../engine/execute-command.ts';
import { stepsToReturnTo } from './return-task.ts';
import { writeTaskEvent } from './task-event.ts';
import { lockOpenInstance } from './withdraw-instance.ts';

interface Decision {
  id: string;
  element_id: string;
  name: string;
  ended_at: number;
}

/**
 * 撤回: one's last decision is undone and its task opens again, as long as nothing has happened since: no other task
 * completed, no external work done, no timer fired. Throws `take-back-not-possible` that says which, and
 * `engine-waiting` while the decision is still on its way to a Camunda engine.
 */
export async function takeBack(
  context: Context,
  caller: Caller,
  input: { readonly instanceId: string; readonly reason: string },
): Promise<void> {
  const instance = await lockOpenInstance(context, input.instanceId);
  const decision = await context.sql.one<Decision>(
    `SELECT id, element_id, name, ended_at FROM task WHERE instance_id = ? AND status = 'completed' AND ended_by = ? AND signs_for IS NULL
     ORDER BY ended_at DESC LIMIT 1`,
    [instance.id, caller.userId],
  );
  if (!decision) throw notPossible(instance.id, 'nothing-decided', 'You have decided nothing here.');
  const since = await context.sql.one(
    "SELECT activity FROM activity WHERE instance_id = ? AND ended_at > ? AND element_type IN ('userTask', 'serviceTask', 'sendTask', 'receiveTask', 'intermediateTimer', 'boundaryTimer')",
    [instance.id, Number(decision.ended_at)],
  );
  if (since) throw notPossible(instance.id, 'gone-on', 'The process has gone on since you decided.');
  await assertSettled(context, instance.id);
  const waiting = instance.state.t.find((token) => token.h === undefined && token.m === undefined);
  const steps = waiting ? await stepsToReturnTo(context, { instance, token: waiting.i }) : [];
  const step = steps.find(({ elementId }) => elementId === decision.element_id);
  if (!step) throw notPossible(instance.id, 'shape', 'The shape of the process does not lead back there.');
  await writeTaskEvent(context, caller, {
    kind: 'taken-back',
    instanceId: instance.id,
    taskId: decision.id,
    elementId: decision.element_id,
    elementName: decision.name,
    toElement: decision.element_id,
    remark: input.reason,
  });
  await executeOnLocked(context, instance, { type: 'modify', instructions: step.instructions }, caller);
}

function notPossible(instanceId: string, reason: string, text: string): AppError {
  return new AppError('take-back-not-possible', `${text} Nothing was changed.`, { instanceId, reason });
}

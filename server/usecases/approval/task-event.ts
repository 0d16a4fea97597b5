import type { TaskEventKind } from '@oneplan/runtime/contracts/api/approval.ts';
import type { Context } from '../../context.ts';
import { audit } from '../../identity/audit.ts';
import type { Caller } from '../../identity/caller.ts';

export interface TaskEvent {
  readonly kind: TaskEventKind;
  readonly instanceId: string;
  readonly taskId: string | null;
  readonly elementId: string;
  readonly elementName: string;
  /** Whom it concerned, by user id. */
  readonly people?: readonly string[];
  readonly toElement?: string;
  readonly remark?: string;
}

/** Tells the history of the instance, and the audit log, what somebody did with a task besides completing it. */
export async function writeTaskEvent(
  context: Context,
  actor: Pick<Caller, 'userId' | 'name'> | null,
  event: TaskEvent,
): Promise<void> {
  const { kind, instanceId, taskId, people, toElement, remark } = event;
  await context.sql.insert('task_event', [
    {
      id: context.newId(),
      instance_id: instanceId,
      task_id: taskId,
      kind,
      element_id: event.elementId,
      element_name: event.elementName,
      actor_id: actor?.userId ?? null,
      people: people === undefined ? null : JSON.stringify(people),
      to_element: toElement ?? null,
      remark: remark ? context.cipher.encrypt('task-event.remark', remark) : null,
      at: context.now(),
    },
  ]);
  await audit(context, actor, {
    action: `task.${kind}`,
    objectKind: taskId === null ? 'instance' : 'task',
    objectId: taskId ?? instanceId,
    detail: {
      instanceId,
      element: event.elementId,
      ...(people !== undefined && { people }),
      ...(toElement !== undefined && { toElement }),
    },
  });
}

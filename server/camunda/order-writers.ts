import type { CommandOfType, CommandType } from '@oneplan/runtime/engine/command.ts';
import { EngineError } from '@oneplan/runtime/engine/engine-error.ts';
import type { Context } from '../context.ts';
import type { CommandOrder } from '../engine-port.ts';
import { endTask } from '../persistence/engine/task-rows.ts';
import type { WriteBatch } from '../persistence/write-batch.ts';
import { addCommand } from './command-rows.ts';
import type { StoredCommand } from './stored-command.ts';

interface Writing {
  readonly context: Context;
  readonly batch: WriteBatch;
  readonly order: CommandOrder;
  /** The open task at the command's token. */
  readonly taskId: string | null;
  readonly position: number;
}

type OrderWriter<T extends CommandType> = (command: CommandOfType<T>, writing: Writing) => void;

/**
 * What an order changes here before the engine knows of it, and what the engine is told: one line a command. Timers,
 * jobs, external tasks and messages are the engine's own business; what has no line is refused by name.
 */
export const orderWriters: { readonly [T in CommandType]?: OrderWriter<T> } = {
  'complete-user-task': (command, writing) => {
    const taskId = endOpenTask(writing, 'completed');
    add(writing, { kind: 'complete-task', token: command.token, variables: command.variables }, taskId);
  },
  'throw-error': (command, writing) => {
    const taskId = endOpenTask(writing, 'cancelled');
    add(
      writing,
      {
        kind: 'report-error',
        token: command.token,
        code: command.code,
        variables: command.variables ?? {},
        ...(command.message === undefined ? {} : { message: command.message }),
      },
      taskId,
    );
  },
  'throw-escalation': (command, writing) => {
    if (writing.taskId === null) throw tokenGone(writing, command.token);
    add(writing, {
      kind: 'report-escalation',
      token: command.token,
      code: command.code,
      variables: command.variables ?? {},
    });
  },
  'set-variables': (command, writing) => {
    if (command.token !== undefined || command.local)
      throw new EngineError(
        'TOKEN_MISMATCH',
        'Local variables are not passed on to the Camunda engine; set them on the process instance',
      );
    add(writing, { kind: 'change-variables', variables: command.variables, remove: command.remove ?? [] });
  },
  cancel: (command, writing) => {
    const { batch, context, order } = writing;
    const now = context.now();
    batch.change(
      "DELETE FROM task_candidate WHERE task_id IN (SELECT id FROM task WHERE instance_id = ? AND status = 'open')",
      [order.instance.id],
    );
    batch.change(
      "UPDATE task SET status = 'cancelled', ended_at = ?, ended_by = ? WHERE instance_id = ? AND status = 'open'",
      [now, order.actor?.userId ?? null, order.instance.id],
    );
    batch.update('process_instance', order.instance.id, { status: 'cancelled', ended_at: now });
    add(writing, { kind: 'cancel', reason: command.reason });
  },
};

function add(
  { context, batch, order, position }: Writing,
  command: StoredCommand,
  taskId: string | null = null,
): void {
  addCommand(context, batch, {
    instanceId: order.instance.id,
    position,
    command,
    taskId,
    actorId: order.actor?.userId ?? null,
  });
}

/** Ends the task at once: nobody may decide twice while the engine has not heard of it. */
function endOpenTask(writing: Writing, reason: 'completed' | 'cancelled'): string {
  const { taskId, context, batch, order } = writing;
  if (taskId === null) throw tokenGone(writing, 'token' in order.command ? order.command.token : undefined);
  endTask(batch, taskId, { reason, at: context.now(), by: order.actor?.userId ?? null });
  return taskId;
}

const tokenGone = ({ order }: Writing, token: number | undefined) =>
  new EngineError('TOKEN_GONE', `Nothing waits at ${token ?? '?'} in the instance ${order.instance.id}`);

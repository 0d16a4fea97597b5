import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { CommandOfType, CommandType } from '@oneplan/runtime/engine/command.ts';
import { EngineError } from '@oneplan/runtime/engine/engine-error.ts';
import type { Context } from '../context.ts';
import type { CommandOrder } from '../engine-port.ts';
import { endTask } from '../persistence/engine/task-rows.ts';
import { places } from '../persistence/sql-statement.ts';
import type { WriteBatch } from '../persistence/write-batch.ts';
import { addCommand } from './command-rows.ts';
import type { OrderPicture } from './order-picture.ts';
import type { StoredCommand } from './stored-command.ts';
import { writeModification } from './write-modification.ts';

interface Writing {
  readonly context: Context;
  readonly batch: WriteBatch;
  readonly order: CommandOrder;
  /** The open task at the command's token. */
  readonly taskId: string | null;
  readonly position: number;
  /** Of orders that name places in the instance. */
  readonly picture: OrderPicture | null;
}

type OrderWriter<T extends CommandType> = (command: CommandOfType<T>, writing: Writing) => void;

/**
 * What an order changes here before the engine knows of it, and what the engine is told: one line a command. What the
 * engine cannot do is refused here, at the moment somebody asks, with what to do instead.
 */
export const orderWriters: { readonly [T in CommandType]: OrderWriter<T> } = {
  start: (_command, { order }) => {
    throw new EngineError('ALREADY_STARTED', `The instance ${order.instance.id} was started before`);
  },
  'complete-user-task': (command, writing) => {
    const taskId = endOpenTask(writing, 'completed');
    add(writing, { kind: 'complete-task', token: command.token, variables: command.variables }, taskId);
  },
  'throw-error': (command, writing) => {
    const { token, code, message, variables = {} } = command;
    if (writing.taskId === null) {
      const error = { code, ...(message === undefined ? {} : { message }) };
      trigger(writing, token, 'external-task', { variables, error });
      return;
    }
    const taskId = endOpenTask(writing, 'cancelled');
    add(
      writing,
      {
        kind: 'report-error',
        token,
        code,
        variables,
        ...(message === undefined ? {} : { message }),
      },
      taskId,
    );
  },
  'throw-escalation': (command, writing) => {
    if (writing.taskId === null && stands(writing, command.token))
      throw new EngineError(
        'TOKEN_MISMATCH',
        'A Camunda engine takes escalations at user tasks only; report a BPMN error of the external task instead',
      );
    if (writing.taskId === null) throw tokenGone(writing, command.token);
    add(writing, {
      kind: 'report-escalation',
      token: command.token,
      code: command.code,
      variables: command.variables ?? {},
    });
  },
  'set-variables': (command, writing) => {
    const { variables, remove = [], token, local } = command;
    if (token === undefined) {
      add(writing, { kind: 'change-variables', variables, remove });
      return;
    }
    if (!local && writing.taskId === null)
      throw new EngineError(
        'TOKEN_MISMATCH',
        'A Camunda engine sets variables from an activity outwards at user tasks only; set them locally, or on the process instance',
      );
    add(writing, {
      kind: 'set-activity-variables',
      activity: pictureIn(writing).activityOf(token),
      token: local ? null : token,
      variables,
      remove,
    });
  },
  'deliver-message': (command, writing) =>
    trigger(writing, command.token, 'message', {
      variables: { ...command.variables, ...command.localVariables },
    }),
  'deliver-signal': (command, writing) =>
    trigger(writing, command.token, 'signal', { variables: command.variables }),
  'fire-timer': (command, writing) => trigger(writing, command.token, 'timer', { variables: {} }),
  'complete-external-task': ({ token, variables, localVariables }, writing) =>
    trigger(writing, token, 'external-task', {
      variables,
      ...(localVariables === undefined ? {} : { localVariables }),
    }),
  'run-job': () => {
    throw new AppError(
      'conflict',
      'A continuation is a job of the Camunda engine, which runs it itself; when it has failed, give it new tries.',
      { command: 'run-job' },
    );
  },
  modify: (command, writing) => {
    const { order, batch, context } = writing;
    const { instance } = order;
    const picture = pictureIn(writing);
    picture.assertSettled();
    const written = writeModification(command, instance.state, picture);
    endTasksAt(writing, written.ending);
    if (written.endsInstance)
      batch.update('process_instance', instance.id, { status: 'cancelled', ended_at: context.now() });
    if (written.command !== null) add(writing, written.command);
  },
  cancel: (command, writing) => {
    const { batch, context, order } = writing;
    const now = context.now();
    endTasksAt(writing, 'all');
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

/** Lets go on what waits at a token; the engine says whether it waits for that. */
function trigger(
  writing: Writing,
  token: number,
  on: Extract<StoredCommand, { kind: 'trigger' }>['on'],
  what: Pick<Extract<StoredCommand, { kind: 'trigger' }>, 'variables' | 'localVariables' | 'error'>,
): void {
  if (!stands(writing, token)) throw tokenGone(writing, token);
  add(writing, { kind: 'trigger', activity: pictureIn(writing).activityOf(token), on, ...what });
}

const stands = ({ order }: Writing, token: number) => order.instance.state.t.some(({ i }) => i === token);

function pictureIn({ picture, order }: Writing): OrderPicture {
  if (picture === null) throw new Error(`nothing is known of where ${order.instance.id} stands`);
  return picture;
}

/** Ends the task at once: nobody may decide twice while the engine has not heard of it. */
function endOpenTask(writing: Writing, reason: 'completed' | 'cancelled'): string {
  const { taskId, context, batch, order } = writing;
  if (taskId === null) throw tokenGone(writing, 'token' in order.command ? order.command.token : undefined);
  endTask(batch, taskId, { reason, at: context.now(), by: order.actor?.userId ?? null });
  return taskId;
}

/** Tasks that are taken away, whoever had them, with those of their signers. */
function endTasksAt({ batch, context, order }: Writing, tokens: readonly number[] | 'all'): void {
  if (tokens.length === 0) return;
  const at = tokens === 'all' ? '' : ` AND token IN (${places(tokens)})`;
  const values = [order.instance.id, ...(tokens === 'all' ? [] : tokens)];
  const among = `instance_id = ? AND status IN ('open', 'waiting', 'held')${at}`;
  batch.change(`DELETE FROM task_candidate WHERE task_id IN (SELECT id FROM task WHERE ${among})`, values);
  batch.change(`UPDATE task SET status = 'cancelled', ended_at = ?, ended_by = ? WHERE ${among}`, [
    context.now(),
    order.actor?.userId ?? null,
    ...values,
  ]);
}

const tokenGone = ({ order }: Writing, token: number | undefined) =>
  new EngineError('TOKEN_GONE', `Nothing waits at ${token ?? '?'} in the instance ${order.instance.id}`);

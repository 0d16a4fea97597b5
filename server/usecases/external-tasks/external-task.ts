import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Context } from '../../context.ts';
import type { SqlValue } from '../../persistence/sql.ts';

/** A service task that waits for a worker. Instants are milliseconds. */
export interface ExternalTask {
  readonly id: string;
  readonly instanceId: string;
  readonly token: number;
  /** Token of the call activity whose process it belongs to; null: the instance's own. */
  readonly calledBy: number | null;
  readonly elementId: string;
  readonly definitionId: string;
  readonly processKey: string;
  readonly businessKey: string | null;
  readonly topic: string;
  readonly priority: number;
  readonly workerId: string | null;
  readonly lockExpiresAt: number | null;
  /** Null: never failed. 0: an incident; nobody gets it until its retries are set. */
  readonly retries: number | null;
  readonly errorMessage: string | null;
  readonly createdAt: number;
  readonly suspended: boolean;
  /** Org unit that published the definition; '': none. */
  readonly tenantId: string;
}

export type ExternalTaskRow = Readonly<Record<string, SqlValue>>;

/** Everything but the details of errors and the variables, which may be long. */
export const externalTaskColumns =
  'id, instance_id, token, called_by, element_id, definition_id, process_key, business_key, topic, priority, worker_id, lock_expires_at, retries, error_message, created_at, suspended, tenant_id';

export function toExternalTask(row: ExternalTaskRow): ExternalTask {
  return {
    id: String(row.id),
    instanceId: String(row.instance_id),
    token: Number(row.token),
    calledBy: numberOrNull(row.called_by),
    elementId: String(row.element_id),
    definitionId: String(row.definition_id),
    processKey: String(row.process_key),
    businessKey: textOrNull(row.business_key),
    topic: String(row.topic),
    priority: Number(row.priority),
    workerId: textOrNull(row.worker_id),
    lockExpiresAt: numberOrNull(row.lock_expires_at),
    retries: numberOrNull(row.retries),
    errorMessage: textOrNull(row.error_message),
    createdAt: Number(row.created_at),
    suspended: Boolean(row.suspended),
    tenantId: String(row.tenant_id),
  };
}

/** Throws `not-found` for an external task that is not there (any more). */
export async function requireExternalTask(context: Context, id: string): Promise<ExternalTask> {
  return required(id, await read(context, id, ''));
}

/** Like `requireExternalTask`, with its row locked until the transaction ends. */
export async function lockExternalTask(context: Context, id: string): Promise<ExternalTask> {
  return required(id, await read(context, id, context.sql.forUpdate));
}

/**
 * Throws `external-task-not-locked` unless the worker was the last one to lock the task. As in Camunda 7 a lock that has
 * run out still counts until somebody else takes the task. `what` completes "cannot be … by worker".
 */
export function assertLockedBy(task: ExternalTask, workerId: string, what: string): void {
  if (task.workerId === workerId) return;
  throw new AppError(
    'external-task-not-locked',
    `External Task ${task.id} cannot be ${what} by worker '${workerId}'. It is locked by worker '${task.workerId}'.`,
    { id: task.id, workerId },
  );
}

/** Throws `instance-suspended` for a task of a suspended instance: nobody may go on there. */
export function assertActive(task: ExternalTask): void {
  if (!task.suspended) return;
  throw new AppError(
    'instance-suspended',
    `ExternalTask with id '${task.id}' is suspended; activate its process instance first.`,
    {
      id: task.id,
      instanceId: task.instanceId,
    },
  );
}

async function read(context: Context, id: string, lock: string): Promise<ExternalTaskRow | null> {
  return context.sql.one<ExternalTaskRow>(
    `SELECT ${externalTaskColumns} FROM external_task WHERE id = ? ${lock}`,
    [id],
  );
}

function required(id: string, row: ExternalTaskRow | null): ExternalTask {
  if (!row)
    throw new AppError('not-found', `External task with id ${id} does not exist`, {
      kind: 'external-task',
      id,
    });
  return toExternalTask(row);
}

const textOrNull = (value: SqlValue | undefined) =>
  value === null || value === undefined ? null : String(value);
const numberOrNull = (value: SqlValue | undefined) =>
  value === null || value === undefined ? null : Number(value);

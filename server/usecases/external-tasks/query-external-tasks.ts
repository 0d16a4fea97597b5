import type { Context } from '../../context.ts';
import type { SqlValue } from '../../persistence/sql.ts';
import {
  type ExternalTask,
  type ExternalTaskRow,
  externalTaskColumns,
  toExternalTask,
} from './external-task.ts';

/** Every filter that is given must hold. Instants in milliseconds. */
export interface ExternalTaskFilter {
  readonly ids?: readonly string[] | undefined;
  readonly topic?: string | undefined;
  readonly workerId?: string | undefined;
  readonly locked?: boolean | undefined;
  readonly notLocked?: boolean | undefined;
  readonly withRetriesLeft?: boolean | undefined;
  readonly noRetriesLeft?: boolean | undefined;
  readonly lockExpiresBefore?: number | undefined;
  readonly lockExpiresAfter?: number | undefined;
  readonly elementIds?: readonly string[] | undefined;
  readonly instanceIds?: readonly string[] | undefined;
  readonly definitionId?: string | undefined;
  readonly priorityAtLeast?: number | undefined;
  readonly priorityAtMost?: number | undefined;
}

export const externalTaskOrders = {
  id: 'id',
  lockExpirationTime: 'lock_expires_at',
  processInstanceId: 'instance_id',
  processDefinitionId: 'definition_id',
  processDefinitionKey: 'process_key',
  taskPriority: 'priority',
  createTime: 'created_at',
} as const;

export interface ExternalTaskOrder {
  readonly by: keyof typeof externalTaskOrders;
  readonly descending: boolean;
}

export interface ExternalTaskPage {
  readonly order: readonly ExternalTaskOrder[];
  readonly first: number;
  readonly max: number;
}

export async function queryExternalTasks(
  context: Context,
  filter: ExternalTaskFilter,
  page: ExternalTaskPage,
): Promise<ExternalTask[]> {
  const { sql, values } = where(context, filter);
  const order = [
    ...page.order.map(({ by, descending }) => `${externalTaskOrders[by]} ${descending ? 'DESC' : 'ASC'}`),
    ...(page.order.some(({ by }) => by === 'id') ? [] : ['id ASC']),
  ];
  const rows = await context.sql.all<ExternalTaskRow>(
    `SELECT ${externalTaskColumns} FROM external_task WHERE ${sql} ORDER BY ${order.join(', ')} LIMIT ${page.max} OFFSET ${page.first}`,
    values,
  );
  return rows.map(toExternalTask);
}

export async function countExternalTasks(context: Context, filter: ExternalTaskFilter): Promise<number> {
  const { sql, values } = where(context, filter);
  const row = await context.sql.one<{ count: number }>(
    `SELECT COUNT(*) AS count FROM external_task WHERE ${sql}`,
    values,
  );
  return Number(row?.count ?? 0);
}

/** The details that a worker gave with its last failure; null when there are none. */
export async function readErrorDetails(context: Context, id: string): Promise<string | null> {
  const row = await context.sql.one<{ error_details: string | null }>(
    'SELECT error_details FROM external_task WHERE id = ?',
    [id],
  );
  return row?.error_details ?? null;
}

function where(context: Context, filter: ExternalTaskFilter): { sql: string; values: SqlValue[] } {
  const parts = ['1 = 1'];
  const values: SqlValue[] = [];
  const add = (sql: string, ...more: SqlValue[]) => {
    parts.push(sql);
    values.push(...more);
  };
  const compare = (sql: string, value: SqlValue | undefined) => {
    if (value !== undefined) add(sql, value);
  };
  const among = (column: string, allowed: readonly string[] | undefined) => {
    if (allowed === undefined) return;
    add(allowed.length === 0 ? '1 = 0' : `${column} IN (${allowed.map(() => '?').join(',')})`, ...allowed);
  };
  among('id', filter.ids);
  among('element_id', filter.elementIds);
  among('instance_id', filter.instanceIds);
  compare('topic = ?', filter.topic);
  compare('worker_id = ?', filter.workerId);
  compare('definition_id = ?', filter.definitionId);
  compare('lock_expires_at < ?', filter.lockExpiresBefore);
  compare('lock_expires_at > ?', filter.lockExpiresAfter);
  compare('priority >= ?', filter.priorityAtLeast);
  compare('priority <= ?', filter.priorityAtMost);
  if (filter.locked) add('lock_expires_at > ?', context.now());
  if (filter.notLocked) add('(lock_expires_at IS NULL OR lock_expires_at <= ?)', context.now());
  if (filter.withRetriesLeft) add('(retries IS NULL OR retries > 0)');
  if (filter.noRetriesLeft) add('retries = 0');
  return { sql: parts.join(' AND '), values };
}

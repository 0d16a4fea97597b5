import type { Context } from '../../context.ts';
import type { EngineQuery } from '../engine-queries/engine-query.ts';
import {
  among,
  equals,
  holds,
  holdsNow,
  instant,
  integer,
  like,
  likeHolds,
  textHolds,
} from '../engine-queries/filter-field.ts';
import { amongInstances, atInstance, notAmongInstances } from '../engine-queries/instance-id.ts';
import { atExecution, tenantFilters } from '../engine-queries/shared-filters.ts';
import { externalTaskColumns } from './external-task.ts';

const ofDefinition = (condition: string) =>
  textHolds(`x.definition_id IN (SELECT id FROM process_definition WHERE ${condition})`);

/** What `GET` and `POST /external-task` may ask for. */
export const externalTaskQuery: EngineQuery = {
  select: externalTaskColumns.replace(/\w+/g, 'x.$&'),
  from: 'external_task x',
  key: 'x.id',
  filters: {
    externalTaskId: equals('x.id'),
    externalTaskIdIn: among('x.id'),
    topicName: equals('x.topic'),
    workerId: equals('x.worker_id'),
    locked: holdsNow('x.lock_expires_at > ?'),
    notLocked: holdsNow('(x.lock_expires_at IS NULL OR x.lock_expires_at <= ?)'),
    withRetriesLeft: holds('(x.retries IS NULL OR x.retries > 0)'),
    noRetriesLeft: holds('x.retries = 0'),
    lockExpirationBefore: instant('x.lock_expires_at', '<'),
    lockExpirationAfter: instant('x.lock_expires_at', '>'),
    activityId: equals('x.element_id'),
    activityIdIn: among('x.element_id'),
    executionId: atExecution('x.instance_id', 'x.token'),
    processInstanceId: atInstance('x.instance_id', 'x.called_by'),
    processInstanceIdIn: amongInstances('x.instance_id', 'x.called_by'),
    processInstanceIdNotIn: notAmongInstances('x.instance_id', 'x.called_by'),
    processInstanceBusinessKey: equals('x.business_key'),
    processInstanceBusinessKeyIn: among('x.business_key'),
    processInstanceBusinessKeyLike: like('x.business_key'),
    processDefinitionId: equals('x.definition_id'),
    processDefinitionKey: equals('x.process_key'),
    processDefinitionKeyIn: among('x.process_key'),
    processDefinitionName: ofDefinition('name = ?'),
    processDefinitionNameLike: likeHolds(
      (test) => `x.definition_id IN (SELECT id FROM process_definition WHERE ${test('name')})`,
    ),
    priorityHigherThanOrEquals: integer('x.priority', '>='),
    priorityLowerThanOrEquals: integer('x.priority', '<='),
    active: holds('x.suspended = 0'),
    suspended: holds('x.suspended = 1'),
    ...tenantFilters('x.tenant_id'),
  },
  orders: {
    id: 'x.id',
    lockExpirationTime: 'x.lock_expires_at',
    processInstanceId: 'x.instance_id',
    processDefinitionId: 'x.definition_id',
    processDefinitionKey: 'x.process_key',
    tenantId: 'x.tenant_id',
    taskPriority: 'x.priority',
    createTime: 'x.created_at',
  },
};

/** The details that a worker gave with its last failure; null when there are none. */
export async function readErrorDetails(context: Context, id: string): Promise<string | null> {
  const row = await context.sql.one<{ error_details: string | null }>(
    'SELECT error_details FROM external_task WHERE id = ?',
    [id],
  );
  return row?.error_details ?? null;
}

export interface TopicNameFilter {
  readonly withLockedTasks?: boolean | undefined;
  readonly withUnlockedTasks?: boolean | undefined;
  readonly withRetriesLeft?: boolean | undefined;
}

/** Topics that external tasks wait under, in order. */
export async function listTopicNames(context: Context, filter: TopicNameFilter): Promise<string[]> {
  const conditions = ['1 = 1'];
  const values: number[] = [];
  if (filter.withLockedTasks) conditions.push('lock_expires_at > ?');
  if (filter.withUnlockedTasks) conditions.push('(lock_expires_at IS NULL OR lock_expires_at <= ?)');
  for (const asked of [filter.withLockedTasks, filter.withUnlockedTasks])
    if (asked) values.push(context.now());
  if (filter.withRetriesLeft) conditions.push('(retries IS NULL OR retries > 0)');
  const rows = await context.sql.all<{ topic: string }>(
    `SELECT DISTINCT topic FROM external_task WHERE ${conditions.join(' AND ')} ORDER BY topic`,
    values,
  );
  return rows.map(({ topic }) => topic);
}

import { archivedActivities, archivedTasks } from './archived-history.ts';
import type { EngineQuery } from './engine-query.ts';
import { among, equals, type FilterField, holds, instant, integer, like, textHolds } from './filter-field.ts';
import { amongInstances, atInstance } from './instance-id.ts';
import { atActivities, atExecution, tenantFilters } from './shared-filters.ts';
import { taskColumns, taskTables } from './task-query.ts';

function atActivity(instanceColumn: string, activityColumn: string): FilterField {
  const several = atActivities(instanceColumn, activityColumn) as Extract<FilterField, { kind: 'texts' }>;
  return {
    kind: 'text',
    apply: (where, value) => several.apply(where, [value]),
    matches: (row, value) => several.matches?.(row, [value]) ?? false,
  };
}

/** What `GET` and `POST /history/activity-instance` may ask for. */
export const historicActivityQuery: EngineQuery = {
  select: `a.instance_id, a.activity, a.parent, a.called_by, a.element_id, a.element_type, a.name, a.started_at, a.ended_at, a.canceled,
    a.called_process_key, COALESCE(a.process_key, p.process_key) AS process_key, d.id AS definition_id, p.tenant_id,
    t.id AS task_id, t.assignee_id, o.element_id AS parent_element, o.element_type AS parent_type`,
  from: `activity a JOIN process_instance p ON p.id = a.instance_id
    LEFT JOIN activity c ON c.instance_id = a.instance_id AND c.activity = a.called_by
    LEFT JOIN process_definition d ON d.id = COALESCE(c.called_definition_id,
      (SELECT b.id FROM process_definition b WHERE b.bundle_id = p.bundle_id AND b.process_key = COALESCE(a.process_key, p.process_key)))
    LEFT JOIN task t ON t.instance_id = a.instance_id AND t.token = a.activity
    LEFT JOIN activity o ON o.instance_id = a.instance_id AND o.activity = a.parent`,
  key: 'a.instance_id, a.activity',
  archived: archivedActivities,
  filters: {
    activityInstanceId: atActivity('a.instance_id', 'a.activity'),
    activityInstanceIdIn: atActivities('a.instance_id', 'a.activity'),
    processInstanceId: atInstance('a.instance_id', 'a.called_by'),
    processInstanceIdIn: amongInstances('a.instance_id', 'a.called_by'),
    processDefinitionId: equals('d.id'),
    executionId: atExecution('a.instance_id', 'a.activity'),
    activityId: equals('a.element_id'),
    activityIdIn: among('a.element_id'),
    activityName: equals('a.name'),
    activityNameLike: like('a.name'),
    activityType: equals('a.element_type'),
    taskAssignee: equals('t.assignee_id'),
    finished: holds('a.ended_at IS NOT NULL'),
    unfinished: holds('a.ended_at IS NULL'),
    canceled: holds('a.canceled = 1'),
    startedBefore: instant('a.started_at', '<'),
    startedAfter: instant('a.started_at', '>'),
    finishedBefore: instant('a.ended_at', '<'),
    finishedAfter: instant('a.ended_at', '>'),
    ...tenantFilters('p.tenant_id'),
  },
  orders: {
    activityInstanceId: 'a.activity',
    instanceId: 'a.instance_id',
    executionId: 'a.activity',
    activityId: 'a.element_id',
    activityName: 'a.name',
    activityType: 'a.element_type',
    startTime: 'a.started_at',
    endTime: 'a.ended_at',
    duration: 'a.ended_at - a.started_at',
    definitionId: 'd.id',
    // A number may be given to an event long before it occurs. Both fit into 64 bits.
    occurrence: '(a.started_at * 1000000 + a.activity)',
    tenantId: 'p.tenant_id',
  },
};

/** What `GET` and `POST /history/task` may ask for: tasks that are open and that have ended. */
export const historicTaskQuery: EngineQuery = {
  select: taskColumns,
  from: taskTables,
  key: 't.id',
  instanceColumn: 't.instance_id',
  archived: archivedTasks,
  tokenColumn: 't.token',
  filters: {
    taskId: equals('t.id'),
    processInstanceId: atInstance('t.instance_id', 't.called_by'),
    rootProcessInstanceId: equals('t.instance_id'),
    processInstanceBusinessKey: equals('p.business_key'),
    processInstanceBusinessKeyIn: among('p.business_key'),
    processInstanceBusinessKeyLike: like('p.business_key'),
    executionId: atExecution('t.instance_id', 't.token'),
    activityInstanceIdIn: atActivities('t.instance_id', 't.token'),
    processDefinitionId: equals('d.id'),
    processDefinitionKey: equals('t.process_key'),
    processDefinitionName: equals('d.name'),
    taskName: equals('t.name'),
    taskNameLike: like('t.name'),
    taskDefinitionKey: equals('t.element_id'),
    taskDefinitionKeyIn: among('t.element_id'),
    taskAssignee: equals('t.assignee_id'),
    taskAssigneeLike: like('t.assignee_id'),
    taskOwner: equals('t.owner_id'),
    taskOwnerLike: like('t.owner_id'),
    assigned: holds('t.assignee_id IS NOT NULL'),
    unassigned: holds('t.assignee_id IS NULL'),
    taskInvolvedUser: textHolds('t.assignee_id = ?'),
    taskPriority: integer('t.priority', '='),
    taskDeleteReason: equals('t.status'),
    finished: holds("t.status <> 'open'"),
    unfinished: holds("t.status = 'open'"),
    processFinished: holds("p.status <> 'active'", true),
    processUnfinished: holds("p.status = 'active'", false),
    taskDueDate: instant('t.due_at', '='),
    taskDueDateBefore: instant('t.due_at', '<'),
    taskDueDateAfter: instant('t.due_at', '>'),
    withoutTaskDueDate: holds('t.due_at IS NULL'),
    taskFollowUpDateBefore: instant('t.follow_up_at', '<'),
    taskFollowUpDateAfter: instant('t.follow_up_at', '>'),
    startedBefore: instant('t.created_at', '<'),
    startedAfter: instant('t.created_at', '>'),
    finishedBefore: instant('t.ended_at', '<'),
    finishedAfter: instant('t.ended_at', '>'),
    ...tenantFilters('t.tenant_id'),
  },
  variableFilters: { processVariables: 'process' },
  orders: {
    taskId: 't.id',
    activityInstanceID: 't.token',
    processDefinitionId: 'd.id',
    processInstanceId: 't.instance_id',
    executionId: 't.instance_id',
    duration: 't.ended_at - t.created_at',
    endTime: 't.ended_at',
    startTime: 't.created_at',
    taskName: 't.name',
    assignee: 't.assignee_id',
    owner: 't.owner_id',
    dueDate: 't.due_at',
    followUpDate: 't.follow_up_at',
    deleteReason: 't.status',
    taskDefinitionKey: 't.element_id',
    priority: 't.priority',
    tenantId: 't.tenant_id',
  },
};

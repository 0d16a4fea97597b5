import type { QueryRow } from '../../usecases/engine-queries/engine-query.ts';
import { activityInstanceId, executionId } from '../../usecases/engine-queries/shared-filters.ts';
import { date, duration, flag, number, text, textOrNull } from './json-values.ts';

const executionOf = (row: QueryRow): string | null => {
  const instance = textOrNull(row, 'instance_id');
  if (instance === null) return null;
  return number(row, 'token') === 0 ? instance : executionId(instance, number(row, 'token'));
};

/** A timer or continuation as `GET /job` answers it. A suspended one has no due date: its clock stands still. */
export const jobJson = (row: QueryRow) => {
  const suspended = row.suspended_left !== null && row.suspended_left !== undefined;
  return {
    id: text(row, 'id'),
    jobDefinitionId: null,
    processInstanceId: textOrNull(row, 'instance_id'),
    processDefinitionId: textOrNull(row, 'definition_id'),
    processDefinitionKey: textOrNull(row, 'process_key'),
    executionId: executionOf(row),
    exceptionMessage: textOrNull(row, 'error_message'),
    failedActivityId: row.error_message === null ? null : text(row, 'element_id'),
    retries: number(row, 'retries'),
    dueDate: suspended || text(row, 'kind') === 'continuation' ? null : date(row, 'due_at'),
    suspended,
    priority: 0,
    tenantId: textOrNull(row, 'tenant_id'),
    createTime: date(row, 'created_at'),
    batchId: null,
  };
};

export const incidentJson = (row: QueryRow) => ({
  id: text(row, 'id'),
  processDefinitionId: textOrNull(row, 'definition_id'),
  processInstanceId: textOrNull(row, 'instance_id'),
  executionId: executionOf(row),
  incidentTimestamp: date(row, 'created_at'),
  incidentType: text(row, 'kind'),
  activityId: text(row, 'element_id'),
  failedActivityId: text(row, 'element_id'),
  causeIncidentId: text(row, 'id'),
  rootCauseIncidentId: text(row, 'id'),
  configuration: text(row, 'configuration'),
  incidentMessage: textOrNull(row, 'message'),
  tenantId: textOrNull(row, 'tenant_id'),
  jobDefinitionId: null,
  annotation: null,
});

export const eventSubscriptionJson = (row: QueryRow) => ({
  id: text(row, 'id'),
  eventType: text(row, 'kind'),
  eventName: text(row, 'name'),
  executionId: executionOf(row),
  processInstanceId: textOrNull(row, 'instance_id'),
  activityId: text(row, 'element_id'),
  createdDate: date(row, 'created_at'),
  tenantId: textOrNull(row, 'tenant_id'),
});

export const executionJson = (row: QueryRow) => ({
  id: executionOf(row),
  processInstanceId: text(row, 'instance_id'),
  ended: false,
  tenantId: textOrNull(row, 'tenant_id'),
});

/** An activity instance as `GET /history/activity-instance` answers it. */
export const historicActivityJson = (row: QueryRow) => {
  const instance = text(row, 'instance_id');
  const finished = row.ended_at !== null && row.ended_at !== undefined;
  return {
    id: activityInstanceId(text(row, 'element_id'), instance, number(row, 'activity')),
    parentActivityInstanceId:
      row.parent_element === null || row.parent_element === undefined
        ? instance
        : activityInstanceId(text(row, 'parent_element'), instance, number(row, 'parent')),
    activityId: text(row, 'element_id'),
    activityName: textOrNull(row, 'name'),
    activityType: text(row, 'element_type'),
    processDefinitionKey: text(row, 'process_key'),
    processDefinitionId: textOrNull(row, 'definition_id'),
    processInstanceId: instance,
    executionId: executionId(instance, number(row, 'activity')),
    taskId: textOrNull(row, 'task_id'),
    calledProcessInstanceId:
      textOrNull(row, 'called_process_key') === null ? null : executionId(instance, number(row, 'activity')),
    calledCaseInstanceId: null,
    assignee: textOrNull(row, 'assignee_id'),
    startTime: date(row, 'started_at'),
    endTime: date(row, 'ended_at'),
    durationInMillis: duration(row, 'started_at', 'ended_at'),
    canceled: flag(row, 'canceled'),
    completeScope: finished && !flag(row, 'canceled') && text(row, 'element_type').endsWith('EndEvent'),
    tenantId: textOrNull(row, 'tenant_id'),
    removalTime: null,
    rootProcessInstanceId: instance,
  };
};

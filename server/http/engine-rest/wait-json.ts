import type { QueryRow } from '../../usecases/engine-queries/engine-query.ts';
import { instanceIdOf } from '../../usecases/engine-queries/instance-id.ts';
import { activityInstanceId, executionId } from '../../usecases/engine-queries/shared-filters.ts';
import { waitingExecutionId } from '../../usecases/engine-queries/waiting-execution.ts';
import { jobDefinitionId } from './job-definition-json.ts';
import { date, duration, flag, instanceId, number, numberOrNull, text, textOrNull } from './json-values.ts';

const executionOf = (row: QueryRow): string | null => {
  const rootId = textOrNull(row, 'instance_id');
  if (rootId === null) return null;
  return waitingExecutionId({
    rootId,
    token: number(row, 'token'),
    calledBy: numberOrNull(row, 'called_by'),
    beside: numberOrNull(row, 'beside'),
  });
};

const instanceOrNull = (row: QueryRow): string | null =>
  textOrNull(row, 'instance_id') === null ? null : instanceId(row);

/** A timer or continuation as `GET /job` answers it. A suspended one has no due date: its clock stands still. */
export const jobJson = (row: QueryRow) => {
  const suspended = row.suspended_left !== null && row.suspended_left !== undefined;
  return {
    id: text(row, 'id'),
    jobDefinitionId: jobDefinitionId(row),
    processInstanceId: instanceOrNull(row),
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
  processInstanceId: instanceOrNull(row),
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
  processInstanceId: instanceOrNull(row),
  activityId: text(row, 'element_id'),
  createdDate: date(row, 'created_at'),
  tenantId: textOrNull(row, 'tenant_id'),
});

export const executionJson = (row: QueryRow) => ({
  id: executionOf(row),
  processInstanceId: instanceId(row),
  ended: false,
  tenantId: textOrNull(row, 'tenant_id'),
});

const bodySuffix = '#multiInstanceBody';
/** Camunda 7's id for what holds the instances of a multi-instance activity together. */
const bodyId = (elementId: string, type: string): string =>
  type === 'multiInstanceBody' && !elementId.endsWith(bodySuffix) ? elementId + bodySuffix : elementId;

/** An activity instance as `GET /history/activity-instance` answers it. */
export const historicActivityJson = (row: QueryRow) => {
  const instance = text(row, 'instance_id');
  const finished = row.ended_at !== null && row.ended_at !== undefined;
  const elementId = bodyId(text(row, 'element_id'), text(row, 'element_type'));
  const parent = numberOrNull(row, 'parent');
  return {
    id: activityInstanceId(elementId, instance, number(row, 'activity')),
    parentActivityInstanceId:
      parent === null || parent === numberOrNull(row, 'called_by')
        ? instanceId(row)
        : activityInstanceId(bodyId(text(row, 'parent_element'), text(row, 'parent_type')), instance, parent),
    activityId: elementId,
    activityName: textOrNull(row, 'name'),
    activityType: text(row, 'element_type'),
    processDefinitionKey: text(row, 'process_key'),
    processDefinitionId: textOrNull(row, 'definition_id'),
    processInstanceId: instanceId(row),
    executionId: executionId(instance, number(row, 'activity')),
    taskId: textOrNull(row, 'task_id'),
    calledProcessInstanceId:
      textOrNull(row, 'called_process_key') === null
        ? null
        : instanceIdOf({ rootId: instance, calledBy: number(row, 'activity') }),
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

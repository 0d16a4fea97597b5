import type { ExternalTask } from '../../usecases/external-tasks/external-task.ts';
import type { LockedExternalTask } from '../../usecases/external-tasks/fetch-and-lock.ts';
import { camundaDate } from './camunda-date.ts';
import { writeTypedValues } from './typed-values.ts';

const dateOrNull = (instant: number | null) => (instant === null ? null : camundaDate(instant));

/** An external task as `GET /external-task` answers it. There are no tenants and no suspension here yet. */
export function externalTaskJson(task: ExternalTask) {
  return {
    activityId: task.elementId,
    activityInstanceId: `${task.elementId}:${task.instanceId}:${task.token}`,
    businessKey: task.businessKey,
    createTime: camundaDate(task.createdAt),
    errorMessage: task.errorMessage,
    executionId: `${task.instanceId}:${task.token}`,
    id: task.id,
    lockExpirationTime: dateOrNull(task.lockExpiresAt),
    priority: task.priority,
    processDefinitionId: task.definitionId,
    processDefinitionKey: task.processKey,
    processDefinitionVersionTag: null,
    processInstanceId: task.instanceId,
    retries: task.retries,
    suspended: false,
    tenantId: null,
    topicName: task.topic,
    workerId: task.workerId,
  };
}

/** The same with its variables, as `fetchAndLock` answers it. */
export function lockedExternalTaskJson(task: LockedExternalTask) {
  return {
    ...externalTaskJson(task),
    errorDetails: null,
    extensionProperties: {},
    variables: writeTypedValues(task.variables),
  };
}

import { instanceIdOf } from '../../usecases/engine-queries/instance-id.ts';
import { activityInstanceId, executionId } from '../../usecases/engine-queries/shared-filters.ts';
import type { ExternalTask } from '../../usecases/external-tasks/external-task.ts';
import type { LockedExternalTask } from '../../usecases/external-tasks/fetch-and-lock.ts';
import { camundaDate } from './camunda-date.ts';
import { writeTypedValues } from './typed-values.ts';

const dateOrNull = (instant: number | null) => (instant === null ? null : camundaDate(instant));

/** An external task as `GET /external-task` answers it. */
export function externalTaskJson(task: ExternalTask) {
  return {
    activityId: task.elementId,
    activityInstanceId: activityInstanceId(task.elementId, task.instanceId, task.token),
    businessKey: task.businessKey,
    createTime: camundaDate(task.createdAt),
    errorMessage: task.errorMessage,
    executionId: executionId(task.instanceId, task.token),
    id: task.id,
    lockExpirationTime: dateOrNull(task.lockExpiresAt),
    priority: task.priority,
    processDefinitionId: task.definitionId,
    processDefinitionKey: task.processKey,
    processDefinitionVersionTag: null,
    processInstanceId: instanceIdOf({ rootId: task.instanceId, calledBy: task.calledBy }),
    retries: task.retries,
    suspended: task.suspended,
    tenantId: task.tenantId || null,
    topicName: task.topic,
    workerId: task.workerId,
  };
}

/** The same with its variables, as `fetchAndLock` answers it. */
export function lockedExternalTaskJson(task: LockedExternalTask) {
  return {
    ...externalTaskJson(task),
    errorDetails: null,
    extensionProperties: task.extensionProperties,
    variables: writeTypedValues(task.variables),
  };
}

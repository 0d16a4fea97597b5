import type { QueryRow } from '../../usecases/engine-queries/engine-query.ts';
import { activityInstanceId, executionId } from '../../usecases/engine-queries/shared-filters.ts';
import { date, duration, flag, instanceId, number, text, textOrNull } from './json-values.ts';

/** A task without a name is listed under its element's id in the portal; clients of the engine are told that it has none. */
const nameOf = (row: QueryRow): string | null =>
  text(row, 'name') === text(row, 'element_id') ? null : textOrNull(row, 'name');

/** A task as `GET /task` answers it. */
export const taskJson = (row: QueryRow) => ({
  id: text(row, 'id'),
  name: nameOf(row),
  assignee: textOrNull(row, 'assignee_id'),
  created: date(row, 'created_at'),
  due: date(row, 'due_at'),
  followUp: date(row, 'follow_up_at'),
  lastUpdated: null,
  delegationState: textOrNull(row, 'delegation')?.toUpperCase() ?? null,
  description: null,
  executionId: executionId(text(row, 'instance_id'), number(row, 'token')),
  owner: textOrNull(row, 'owner_id'),
  parentTaskId: null,
  priority: number(row, 'priority'),
  processDefinitionId: textOrNull(row, 'definition_id'),
  processInstanceId: instanceId(row),
  taskDefinitionKey: text(row, 'element_id'),
  caseExecutionId: null,
  caseInstanceId: null,
  caseDefinitionId: null,
  suspended: flag(row, 'suspended'),
  formKey: textOrNull(row, 'form_key'),
  camundaFormRef: null,
  tenantId: textOrNull(row, 'tenant_id'),
  taskState: taskStates[text(row, 'status')] ?? 'Created',
});

const taskStates: Readonly<Record<string, string>> = {
  open: 'Created',
  completed: 'Completed',
  cancelled: 'Deleted',
};

/** The same as `GET /history/task` answers it. */
export const historicTaskJson = (row: QueryRow) => ({
  id: text(row, 'id'),
  processDefinitionKey: text(row, 'process_key'),
  processDefinitionId: textOrNull(row, 'definition_id'),
  processInstanceId: instanceId(row),
  executionId: executionId(text(row, 'instance_id'), number(row, 'token')),
  caseDefinitionKey: null,
  caseDefinitionId: null,
  caseInstanceId: null,
  caseExecutionId: null,
  activityInstanceId: activityInstanceId(
    text(row, 'element_id'),
    text(row, 'instance_id'),
    number(row, 'token'),
  ),
  name: nameOf(row),
  description: null,
  deleteReason: deleteReasons[text(row, 'status')] ?? null,
  owner: textOrNull(row, 'owner_id'),
  assignee: textOrNull(row, 'assignee_id'),
  startTime: date(row, 'created_at'),
  endTime: date(row, 'ended_at'),
  duration: duration(row, 'created_at', 'ended_at'),
  taskDefinitionKey: text(row, 'element_id'),
  priority: number(row, 'priority'),
  due: date(row, 'due_at'),
  parentTaskId: null,
  followUp: date(row, 'follow_up_at'),
  tenantId: textOrNull(row, 'tenant_id'),
  removalTime: null,
  rootProcessInstanceId: text(row, 'instance_id'),
  taskState: taskStates[text(row, 'status')] ?? 'Created',
});

const deleteReasons: Readonly<Record<string, string>> = { completed: 'completed', cancelled: 'deleted' };

import type { QueryRow } from '../../usecases/engine-queries/engine-query.ts';
import { instanceIdOf } from '../../usecases/engine-queries/instance-id.ts';
import { date, duration, flag, instanceId, number, numberOrNull, text, textOrNull } from './json-values.ts';

/** Rows of called processes name the instance that they run in. */
const idOf = (row: QueryRow): string =>
  textOrNull(row, 'instance_id') === null ? text(row, 'id') : instanceId(row);
const superOf = (row: QueryRow): string | null => {
  const rootId = textOrNull(row, 'instance_id');
  return rootId === null ? null : instanceIdOf({ rootId, calledBy: numberOrNull(row, 'super_called_by') });
};

/** A process instance as `GET /process-instance` answers it. */
export const instanceJson = (row: QueryRow) => ({
  links: [] as unknown[],
  id: idOf(row),
  definitionId: text(row, 'definition_id'),
  definitionKey: text(row, 'process_key'),
  businessKey: textOrNull(row, 'business_key'),
  caseInstanceId: null,
  ended: text(row, 'status') !== 'active',
  suspended: flag(row, 'suspended'),
  tenantId: textOrNull(row, 'tenant_id'),
});

/** The same as `GET /history/process-instance` answers it. */
export const historicInstanceJson = (row: QueryRow) => ({
  id: idOf(row),
  businessKey: textOrNull(row, 'business_key'),
  processDefinitionId: text(row, 'definition_id'),
  processDefinitionKey: text(row, 'process_key'),
  processDefinitionName: textOrNull(row, 'definition_name'),
  processDefinitionVersion: number(row, 'definition_version'),
  startTime: date(row, 'started_at'),
  endTime: date(row, 'ended_at'),
  removalTime: null,
  durationInMillis: duration(row, 'started_at', 'ended_at'),
  startUserId: textOrNull(row, 'started_by'),
  startActivityId: textOrNull(row, 'start_element'),
  deleteReason: text(row, 'status') === 'cancelled' ? 'cancelled' : null,
  rootProcessInstanceId: textOrNull(row, 'instance_id') ?? text(row, 'id'),
  superProcessInstanceId: superOf(row),
  superCaseInstanceId: null,
  caseInstanceId: null,
  tenantId: textOrNull(row, 'tenant_id'),
  state: stateOf(row),
  restartedProcessInstanceId: null,
});

function stateOf(row: QueryRow): string {
  const status = text(row, 'status');
  if (status === 'completed') return 'COMPLETED';
  if (status === 'cancelled') return 'EXTERNALLY_TERMINATED';
  return flag(row, 'suspended') ? 'SUSPENDED' : 'ACTIVE';
}

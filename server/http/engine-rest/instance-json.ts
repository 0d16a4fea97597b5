import type { QueryRow } from '../../usecases/engine-queries/engine-query.ts';
import { date, duration, flag, number, text, textOrNull } from './json-values.ts';

/** A process instance as `GET /process-instance` answers it. */
export const instanceJson = (row: QueryRow) => ({
  links: [] as unknown[],
  id: text(row, 'id'),
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
  id: text(row, 'id'),
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
  startActivityId: null,
  deleteReason: text(row, 'status') === 'cancelled' ? 'cancelled' : null,
  rootProcessInstanceId: text(row, 'id'),
  superProcessInstanceId: null,
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

import type { EngineQuery } from './engine-query.ts';
import { equals, type FilterField, holds, instant } from './filter-field.ts';
import { amongInstances, atInstance } from './instance-id.ts';
import { tenantFilters } from './shared-filters.ts';

/** What a call activity has called runs inside its caller, and is told as an instance of its own. */
const columns = `a.instance_id, a.activity AS called_by, a.called_by AS super_called_by, a.called_process_key AS process_key,
  a.called_business_key AS business_key, a.started_at, a.ended_at, p.tenant_id, p.suspended, p.started_by, d.id AS definition_id,
  d.name AS definition_name, d.version AS definition_version,
  CASE WHEN a.ended_at IS NULL THEN 'active' WHEN a.canceled = 1 THEN 'cancelled' ELSE 'completed' END AS status`;

const filters: Readonly<Record<string, FilterField>> = {
  superProcessInstance: atInstance('a.instance_id', 'a.called_by'),
  superProcessInstanceId: atInstance('a.instance_id', 'a.called_by'),
  rootProcessInstanceId: equals('a.instance_id'),
  processInstanceId: atInstance('a.instance_id', 'a.activity'),
  processInstanceIds: amongInstances('a.instance_id', 'a.activity'),
  processDefinitionId: equals('d.id'),
  processDefinitionKey: equals('a.called_process_key'),
  businessKey: equals('a.called_business_key'),
  processInstanceBusinessKey: equals('a.called_business_key'),
  active: holds('(a.ended_at IS NULL AND p.suspended = 0)'),
  suspended: holds('(a.ended_at IS NULL AND p.suspended = 1)'),
  finished: holds('a.ended_at IS NOT NULL'),
  unfinished: holds('a.ended_at IS NULL'),
  startedBefore: instant('a.started_at', '<'),
  startedAfter: instant('a.started_at', '>'),
  finishedBefore: instant('a.ended_at', '<'),
  finishedAfter: instant('a.ended_at', '>'),
  ...tenantFilters('p.tenant_id'),
};

/** Called processes of the tables; those of archived instances are told by the activity history only. */
export const historicCalledQuery: EngineQuery = {
  select: columns,
  from: `activity a JOIN process_instance p ON p.id = a.instance_id
    LEFT JOIN process_definition d ON d.bundle_id = p.bundle_id AND d.process_key = a.called_process_key`,
  always: 'a.called_process_key IS NOT NULL',
  key: 'a.instance_id, a.activity',
  filters,
  orders: {
    instanceId: 'a.instance_id',
    definitionKey: 'a.called_process_key',
    definitionId: 'd.id',
    businessKey: 'a.called_business_key',
    startTime: 'a.started_at',
    endTime: 'a.ended_at',
    tenantId: 'p.tenant_id',
  },
};

export const calledQuery: EngineQuery = {
  ...historicCalledQuery,
  always: 'a.called_process_key IS NOT NULL AND a.ended_at IS NULL',
};

/** Whether only a called process can be meant: by what calls it, or by the form of its id. */
export function asksForCalled(filters: Readonly<Record<string, unknown>>): boolean {
  const { superProcessInstance, superProcessInstanceId, processInstanceId, processInstanceIds } = filters;
  if (superProcessInstance || superProcessInstanceId) return true;
  const ids = [processInstanceId, processInstanceIds].flat().flatMap((id) => (id ? [String(id)] : []));
  return ids.length > 0 && ids.every((id) => id.split(',').every((each) => /\.\d+$/.test(each)));
}

import { definitionOf } from './called-definition.ts';
import type { EngineQuery } from './engine-query.ts';
import {
  among,
  equals,
  type FilterField,
  holds,
  instant,
  like,
  notAmong,
  textHolds,
  textsHold,
} from './filter-field.ts';
import { amongInstances, atInstance, notAmongInstances, readInstanceId } from './instance-id.ts';
import { tenantFilters } from './shared-filters.ts';

/** What a call activity has called runs inside its caller, and is told as an instance of its own. */
const columns = `a.instance_id AS id, a.instance_id, a.activity AS called_by, a.called_by AS super_called_by, a.called_process_key AS process_key,
  a.called_business_key AS business_key, a.started_at, a.ended_at, p.tenant_id, p.suspended, p.started_by, d.id AS definition_id,
  d.name AS definition_name, d.version AS definition_version,
  (SELECT s.element_id FROM activity s WHERE s.instance_id = a.instance_id AND s.parent = a.activity ORDER BY s.activity LIMIT 1) AS start_element,
  CASE WHEN a.ended_at IS NULL THEN 'active' WHEN a.canceled = 1 THEN 'cancelled' ELSE 'completed' END AS status`;

const incident =
  'EXISTS (SELECT 1 FROM incident i WHERE i.instance_id = a.instance_id AND i.called_by = a.activity';
const inside =
  'EXISTS (SELECT 1 FROM activity x WHERE x.instance_id = a.instance_id AND x.called_by = a.activity';

/** Names all filters of the instances that call: both are one list, and a filter that is passed over answers too much. */
const filters: Readonly<Record<string, FilterField>> = {
  superProcessInstance: atInstance('a.instance_id', 'a.called_by'),
  superProcessInstanceId: atInstance('a.instance_id', 'a.called_by'),
  subProcessInstance: callerOf(),
  subProcessInstanceId: callerOf(),
  rootProcessInstanceId: equals('a.instance_id'),
  rootProcessInstances: holds('1 = 0'),
  leafProcessInstances: holds(`NOT ${inside} AND x.called_process_key IS NOT NULL AND x.ended_at IS NULL)`),
  processInstanceId: atInstance('a.instance_id', 'a.activity'),
  processInstanceIds: amongInstances('a.instance_id', 'a.activity'),
  processInstanceIdNotIn: notAmongInstances('a.instance_id', 'a.activity'),
  processDefinitionId: equals('d.id'),
  processDefinitionKey: equals('a.called_process_key'),
  processDefinitionKeyIn: among('a.called_process_key'),
  processDefinitionKeyNotIn: notAmong('a.called_process_key'),
  processDefinitionName: equals('d.name'),
  processDefinitionNameLike: like('d.name'),
  deploymentId: equals('d.bundle_id'),
  businessKey: equals('a.called_business_key'),
  businessKeyIn: among('a.called_business_key'),
  businessKeyLike: like('a.called_business_key'),
  processInstanceBusinessKey: equals('a.called_business_key'),
  processInstanceBusinessKeyIn: among('a.called_business_key'),
  processInstanceBusinessKeyLike: like('a.called_business_key'),
  startedBy: equals('p.started_by'),
  incidentType: textHolds(`${incident} AND i.kind = ?)`),
  incidentMessage: textHolds(`${incident} AND i.message = ?)`),
  incidentId: textHolds(`${incident} AND i.id = ?)`),
  withIncident: holds(`${incident})`),
  withIncidents: holds(`${incident})`),
  activityIdIn: textsHold(`${inside} AND x.ended_at IS NULL AND x.element_id IN`, ')'),
  activeActivityIdIn: textsHold(`${inside} AND x.ended_at IS NULL AND x.element_id IN`, ')'),
  executedActivityIdIn: textsHold(`${inside} AND x.ended_at IS NOT NULL AND x.element_id IN`, ')'),
  active: holds('(a.ended_at IS NULL AND p.suspended = 0)'),
  suspended: holds('(a.ended_at IS NULL AND p.suspended = 1)'),
  completed: holds('(a.ended_at IS NOT NULL AND a.canceled = 0)'),
  externallyTerminated: holds('(a.ended_at IS NOT NULL AND a.canceled = 1)'),
  internallyTerminated: holds('1 = 0'),
  finished: holds('a.ended_at IS NOT NULL'),
  unfinished: holds('a.ended_at IS NULL'),
  startedBefore: instant('a.started_at', '<'),
  startedAfter: instant('a.started_at', '>'),
  finishedBefore: instant('a.ended_at', '<'),
  finishedAfter: instant('a.ended_at', '>'),
  processDefinitionWithoutTenantId: holds("p.tenant_id = ''"),
  ...tenantFilters('p.tenant_id'),
};

/** The called process that has itself called another one, which is named. */
function callerOf(): FilterField {
  return {
    kind: 'text',
    apply: (where, value) => {
      const { rootId, calledBy } = readInstanceId(value);
      where.add(
        'EXISTS (SELECT 1 FROM activity c WHERE c.instance_id = a.instance_id AND c.instance_id = ? AND c.activity = ? AND c.called_by = a.activity)',
        rootId,
        calledBy ?? -1,
      );
    },
  };
}

/** Called processes of the tables; those of archived instances are told by the activity history only. */
export const historicCalledQuery: EngineQuery = {
  select: columns,
  from: `activity a JOIN process_instance p ON p.id = a.instance_id
    LEFT JOIN process_definition d ON d.id = ${definitionOf('a', 'p.bundle_id')}`,
  always: 'a.called_process_key IS NOT NULL',
  key: 'a.instance_id, a.activity',
  filters,
  orders: {
    instanceId: 'a.instance_id',
    definitionKey: 'a.called_process_key',
    definitionId: 'd.id',
    definitionName: 'd.name',
    definitionVersion: 'd.version',
    businessKey: 'a.called_business_key',
    startTime: 'a.started_at',
    endTime: 'a.ended_at',
    duration: 'a.ended_at - a.started_at',
    tenantId: 'p.tenant_id',
  },
};

export const calledQuery: EngineQuery = {
  ...historicCalledQuery,
  always: "a.called_process_key IS NOT NULL AND a.ended_at IS NULL AND p.status = 'active'",
};

/** Whether only a called process can be meant: by what calls it, or by the form of its id. */
export function asksForCalled(filters: Readonly<Record<string, unknown>>): boolean {
  const { superProcessInstance, superProcessInstanceId, processInstanceId, processInstanceIds } = filters;
  if (superProcessInstance || superProcessInstanceId) return true;
  const ids = [processInstanceId, processInstanceIds].flat().flatMap((id) => (id ? [String(id)] : []));
  return ids.length > 0 && ids.every((id) => id.split(',').every((each) => /\.\d+$/.test(each)));
}

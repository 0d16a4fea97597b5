import { calledQuery, historicCalledQuery } from './called-instance-query.ts';
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
import { readInstanceId } from './instance-id.ts';
import { tenantFilters } from './shared-filters.ts';

const columns = `p.id, p.definition_id, p.bundle_id, p.process_key, p.business_key, p.tenant_id, p.suspended, p.status, p.started_at,
  p.started_by, p.ended_at, d.name AS definition_name, d.version AS definition_version`;
const startedAt =
  '(SELECT s.element_id FROM activity s WHERE s.instance_id = p.id AND s.parent IS NULL ORDER BY s.activity LIMIT 1) AS start_element';
const tables = 'process_instance p LEFT JOIN process_definition d ON d.id = p.definition_id';
const incident = 'EXISTS (SELECT 1 FROM incident i WHERE i.instance_id = p.id';

const shared: Readonly<Record<string, FilterField>> = {
  processInstanceIds: among('p.id'),
  processDefinitionId: equals('p.definition_id'),
  processDefinitionKey: equals('p.process_key'),
  processDefinitionKeyIn: among('p.process_key'),
  processDefinitionKeyNotIn: notAmong('p.process_key'),
  incidentType: textHolds(`${incident} AND i.kind = ?)`),
  incidentMessage: textHolds(`${incident} AND i.message = ?)`),
  activityIdIn: textsHold(
    'EXISTS (SELECT 1 FROM activity a WHERE a.instance_id = p.id AND a.called_by IS NULL AND a.ended_at IS NULL AND a.element_id IN',
    ')',
  ),
  ...tenantFilters('p.tenant_id'),
};

/** The instance that has called another one, which is named. */
const callerOf: FilterField = {
  kind: 'text',
  apply: (where, value) => {
    const { rootId, calledBy } = readInstanceId(value);
    where.add(
      'EXISTS (SELECT 1 FROM activity c WHERE c.instance_id = p.id AND c.instance_id = ? AND c.activity = ? AND c.called_by IS NULL)',
      rootId,
      calledBy ?? -1,
    );
  },
};

/** What `GET` and `POST /process-instance` may ask for: instances that run, with those that call activities have called. */
export const instanceQuery: EngineQuery = {
  select: columns,
  from: tables,
  always: "p.status = 'active'",
  also: calledQuery,
  key: 'p.id',
  instanceColumn: 'p.id',
  filters: {
    ...shared,
    processInstanceId: equals('p.id'),
    businessKey: equals('p.business_key'),
    businessKeyIn: among('p.business_key'),
    businessKeyLike: like('p.business_key'),
    deploymentId: equals('p.bundle_id'),
    active: holds('p.suspended = 0'),
    suspended: holds('p.suspended = 1'),
    withIncident: holds(`${incident})`),
    incidentId: textHolds(`${incident} AND i.id = ?)`),
    rootProcessInstances: holds('1 = 1'),
    leafProcessInstances: holds(
      'NOT EXISTS (SELECT 1 FROM activity a WHERE a.instance_id = p.id AND a.called_process_key IS NOT NULL AND a.ended_at IS NULL)',
    ),
    subProcessInstance: callerOf,
    processDefinitionWithoutTenantId: holds("p.tenant_id = ''"),
  },
  variableFilters: { variables: 'process' },
  orders: {
    instanceId: 'p.id',
    definitionKey: 'p.process_key',
    definitionId: 'p.definition_id',
    businessKey: 'p.business_key',
    tenantId: 'p.tenant_id',
  },
};

const hotInstanceQuery: EngineQuery = {
  select: `${columns}, ${startedAt}`,
  from: tables,
  key: 'p.id',
  instanceColumn: 'p.id',
  filters: {
    ...shared,
    processInstanceId: equals('p.id'),
    processInstanceIdNotIn: notAmong('p.id'),
    processInstanceBusinessKey: equals('p.business_key'),
    processInstanceBusinessKeyIn: among('p.business_key'),
    processInstanceBusinessKeyLike: like('p.business_key'),
    processDefinitionName: equals('d.name'),
    processDefinitionNameLike: like('d.name'),
    rootProcessInstances: holds('1 = 1'),
    subProcessInstanceId: callerOf,
    finished: holds('p.ended_at IS NOT NULL'),
    unfinished: holds('p.ended_at IS NULL'),
    withIncidents: holds(`${incident})`),
    startedBy: equals('p.started_by'),
    startedBefore: instant('p.started_at', '<'),
    startedAfter: instant('p.started_at', '>'),
    finishedBefore: instant('p.ended_at', '<'),
    finishedAfter: instant('p.ended_at', '>'),
    active: holds("(p.status = 'active' AND p.suspended = 0)"),
    suspended: holds("(p.status = 'active' AND p.suspended = 1)"),
    completed: holds("p.status = 'completed'"),
    externallyTerminated: holds("p.status = 'cancelled'"),
    internallyTerminated: holds('1 = 0'),
    activeActivityIdIn: shared.activityIdIn ?? holds('1 = 0'),
    executedActivityIdIn: textsHold(
      'EXISTS (SELECT 1 FROM activity a WHERE a.instance_id = p.id AND a.called_by IS NULL AND a.ended_at IS NOT NULL AND a.element_id IN',
      ')',
    ),
  },
  variableFilters: { variables: 'process' },
  orders: {
    instanceId: 'p.id',
    definitionId: 'p.definition_id',
    definitionKey: 'p.process_key',
    definitionName: 'd.name',
    definitionVersion: 'd.version',
    businessKey: 'p.business_key',
    startTime: 'p.started_at',
    endTime: 'p.ended_at',
    duration: 'p.ended_at - p.started_at',
    tenantId: 'p.tenant_id',
  },
};

const never = '1 = 0';
const { variableFilters: _, ...withoutVariables } = hotInstanceQuery;

/** Finished instances that were archived. Who started them, and at which elements they were, stands in their content. */
const archivedInstanceQuery: EngineQuery = {
  ...withoutVariables,
  select: columns
    .replace('p.suspended', '0 AS suspended')
    .replace('p.started_by', 'NULL AS started_by, p.start_element'),
  from: 'history_instance p LEFT JOIN process_definition d ON d.id = p.definition_id',
  also: historicCalledQuery,
  filters: {
    ...hotInstanceQuery.filters,
    active: holds(never),
    suspended: holds(never),
    withIncidents: holds(never),
    startedBy: textHolds('? IS NULL'),
    subProcessInstanceId: textHolds('? IS NULL'),
    incidentType: textHolds('? IS NULL'),
    incidentMessage: textHolds('? IS NULL'),
    activityIdIn: among('NULL'),
    activeActivityIdIn: among('NULL'),
    executedActivityIdIn: among('NULL'),
  },
};

/** What `GET` and `POST /history/process-instance` may ask for: instances that run, that have ended, that are archived. */
export const historicInstanceQuery: EngineQuery = { ...hotInstanceQuery, also: archivedInstanceQuery };

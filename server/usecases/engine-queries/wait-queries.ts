import type { EngineQuery } from './engine-query.ts';
import { among, equals, holds, holdsNow, instant, like, textHolds } from './filter-field.ts';
import { amongInstances, atInstance } from './instance-id.ts';
import { atExecution, tenantFilters } from './shared-filters.ts';
import { atWaitingExecution } from './waiting-execution.ts';

/** What `GET` and `POST /job` may ask for: timers and continuations. */
export const jobQuery: EngineQuery = {
  select: `j.id, j.kind, j.instance_id, j.definition_id, j.process_key, j.token, j.called_by, j.beside, j.element_id, j.due_at, j.retries, j.error_message,
    j.suspended_left, j.tenant_id, j.created_at`,
  from: 'job j',
  key: 'j.id',
  filters: {
    jobId: equals('j.id'),
    jobIds: among('j.id'),
    processInstanceId: atInstance('j.instance_id', 'j.called_by'),
    processInstanceIds: amongInstances('j.instance_id', 'j.called_by'),
    processDefinitionId: equals('j.definition_id'),
    processDefinitionKey: equals('j.process_key'),
    executionId: atWaitingExecution('j'),
    activityId: equals('j.element_id'),
    failedActivityId: equals('j.element_id'),
    timers: holds("j.kind IN ('timer', 'start-timer')"),
    messages: holds("j.kind = 'continuation'"),
    withRetriesLeft: holds('j.retries > 0'),
    noRetriesLeft: holds('j.retries = 0'),
    executable: holdsNow('(j.retries > 0 AND j.due_at <= ?)'),
    withException: holds('j.error_message IS NOT NULL'),
    exceptionMessage: equals('j.error_message'),
    dueBefore: instant('j.due_at', '<'),
    dueAfter: instant('j.due_at', '>'),
    active: holds('j.suspended_left IS NULL'),
    suspended: holds('j.suspended_left IS NOT NULL'),
    ...tenantFilters('j.tenant_id'),
  },
  orders: {
    jobId: 'j.id',
    executionId: 'j.instance_id',
    processInstanceId: 'j.instance_id',
    processDefinitionId: 'j.definition_id',
    processDefinitionKey: 'j.process_key',
    jobRetries: 'j.retries',
    jobDueDate: 'j.due_at',
    tenantId: 'j.tenant_id',
  },
};

/** What `GET /incident` may ask for. */
export const incidentQuery: EngineQuery = {
  select: `i.id, i.kind, i.instance_id, i.definition_id, i.tenant_id, i.element_id, i.token, i.called_by, i.configuration, i.message, i.created_at`,
  from: 'incident i',
  key: 'i.id',
  filters: {
    incidentId: equals('i.id'),
    incidentType: equals('i.kind'),
    incidentMessage: equals('i.message'),
    incidentMessageLike: like('i.message'),
    processDefinitionId: equals('i.definition_id'),
    processDefinitionKeyIn: among('i.process_key'),
    processInstanceId: atInstance('i.instance_id', 'i.called_by'),
    executionId: atExecution('i.instance_id', 'i.token'),
    activityId: equals('i.element_id'),
    failedActivityId: equals('i.element_id'),
    configuration: equals('i.configuration'),
    causeIncidentId: equals('i.id'),
    rootCauseIncidentId: equals('i.id'),
    incidentTimestampBefore: instant('i.created_at', '<'),
    incidentTimestampAfter: instant('i.created_at', '>'),
    ...tenantFilters('i.tenant_id'),
  },
  orders: {
    incidentId: 'i.id',
    incidentMessage: 'i.message',
    incidentTimestamp: 'i.created_at',
    incidentType: 'i.kind',
    executionId: 'i.instance_id',
    activityId: 'i.element_id',
    processInstanceId: 'i.instance_id',
    processDefinitionId: 'i.definition_id',
    causeIncidentId: 'i.id',
    rootCauseIncidentId: 'i.id',
    configuration: 'i.configuration',
    tenantId: 'i.tenant_id',
  },
};

/** What `GET /event-subscription` may ask for: messages and signals that instances wait for. */
export const eventSubscriptionQuery: EngineQuery = {
  select:
    's.id, s.kind, s.name, s.instance_id, s.token, s.called_by, s.beside, s.element_id, s.tenant_id, s.created_at',
  from: 'subscription s',
  key: 's.id',
  filters: {
    eventSubscriptionId: equals('s.id'),
    eventName: equals('s.name'),
    eventType: equals('s.kind'),
    executionId: atWaitingExecution('s'),
    processInstanceId: atInstance('s.instance_id', 's.called_by'),
    activityId: equals('s.element_id'),
    includeEventSubscriptionsWithoutTenantId: holds('1 = 1'),
    ...tenantFilters('s.tenant_id'),
  },
  orders: { created: 's.created_at', tenantId: 's.tenant_id' },
};

const waitsFor = (kind: string) =>
  textHolds(
    `EXISTS (SELECT 1 FROM subscription s WHERE s.instance_id = e.instance_id AND COALESCE(s.beside, s.token) = e.token AND s.kind = '${kind}' AND s.name = ?)`,
  );

/** What `GET` and `POST /execution` may ask for: the instance itself (token 0), and each activity that runs in it. */
export const executionQuery: EngineQuery = {
  select: 'e.instance_id, e.token, e.called_by, e.tenant_id',
  from: `(SELECT p.id AS row_id, p.id AS instance_id, 0 AS token, NULL AS called_by, '' AS element_id, p.process_key, p.definition_id, p.business_key,
      p.suspended, p.tenant_id FROM process_instance p WHERE p.status = 'active'
    UNION ALL SELECT p.id, a.instance_id, a.activity, a.called_by, a.element_id, COALESCE(a.process_key, p.process_key), p.definition_id,
      p.business_key, p.suspended, p.tenant_id
      FROM activity a JOIN process_instance p ON p.id = a.instance_id WHERE a.ended_at IS NULL) e`,
  key: 'e.instance_id, e.token',
  filters: {
    executionId: {
      kind: 'text',
      apply: (where, value) => {
        if (value.includes(':')) atExecution('e.instance_id', 'e.token').apply(where, value as never);
        else where.add('e.instance_id = ? AND e.token = 0', value);
      },
    },
    processInstanceId: atInstance('e.instance_id', 'e.called_by'),
    processInstanceBusinessKey: equals('e.business_key'),
    businessKey: equals('e.business_key'),
    processDefinitionId: equals('e.definition_id'),
    processDefinitionKey: equals('e.process_key'),
    activityId: equals('e.element_id'),
    messageEventSubscriptionName: waitsFor('message'),
    signalEventSubscriptionName: waitsFor('signal'),
    active: holds('e.suspended = 0'),
    suspended: holds('e.suspended = 1'),
    ...tenantFilters('e.tenant_id'),
  },
  orders: {
    instanceId: 'e.instance_id',
    definitionKey: 'e.process_key',
    definitionId: 'e.definition_id',
    tenantId: 'e.tenant_id',
  },
};

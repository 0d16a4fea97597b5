import type { EngineQuery } from './engine-query.ts';
import {
  among,
  differs,
  equals,
  type FilterField,
  holds,
  instant,
  integer,
  like,
  likeHolds,
  notAmong,
  notLike,
} from './filter-field.ts';
import { amongInstances, atInstance } from './instance-id.ts';
import { atActivities, atExecution, tenantFilters } from './shared-filters.ts';
import type { Where } from './where.ts';

const offered = 'SELECT 1 FROM task_candidate c WHERE c.task_id = t.id';

/** Holders of a candidate group: a plain name, a role of a plan at its org unit, a working group at its school. */
function addOfferedToGroups(where: Where, groups: readonly string[]): void {
  const tests = groups.map(
    () => "(c.holder = ? OR c.holder LIKE ? ESCAPE '!' OR c.holder LIKE ? ESCAPE '!')",
  );
  const escaped = (group: string) => group.replace(/[!%_]/g, (char) => `!${char}`);
  where.add(
    tests.length === 0
      ? '1 = 0'
      : `t.assignee_id IS NULL AND EXISTS (${offered} AND (${tests.join(' OR ')}))`,
    ...groups.flatMap((group) => [`group:${group}`, `role:${escaped(group)}@%`, `${escaped(group)}@%`]),
  );
}

const candidateGroup: FilterField = {
  kind: 'text',
  apply: (where, value) => addOfferedToGroups(where, [value]),
};
const candidateGroups: FilterField = { kind: 'texts', apply: addOfferedToGroups };
const candidateUser: FilterField = {
  kind: 'text',
  apply: (where, value) =>
    where.add(`t.assignee_id IS NULL AND EXISTS (${offered} AND c.holder = ?)`, `user:${value}`),
};
const involvedUser: FilterField = {
  kind: 'text',
  apply: (where, value) =>
    where.add(
      `(t.assignee_id = ? OR t.owner_id = ? OR EXISTS (${offered} AND c.holder = ?))`,
      value,
      value,
      `user:${value}`,
    ),
};
const delegationState: FilterField = {
  kind: 'text',
  apply: (where, value) => where.add('t.delegation = ?', value.toLowerCase()),
};

/** That of the process that the task belongs to, which may be a called one. */
const businessKey = 'CASE WHEN t.called_by IS NULL THEN p.business_key ELSE c.called_business_key END';

export const taskColumns = `t.id, t.instance_id, t.token, t.called_by, t.element_id, t.name, t.form_key, t.assignee_id, t.owner_id, t.delegation,
  t.holders, t.priority, t.due_at, t.follow_up_at, t.created_at, t.status, t.ended_at, t.tenant_id, t.process_key, t.bundle_id,
  p.suspended, ${businessKey} AS business_key, d.id AS definition_id`;
export const taskTables = `task t JOIN process_instance p ON p.id = t.instance_id
  LEFT JOIN activity c ON c.instance_id = t.instance_id AND c.activity = t.called_by
  LEFT JOIN process_definition d ON d.id = COALESCE(c.called_definition_id,
    (SELECT b.id FROM process_definition b WHERE b.bundle_id = t.bundle_id AND b.process_key = t.process_key))`;

/** What `GET` and `POST /task` may ask for: open tasks. */
export const taskQuery: EngineQuery = {
  select: taskColumns,
  from: taskTables,
  always: "t.status = 'open'",
  key: 't.id',
  instanceColumn: 't.instance_id',
  tokenColumn: 't.token',
  filters: {
    taskId: equals('t.id'),
    taskIdIn: among('t.id'),
    processInstanceId: atInstance('t.instance_id', 't.called_by'),
    processInstanceIdIn: amongInstances('t.instance_id', 't.called_by'),
    rootProcessInstanceId: equals('t.instance_id'),
    processInstanceBusinessKey: equals(businessKey),
    processInstanceBusinessKeyIn: among(businessKey),
    processInstanceBusinessKeyLike: like(businessKey),
    processDefinitionId: equals('d.id'),
    processDefinitionKey: equals('t.process_key'),
    processDefinitionKeyIn: among('t.process_key'),
    processDefinitionName: equals('d.name'),
    processDefinitionNameLike: like('d.name'),
    executionId: atExecution('t.instance_id', 't.token'),
    taskDefinitionKey: equals('t.element_id'),
    taskDefinitionKeyIn: among('t.element_id'),
    taskDefinitionKeyNotIn: notAmong('t.element_id'),
    taskDefinitionKeyLike: like('t.element_id'),
    name: equals('t.name'),
    nameNotEqual: differs('t.name'),
    nameLike: like('t.name'),
    nameNotLike: notLike('t.name'),
    assignee: equals('t.assignee_id'),
    assigneeLike: like('t.assignee_id'),
    assigneeIn: among('t.assignee_id'),
    assigneeNotIn: notAmong('t.assignee_id'),
    assigned: holds('t.assignee_id IS NOT NULL'),
    unassigned: holds('t.assignee_id IS NULL'),
    owner: equals('t.owner_id'),
    candidateUser,
    candidateGroup,
    candidateGroups,
    candidateGroupLike: likeHolds(
      (test) =>
        `t.assignee_id IS NULL AND EXISTS (${offered} AND ${test("SUBSTR(c.holder, INSTR(c.holder, ':') + 1)")})`,
    ),
    withCandidateGroups: holds(`EXISTS (${offered} AND c.holder NOT LIKE 'user:%')`),
    withoutCandidateGroups: holds(`NOT EXISTS (${offered} AND c.holder NOT LIKE 'user:%')`),
    withCandidateUsers: holds(`(t.assignee_id IS NULL AND EXISTS (${offered} AND c.holder LIKE 'user:%'))`),
    withoutCandidateUsers: holds(
      `(t.assignee_id IS NOT NULL OR NOT EXISTS (${offered} AND c.holder LIKE 'user:%'))`,
    ),
    involvedUser,
    delegationState,
    priority: integer('t.priority', '='),
    minPriority: integer('t.priority', '>='),
    maxPriority: integer('t.priority', '<='),
    dueDate: instant('t.due_at', '='),
    dueBefore: instant('t.due_at', '<'),
    dueAfter: instant('t.due_at', '>'),
    withoutDueDate: holds('t.due_at IS NULL'),
    followUpDate: instant('t.follow_up_at', '='),
    followUpBefore: instant('t.follow_up_at', '<'),
    followUpAfter: instant('t.follow_up_at', '>'),
    followUpBeforeOrNotExistent: {
      kind: 'instant',
      apply: (where, value) => where.add('(t.follow_up_at < ? OR t.follow_up_at IS NULL)', value),
    },
    createdOn: instant('t.created_at', '='),
    createdBefore: instant('t.created_at', '<'),
    createdAfter: instant('t.created_at', '>'),
    active: holds('p.suspended = 0'),
    suspended: holds('p.suspended = 1'),
    activityInstanceIdIn: atActivities('t.instance_id', 't.token'),
    ...tenantFilters('t.tenant_id'),
  },
  variableFilters: { processVariables: 'process', taskVariables: 'local' },
  orders: {
    instanceId: 't.instance_id',
    dueDate: 't.due_at',
    executionId: 't.instance_id',
    assignee: 't.assignee_id',
    created: 't.created_at',
    lastUpdated: 't.created_at',
    followUpDate: 't.follow_up_at',
    id: 't.id',
    name: 't.name',
    nameCaseInsensitive: 'LOWER(t.name)',
    priority: 't.priority',
    tenantId: 't.tenant_id',
  },
};

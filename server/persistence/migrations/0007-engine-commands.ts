import type { QueryInterface } from 'sequelize';
import {
  addColumns,
  addIndexes,
  createTable,
  dropIndexes,
  flag,
  instant,
  integer,
  key,
  longText,
  optionalInstant,
  optionalInteger,
  optionalLongText,
  optionalRef,
  optionalText,
  part,
  ref,
  text,
  withDefault,
} from './columns.ts';

/**
 * What the engine needs for all its commands: claims, delegation and suspension of tasks, jobs of every kind,
 * subscriptions, incidents, comments, changes of variables; deployments that belong to no plan.
 * A tenant is the org unit of the layer that published the definition, as text; '' is none.
 */
export async function up(query: QueryInterface): Promise<void> {
  await addColumns(query, 'bundle', {
    /** `plan`: published by a layer. `deployment`: processes alone, deployed by a client of the engine. */
    kind: withDefault(text(20), 'plan'),
    name: optionalText(200),
    source: optionalText(200),
    tenant_id: withDefault(text(36), ''),
  });
  await addColumns(query, 'process_definition', {
    suspended: flag(),
    tenant_id: withDefault(text(36), ''),
    version_tag: optionalText(100),
    resource_name: optionalText(200),
  });
  await createTable(
    query,
    'decision_definition',
    {
      id: key(),
      bundle_id: ref(),
      decision_key: text(100),
      version: integer(),
      name: text(200),
      xml: longText(),
    },
    [{ fields: ['bundle_id', 'decision_key'], unique: true }, { fields: ['decision_key', 'version'] }],
  );
  await addColumns(query, 'process_instance', {
    process_key: withDefault(text(100), ''),
    tenant_id: withDefault(text(36), ''),
    suspended: flag(),
  });
  await addIndexes(query, 'process_instance', [{ fields: ['definition_id', 'status'] }]);
  await addColumns(query, 'task', {
    owner_id: optionalText(100),
    /** `pending`: the assignee answers to the owner. `resolved`: has answered. */
    delegation: optionalText(10),
    follow_up_at: optionalInstant(),
    process_key: withDefault(text(100), ''),
    tenant_id: withDefault(text(36), ''),
    claimed_at: optionalInstant(),
  });
  await addColumns(query, 'external_task', { suspended: flag(), tenant_id: withDefault(text(36), '') });
  await addColumns(query, 'job', {
    /** Kinds: `timer`, `continuation`, `start-timer` (that one has instance '' and token 0). */
    definition_id: withDefault(ref(), ''),
    process_key: withDefault(text(100), ''),
    tenant_id: withDefault(text(36), ''),
    /** Jobs of one instance that are exclusive never run at the same time. */
    exclusive: withDefault(flag(), true),
    /** camunda:failedJobRetryTimeCycle of the element. */
    retry_cycle: optionalText(100),
    /** Suspended: the milliseconds that were left until it was due; null while its clock runs. */
    suspended_left: optionalInstant(),
    /** start-timer: firings that are left after the next one, as `R3/PT10M` counts them; -1 without end. */
    repeats_left: optionalInteger(),
    created_at: withDefault(instant(), 0),
  });
  await addIndexes(query, 'job', [{ fields: ['definition_id', 'kind'] }]);
  await addColumns(query, 'subscription', {
    /** Key of the (called) process that waits. */
    process_key: withDefault(text(100), ''),
    /** Of the (called) process that waits, so that a correlation is one indexed look-up. */
    business_key: optionalText(100),
    tenant_id: withDefault(text(36), ''),
  });
  await addIndexes(query, 'subscription', [
    { fields: ['kind', 'name', 'business_key'] },
    { fields: ['definition_id', 'instance_id'] },
  ]);
  await dropIndexes(query, 'subscription', ['subscription_kind_name_correlation_key']);
  await createTable(
    query,
    'incident',
    {
      id: key(),
      /** `failedJob` or `failedExternalTask`, as Camunda 7 names them. */
      kind: text(40),
      instance_id: ref(),
      definition_id: ref(),
      process_key: text(100),
      tenant_id: withDefault(text(36), ''),
      element_id: text(100),
      token: optionalInteger(),
      /** Id of the job or external task. */
      configuration: ref(),
      message: optionalText(500),
      created_at: instant(),
    },
    [{ fields: ['configuration'] }, { fields: ['instance_id'] }],
  );
  await createTable(
    query,
    'task_comment',
    {
      id: key(),
      task_id: optionalRef(),
      instance_id: ref(),
      user_id: optionalText(100),
      message: longText(),
      created_at: instant(),
    },
    [{ fields: ['task_id'] }, { fields: ['instance_id'] }],
  );
  await createTable(query, 'variable_change', {
    /** History level full: what one command changed in one scope, as one JSON object of values by name. */
    instance_id: part(ref()),
    /** Revision of the instance that the command made. */
    revision: part(integer()),
    /** Activity whose local variables they are; 0: the process instance. */
    activity: part(integer(0)),
    changes: optionalLongText(),
    actor_id: optionalText(100),
    changed_at: instant(),
  });
  // Ids are made in the order of time, so that an index by one column lists its rows in that order as well.
  await addIndexes(query, 'audit', [{ fields: ['object_id'] }, { fields: ['action'] }]);
  await dropIndexes(query, 'audit', [
    'audit_at',
    'audit_object_id_at',
    'audit_actor_id_at',
    'audit_action_at',
  ]);
  // History is read instance by instance.
  await dropIndexes(query, 'activity', ['activity_element_id_started_at']);
  await addColumns(query, 'activity', {
    /** Key of the called process that it belongs to; null: the process of the instance itself. */
    process_key: optionalText(100),
    /** Call activity: what it calls. */
    called_process_key: optionalText(100),
    called_business_key: optionalText(100),
  });
}

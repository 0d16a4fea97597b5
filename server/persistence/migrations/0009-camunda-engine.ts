import type { QueryInterface } from 'sequelize';
import {
  createTable,
  instant,
  integer,
  key,
  longText,
  optionalInstant,
  optionalRef,
  optionalText,
  part,
  ref,
  text,
} from './columns.ts';

/** What `ENGINE=camunda` needs: commands on their way to the engine, and which thing there is which thing here. */
export async function up(query: QueryInterface): Promise<void> {
  await createTable(
    query,
    'engine_command',
    {
      id: key(),
      instance_id: ref(),
      /** Commands on one instance are delivered in this order, one after the other. */
      position: integer(),
      kind: text(30),
      payload: longText(),
      /** The task that it ends. */
      task_id: optionalRef(),
      actor_id: optionalText(100),
      created_at: instant(),
      due_at: instant(),
      /** `waiting`, `delivered`, or `refused`: the engine will never do it. */
      state: text(20),
      /** Set before it is sent for the first time: from then on it may have happened. */
      sent_at: optionalInstant(),
      attempts: integer(0),
      lock_owner: optionalText(100),
      lock_expires_at: optionalInstant(),
      delivered_at: optionalInstant(),
      error_message: optionalText(500),
    },
    [{ fields: ['state', 'due_at'] }, { fields: ['instance_id', 'state'] }, { fields: ['task_id'] }],
  );
  await createTable(
    query,
    'engine_instance',
    {
      instance_id: part(ref()),
      /** Id on the engine; null until a start was confirmed. Written once: the instance there that was adopted. */
      engine_id: optionalText(64),
      adopted_at: optionalInstant(),
      /** Null: something was delivered that our rows do not show yet. */
      projected_at: optionalInstant(),
    },
    [{ fields: ['engine_id'], unique: true }, { fields: ['projected_at'] }],
  );
  await createTable(
    query,
    'engine_activity',
    {
      /** Number of an activity here, and of the token while it waits. */
      instance_id: part(ref()),
      activity: part(integer()),
      engine_activity_id: text(64),
      engine_task_id: optionalText(64),
    },
    [{ fields: ['engine_activity_id'], unique: true }, { fields: ['engine_task_id'] }],
  );
  await createTable(query, 'engine_deployment', {
    bundle_id: part(ref()),
    process_key: part(text(100)),
    /** Definition on the engine that instances of this bundle are started by. */
    engine_definition_id: text(100),
    deployed_at: instant(),
  });
  await createTable(
    query,
    'engine_mismatch',
    {
      id: key(),
      kind: text(40),
      /** What it is about: an instance, task, command or bundle of ours, or an instance on the engine. */
      object_id: text(100),
      instance_id: optionalRef(),
      detail: text(500),
      found_at: instant(),
      last_seen_at: instant(),
      resolved_at: optionalInstant(),
      /** `repaired`: by the reconciler; `gone`: it was not there any more; `retried`: by an administrator. */
      resolution: optionalText(20),
    },
    [{ fields: ['resolved_at', 'found_at'] }, { fields: ['kind', 'object_id'] }],
  );
  await createTable(query, 'engine_watch', {
    /** `history`: how far the engine's history was read. `reconciler`: the last full comparison. */
    name: part(text(30)),
    position: optionalText(60),
    lease_owner: optionalText(100),
    lease_expires_at: optionalInstant(),
  });
}

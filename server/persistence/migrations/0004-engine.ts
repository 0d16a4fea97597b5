import type { QueryInterface } from 'sequelize';
import {
  createTable,
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
} from './columns.ts';

/** Process instances, their waiting points as rows that people and jobs look up, and their history. */
export async function up(query: QueryInterface): Promise<void> {
  await createTable(
    query,
    'process_instance',
    {
      id: key(),
      definition_id: ref(),
      bundle_id: ref(),
      business_key: optionalText(100),
      subject_kind: text(20),
      subject_id: ref(),
      /** The engine's state as JSON; the only thing `step()` needs. */
      state: longText(),
      revision: integer(1),
      status: text(20),
      started_by: optionalRef(),
      started_at: instant(),
      ended_at: optionalInstant(),
    },
    [{ fields: ['subject_id'] }, { fields: ['bundle_id', 'status'] }, { fields: ['business_key'] }],
  );
  await createTable(
    query,
    'task',
    {
      id: key(),
      instance_id: ref(),
      /** Id of the waiting token in the instance's state. */
      token: integer(),
      element_id: text(100),
      name: text(200),
      form_key: text(100),
      bundle_id: ref(),
      submission_id: optionalRef(),
      student_id: optionalRef(),
      school_id: optionalRef(),
      class_id: optionalRef(),
      title: text(200),
      assignee_id: optionalRef(),
      /** Who it was offered to when it was created, as JSON; `task_candidate` has the same while it is open. */
      holders: longText(),
      priority: integer(50),
      round: integer(1),
      due_at: optionalInstant(),
      created_at: instant(),
      status: text(20),
      ended_at: optionalInstant(),
      ended_by: optionalRef(),
    },
    [
      { fields: ['instance_id', 'status'] },
      { fields: ['submission_id'] },
      { fields: ['student_id', 'status'] },
    ],
  );
  await createTable(
    query,
    'task_candidate',
    {
      /** `role:class-teacher@<org unit>`, `group:evaluation@<org unit>` or `user:<user>`. Rows exist only while the task is open. */
      holder: part(text(100)),
      /** When the task is due, or the end of time: an inbox is one range of this key for each holder. */
      due_sort: part(instant()),
      task_id: part(ref()),
      form_key: text(100),
    },
    [{ fields: ['task_id'] }, { fields: ['holder', 'form_key', 'due_sort'] }],
  );
  await createTable(
    query,
    'external_task',
    {
      id: key(),
      instance_id: ref(),
      token: integer(),
      element_id: text(100),
      definition_id: ref(),
      process_key: text(100),
      business_key: optionalText(100),
      topic: text(100),
      priority: integer(0),
      worker_id: optionalText(200),
      lock_expires_at: optionalInstant(),
      /** Null: never failed. 0: no more tries, an incident. */
      retries: optionalInteger(),
      error_message: optionalText(500),
      error_details: optionalLongText(),
      variables: optionalLongText(),
      created_at: instant(),
    },
    [
      { fields: ['topic', 'priority', 'created_at'] },
      { fields: ['instance_id'] },
      { fields: ['lock_expires_at'] },
    ],
  );
  await createTable(
    query,
    'job',
    {
      id: key(),
      kind: text(20),
      instance_id: ref(),
      token: integer(),
      element_id: text(100),
      due_at: instant(),
      lock_owner: optionalText(100),
      lock_expires_at: optionalInstant(),
      retries: integer(3),
      error_message: optionalText(500),
    },
    [{ fields: ['retries', 'due_at'] }, { fields: ['instance_id'] }],
  );
  await createTable(
    query,
    'subscription',
    {
      /** Message or signal that an instance waits for. */
      id: key(),
      kind: text(20),
      name: text(200),
      instance_id: optionalRef(),
      definition_id: ref(),
      token: optionalInteger(),
      element_id: text(100),
      correlation_key: optionalText(200),
      created_at: instant(),
    },
    [{ fields: ['kind', 'name', 'correlation_key'] }, { fields: ['instance_id'] }],
  );
  await createTable(
    query,
    'activity',
    {
      /** History: one row an activity instance, as Camunda's ACT_HI_ACTINST. */
      instance_id: part(ref()),
      activity: part(integer()),
      parent: optionalInteger(),
      element_id: text(100),
      element_type: text(50),
      name: optionalText(200),
      /** The sequence flow by which it was entered. */
      via: optionalText(100),
      task_id: optionalRef(),
      actor_id: optionalRef(),
      started_at: instant(),
      ended_at: optionalInstant(),
      canceled: flag(),
    },
    [{ fields: ['element_id', 'started_at'] }],
  );
}

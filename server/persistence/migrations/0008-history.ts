import type { QueryInterface } from 'sequelize';
import {
  addColumns,
  addIndexes,
  createTable,
  dropIndexes,
  instant,
  key,
  longText,
  optionalInstant,
  optionalText,
  ref,
  text,
  withDefault,
} from './columns.ts';

/** Suspension, the order of due jobs, and the archive of finished instances. */
export async function up(query: QueryInterface): Promise<void> {
  await addColumns(query, 'process_instance', {
    /** Since when its clocks stand still; null while they run. */
    suspended_at: optionalInstant(),
  });
  await addIndexes(query, 'process_instance', [{ fields: ['ended_at'] }]);
  await addIndexes(query, 'job', [{ fields: ['due_at'] }]);
  await dropIndexes(query, 'job', ['job_retries_due_at']);
  await addIndexes(query, 'incident', [{ fields: ['created_at'] }]);
  await createTable(
    query,
    'history_instance',
    {
      /** Id of the process instance: it is either here or in `process_instance`. */
      id: key(),
      definition_id: ref(),
      bundle_id: ref(),
      process_key: withDefault(text(100), ''),
      business_key: optionalText(100),
      subject_kind: text(20),
      subject_id: ref(),
      tenant_id: withDefault(text(36), ''),
      status: text(20),
      started_at: instant(),
      ended_at: instant(),
      /** When it is deleted for good, by historyTimeToLive of its process; null: never. */
      remove_at: optionalInstant(),
      /** Instance, activities, tasks, variable changes and comments: JSON, deflated and encrypted (class C3). */
      content: longText(),
    },
    [
      { fields: ['subject_id'] },
      { fields: ['definition_id', 'ended_at'] },
      { fields: ['business_key'] },
      { fields: ['ended_at'] },
      { fields: ['remove_at'] },
    ],
  );
  await createTable(
    query,
    'history_task',
    {
      /** Where an archived task is: links to it outlive its row. */
      id: key(),
      instance_id: ref(),
    },
    [{ fields: ['instance_id'] }],
  );
}

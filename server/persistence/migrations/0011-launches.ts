import type { QueryInterface } from 'sequelize';
import { createTable, instant, integer, key, optionalInstant, optionalText, ref, text } from './columns.ts';

/** Launches: one process started for everybody of a roster. */
export async function up(query: QueryInterface): Promise<void> {
  await createTable(
    query,
    'launch',
    {
      /** Given by the caller: the same launch asked for twice goes on where it stands. */
      id: key(),
      bundle_id: ref(),
      process_key: text(100),
      form_key: optionalText(100),
      org_unit_id: ref(),
      entry_cohort: integer(),
      /** Instances that were started by it. */
      started: integer(0),
      created_by: ref(),
      created_at: instant(),
      /** Everybody of the roster has an instance. */
      completed_at: optionalInstant(),
    },
    [{ fields: ['org_unit_id', 'created_at'] }],
  );
}

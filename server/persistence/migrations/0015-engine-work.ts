import type { QueryInterface } from 'sequelize';
import { createTable, instant, integer, key, optionalInstant, optionalText, ref, text } from './columns.ts';

/** Jobs and failed external tasks of a Camunda engine, as last seen there: administrators give them new tries. */
export async function up(query: QueryInterface): Promise<void> {
  await createTable(
    query,
    'engine_work',
    {
      id: key(),
      instance_id: ref(),
      /** `job` or `external-task`. */
      work: text(20),
      engine_work_id: text(64),
      element_id: text(100),
      /** `timer`, `continuation`, or the kind of an external task. */
      kind: text(100),
      due_at: optionalInstant(),
      retries: integer(),
      message: optionalText(500),
      seen_at: instant(),
    },
    [{ fields: ['engine_work_id'], unique: true }, { fields: ['instance_id'] }],
  );
}

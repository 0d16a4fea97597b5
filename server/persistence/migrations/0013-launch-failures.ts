import type { QueryInterface } from 'sequelize';
import { addColumns, createTable, instant, integer, part, ref, text, withDefault } from './columns.ts';

/** A launch can be gone on with from its row alone, and tells who was left out. */
export async function up(query: QueryInterface): Promise<void> {
  await addColumns(query, 'launch', { term_slot: withDefault(integer(1), 1) });
  await createTable(query, 'launch_failure', {
    launch_id: part(ref()),
    student_id: part(ref()),
    /** Code of the error, or what of the pupil stood in the way. */
    reason: text(60),
    message: text(500),
    at: instant(),
  });
}

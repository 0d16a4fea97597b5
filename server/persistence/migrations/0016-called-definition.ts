import type { QueryInterface } from 'sequelize';
import { addColumns, optionalText } from './columns.ts';

/**
 * What a deployment calls may lie in another deployment. Calls of a plan, and rows of earlier commands, do not tell it:
 * there it is the definition of the key in the bundle of the caller.
 */
export async function up(query: QueryInterface): Promise<void> {
  await addColumns(query, 'activity', {
    /** Call activity: definition of the process that it has called. */
    called_definition_id: optionalText(200),
  });
  await addColumns(query, 'history_instance', {
    /** Element that it started at; null: not known. */
    start_element: optionalText(255),
  });
}

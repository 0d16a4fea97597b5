import type { QueryInterface } from 'sequelize';
import { addColumns, optionalLongText } from './columns.ts';

/** Recorded runs belong to the plan, and are published with it. */
export async function up(query: QueryInterface): Promise<void> {
  await addColumns(query, 'bundle_manifest', {
    /** By key, JSON; null where there are none. */
    scenarios: optionalLongText(),
  });
}

import type { QueryInterface } from 'sequelize';
import { addColumns, optionalInstant } from './columns.ts';

/** A version that was to begin later can be withdrawn before it does. */
export async function up(query: QueryInterface): Promise<void> {
  await addColumns(query, 'bundle_binding', {
    /** It was never in force: what it would have superseded stays. */
    withdrawn_at: optionalInstant(),
  });
}

import type { QueryInterface } from 'sequelize';
import { addColumns, optionalInteger } from './columns.ts';

const ofProcess = ['activity', 'task', 'external_task', 'job', 'subscription', 'incident'] as const;
const ofEvent = ['job', 'subscription'] as const;

/**
 * Clients of the engine see a called process as an instance of its own, and an event at the activity that it waits
 * beside. Rows of earlier commands do not tell it: they count as the instance's own.
 */
export async function up(query: QueryInterface): Promise<void> {
  for (const table of ofProcess)
    await addColumns(query, table, {
      /** Token of the call activity that called the process; null: it is the process of the instance itself. */
      called_by: optionalInteger(),
    });
  for (const table of ofEvent)
    await addColumns(query, table, {
      /** Token of the activity of a boundary event, or of the scope of an event subprocess (0: the process); null: neither. */
      beside: optionalInteger(),
    });
}

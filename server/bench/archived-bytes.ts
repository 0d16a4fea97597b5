import { archiveInstances } from '../history/archive-instances.ts';
import type { EmbeddedWorld } from './embedded-world.ts';
import { tableBytes } from './table-bytes.ts';

/**
 * What an instance takes a day after it has ended: its rows of the engine moved into one row of the history. Idempotency
 * keys and delivered messages, which go after a week, are still there. `empty`: bytes of the schema before the first.
 */
export async function archivedBytes(world: EmbeddedWorld, empty: number): Promise<number> {
  const { context } = world;
  await archiveInstances(context, { endedBefore: context.now(), stopping: () => false });
  const instances = await context.sql.one<{ n: number }>('SELECT COUNT(*) AS n FROM history_instance');
  for (const table of ['activity', 'task', 'variable_change', 'process_instance'])
    await context.database.sequelize.query(`OPTIMIZE TABLE ${table}`);
  const server = new URL(world.databaseUrl);
  server.pathname = '/';
  const now = await tableBytes(server.href, world.schema);
  return (now.total - empty) / Math.max(1, Number(instances?.n));
}

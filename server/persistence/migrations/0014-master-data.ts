import type { QueryInterface } from 'sequelize';
import { createTable, integer, part } from './columns.ts';

/** One row that counts the changes of people, org units, enrolments and calendars: what was read of them may be kept until then. */
export async function up(query: QueryInterface): Promise<void> {
  await createTable(query, 'master_data_version', { id: part(integer()), version: integer(0) });
  const [rows] = await query.sequelize.query('SELECT id FROM master_data_version');
  if (rows.length === 0) await query.bulkInsert('master_data_version', [{ id: 1, version: 0 }]);
}

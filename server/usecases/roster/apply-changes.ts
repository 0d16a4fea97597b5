import type { Context } from '../../context.ts';
import type { SqlValue } from '../../persistence/sql.ts';
import type { Changes, Update } from '../../roster/changes.ts';
import { tableRow } from '../../roster/table-row.ts';

const batch = 500;

/** Writes a checked roster in multi-row statements; runs in the import's transaction. */
export async function applyChanges(context: Context, changes: Changes, passwordHash: string): Promise<void> {
  const { sql } = context;
  const now = context.now();
  await sql.insert('org_unit', changes.orgUnits.map(tableRow));
  await sql.insert(
    'app_user',
    changes.users.map((user) => tableRow({ ...user, passwordHash, createdAt: now })),
  );
  await sql.insert('membership', changes.memberships.map(tableRow));
  await sql.insert('student', changes.students.map(tableRow));
  await sql.insert(
    'guardian_link',
    changes.guardianLinks.map((link) => tableRow({ ...link, verifiedAt: now })),
  );
  for (const { table, values, ids } of sameUpdates(changes.updates)) {
    const row = tableRow(values as Readonly<Record<string, SqlValue>>);
    const assignments = Object.keys(row).map((column) => `${column} = ?`);
    for (let from = 0; from < ids.length; from += batch) {
      const part = ids.slice(from, from + batch);
      await sql.run(
        `UPDATE ${table} SET ${assignments.join(', ')} WHERE id IN (${part.map(() => '?').join(',')})`,
        [...Object.values(row), ...part],
      );
    }
  }
  await sql.insert('enrolment', changes.enrolments.map(tableRow));
}

/** Rows that get the same values are updated together: a class that moves is one statement. */
function sameUpdates(updates: readonly Update[]): (Omit<Update, 'id'> & { ids: string[] })[] {
  const groups = new Map<string, Omit<Update, 'id'> & { ids: string[] }>();
  for (const { table, id, values } of updates) {
    const key = `${table} ${JSON.stringify(values)}`;
    const group = groups.get(key);
    if (group) group.ids.push(id);
    else groups.set(key, { table, values, ids: [id] });
  }
  return [...groups.values()];
}

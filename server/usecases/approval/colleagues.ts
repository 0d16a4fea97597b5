import type { taskColleagues as contract } from '@oneplan/runtime/contracts/api/approval.ts';
import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { z } from 'zod';
import { type Context, today } from '../../context.ts';
import type { Caller } from '../../identity/caller.ts';
import type { LockedTask } from './locked-task.ts';

/** Who may be asked: those who work at the school and may see pupils there; never pupils or guardians. */
const askable = [
  'school-admin',
  'principal',
  'grade-leader',
  'class-teacher',
  'subject-teacher',
  'group-member',
] as const;
const mostShown = 50;

interface Row {
  id: string;
  name: string;
  role: string;
}

/** People of the school of a task, by name. */
export async function listColleagues(
  context: Context,
  caller: Caller,
  taskId: string,
  q: string | undefined,
): Promise<z.input<typeof contract.response>> {
  const task = await context.sql.one<{ school_id: string | null }>(
    'SELECT school_id FROM task WHERE id = ?',
    [taskId],
  );
  const rows = await colleaguesAt(context, task?.school_id ?? null, q);
  const people = new Map<string, { id: string; name: string; roles: string[] }>();
  for (const { id, name, role } of rows) {
    if (id === caller.userId) continue;
    const person = people.get(id) ?? { id, name, roles: [] };
    if (!person.roles.includes(role)) person.roles.push(role);
    people.set(id, person);
  }
  return { items: [...people.values()].slice(0, mostShown) };
}

/**
 * Throws `person-not-eligible`, naming them, unless all of these people work at the school of the task: a task about a
 * pupil never leaves the pupil's school this way.
 */
export async function assertColleagues(
  context: Context,
  task: Pick<LockedTask, 'id' | 'schoolId'>,
  people: readonly string[],
): Promise<void> {
  const known = new Set((await colleaguesAt(context, task.schoolId, undefined)).map(({ id }) => id));
  const strangers = people.filter((person) => !known.has(person));
  if (strangers.length === 0) return;
  throw new AppError(
    'person-not-eligible',
    'Somebody you named does not work at the school of this task today; choose from the list.',
    { taskId: task.id, people: strangers },
  );
}

async function colleaguesAt(
  context: Context,
  schoolId: string | null,
  q: string | undefined,
): Promise<Row[]> {
  const school = schoolId === null ? null : await context.tables.orgUnits.findOne({ id: schoolId });
  if (!school) return [];
  const day = today(context);
  const inForce = (table: string) =>
    `${table}.valid_from <= ? AND (${table}.valid_to IS NULL OR ${table}.valid_to > ?)`;
  const below = `${school.path.replace(/[!%_]/g, (char) => `!${char}`)}%`;
  const like = `%${(q ?? '').replace(/[!%_]/g, (char) => `!${char}`)}%`;
  return context.sql.all<Row>(
    `SELECT u.id, u.name, m.role FROM membership m JOIN app_user u ON u.id = m.user_id JOIN org_unit o ON o.id = m.org_unit_id
     WHERE o.path LIKE ? ESCAPE '!' AND m.role IN (${askable.map(() => '?').join(',')}) AND ${inForce('m')} AND NOT u.disabled
       AND u.name LIKE ? ESCAPE '!'
     UNION SELECT u.id, u.name, 'group-member' AS role FROM group_member gm JOIN org_group g ON g.id = gm.group_id
     JOIN app_user u ON u.id = gm.user_id JOIN org_unit o ON o.id = g.org_unit_id
     WHERE o.path LIKE ? ESCAPE '!' AND ${inForce('gm')} AND ${inForce('g')} AND NOT u.disabled AND u.name LIKE ? ESCAPE '!'
     ORDER BY 2, 1`,
    [below, ...askable, day, day, like, below, day, day, day, day, like],
  );
}

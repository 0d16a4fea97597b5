import { type Context, today } from '../../context.ts';

const holderPattern = /^(user|role|group):([^@]+)(?:@(.+))?$/;

/**
 * Ids of the users who stand behind holders (`user:…`, `role:…@<org unit>`, `group:…@<org unit>`) today, each once.
 * Accounts that are disabled are left out.
 */
export async function usersBehind(context: Context, holders: readonly string[]): Promise<string[]> {
  const users = new Set<string>();
  for (const holder of holders) {
    const [, kind = '', name = '', orgUnitId = ''] = holderPattern.exec(holder) ?? [];
    const find = finders[kind];
    if (!find) throw new Error(`a task was offered to "${holder}", which is no holder`);
    for (const { id } of await find(context, name, orgUnitId)) users.add(id);
  }
  return [...users];
}

type Finder = (context: Context, name: string, orgUnitId: string) => Promise<{ id: string }[]>;

const inForce = (table: string) =>
  `${table}.valid_from <= ? AND (${table}.valid_to IS NULL OR ${table}.valid_to > ?)`;
const enabled = 'NOT u.disabled';

const finders: Readonly<Record<string, Finder | undefined>> = {
  user: (context, id) =>
    context.sql.all<{ id: string }>(`SELECT u.id FROM app_user u WHERE u.id = ? AND ${enabled}`, [id]),
  role: (context, role, orgUnitId) => {
    const day = today(context);
    return context.sql.all<{ id: string }>(
      `SELECT u.id FROM membership m JOIN app_user u ON u.id = m.user_id
       WHERE m.org_unit_id = ? AND m.role = ? AND ${inForce('m')} AND ${enabled}`,
      [orgUnitId, role, day, day],
    );
  },
  group: (context, kind, orgUnitId) => {
    const day = today(context);
    return context.sql.all<{ id: string }>(
      `SELECT u.id FROM org_group g JOIN group_member gm ON gm.group_id = g.id JOIN app_user u ON u.id = gm.user_id
       WHERE g.org_unit_id = ? AND g.kind = ? AND ${inForce('g')} AND ${inForce('gm')} AND ${enabled}`,
      [orgUnitId, kind, day, day, day, day],
    );
  },
};

import { type Context, today } from '../../context.ts';
import { places, query, type SqlStatement } from '../../persistence/sql-statement.ts';

const holderPattern = /^(user|role|group):([^@]+)(?:@(.+))?$/;

/**
 * Ids of the users who stand behind holders (`user:…`, `role:…@<org unit>`, `group:…@<org unit>`) today, each once.
 * Accounts that are disabled are left out.
 */
export async function usersBehind(context: Context, holders: readonly string[]): Promise<string[]> {
  const users = await usersByHolder(context, holders);
  return [...new Set(holders.flatMap((holder) => users.get(holder) ?? []))];
}

interface Found {
  readonly name: string;
  readonly unit: string | null;
  readonly id: string;
}

/** The same for each holder, all in one round trip; a holder behind whom nobody stands has no entry. */
export async function usersByHolder(
  context: Context,
  holders: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const wanted = new Set(holders);
  const named: Record<Kind, { name: string; unit: string }[]> = { user: [], role: [], group: [] };
  for (const holder of wanted) {
    const [, kind, name, unit = ''] = holderPattern.exec(holder) ?? [];
    if (kind === undefined || name === undefined)
      throw new Error(`a task was offered to "${holder}", which is no holder`);
    named[kind as Kind].push({ name, unit });
  }
  const kinds = (Object.keys(finders) as Kind[]).filter((kind) => named[kind].length > 0);
  const found = (await context.sql.batch(
    kinds.map((kind) => {
      const names = new Set(named[kind].map(({ name }) => name));
      const units = new Set(named[kind].map(({ unit }) => unit));
      return finders[kind](today(context), [...names], [...units]);
    }),
  )) as unknown as Found[][];
  const users = new Map<string, string[]>();
  for (const [index, rows] of found.entries())
    for (const { name, unit, id } of rows) {
      const holder = `${kinds[index]}:${name}${unit === null ? '' : `@${unit}`}`;
      // Names and units are asked for each by itself: pairs that nobody wants may be among what was found.
      if (!wanted.has(holder)) continue;
      const known = users.get(holder);
      if (!known) users.set(holder, [id]);
      else if (!known.includes(id)) known.push(id);
    }
  return users;
}

type Kind = 'user' | 'role' | 'group';
type Finder = (day: string, names: readonly string[], units: readonly string[]) => SqlStatement;

const inForce = (table: string) =>
  `${table}.valid_from <= ? AND (${table}.valid_to IS NULL OR ${table}.valid_to > ?)`;
const enabled = 'NOT u.disabled';

const finders: Readonly<Record<Kind, Finder>> = {
  user: (_day, ids) =>
    query(
      `SELECT u.id AS name, NULL AS unit, u.id FROM app_user u WHERE u.id IN (${places(ids)}) AND ${enabled}`,
      ids,
    ),
  role: (day, roles, units) =>
    query(
      `SELECT m.role AS name, m.org_unit_id AS unit, u.id FROM membership m JOIN app_user u ON u.id = m.user_id
         WHERE m.org_unit_id IN (${places(units)}) AND m.role IN (${places(roles)}) AND ${inForce('m')} AND ${enabled}`,
      [...units, ...roles, day, day],
    ),
  group: (day, kinds, units) =>
    query(
      `SELECT g.kind AS name, g.org_unit_id AS unit, u.id FROM org_group g JOIN group_member gm ON gm.group_id = g.id
         JOIN app_user u ON u.id = gm.user_id
         WHERE g.org_unit_id IN (${places(units)}) AND g.kind IN (${places(kinds)}) AND ${inForce('g')} AND ${inForce('gm')} AND ${enabled}`,
      [...units, ...kinds, day, day, day, day],
    ),
};

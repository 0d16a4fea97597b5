import { pickableRoles } from '@oneplan/runtime/contracts/pickers.ts';
import type { Context } from '../../context.ts';
import type { Caller } from '../../identity/caller.ts';
import { places } from '../../persistence/sql-statement.ts';
import { below, type ChoiceScope, either, oneOf } from './condition.ts';

const familyRoles: ReadonlySet<string> = new Set(['pupil', 'guardian']);
const authorityRoles: ReadonlySet<string> = new Set(['city-admin', 'district-admin']);
/** Whom an authority may name: who answers for a district or school, no teacher. */
const answerable = ['district-admin', 'school-admin', 'principal'];

/**
 * Staff, by what they do today: pupils and guardians choose among the teachers of the own class and those who answer for
 * the school, staff among that of the own school, authorities among those who answer for what lies below them.
 */
export async function personsFor(
  context: Context,
  caller: Caller,
  day: string,
  roles: readonly string[] = pickableRoles,
): Promise<ChoiceScope | undefined> {
  const schools = await schoolsOf(context, caller);
  const family = caller.standings.filter(({ role }) => familyRoles.has(role));
  const authorities = caller.standings.filter(({ role }) => authorityRoles.has(role));
  const staff = caller.standings.filter(({ role }) => !familyRoles.has(role) && !authorityRoles.has(role));
  const among = below('o.path', pathsOf(authorities));
  const mine = either([
    oneOf('o.id', [
      ...family.map(({ orgUnitId }) => orgUnitId),
      ...schools.filter(({ path }) => family.some((one) => one.path.startsWith(path))).map(({ id }) => id),
    ]),
    below(
      'o.path',
      schools.filter(({ path }) => staff.some((one) => one.path.startsWith(path))).map(({ path }) => path),
    ),
    among && {
      text: `(${among.text} AND m.role IN (${places(answerable)}))`,
      values: [...among.values, ...answerable],
    },
  ]);
  const role = oneOf('m.role', roles);
  return (
    mine &&
    role && {
      from: `SELECT DISTINCT u.id, u.name, o.name AS detail FROM membership m
        JOIN app_user u ON u.id = m.user_id JOIN org_unit o ON o.id = m.org_unit_id`,
      where: `m.valid_from <= ? AND (m.valid_to IS NULL OR m.valid_to > ?) AND u.disabled = ? AND ${role.text} AND ${mine.text}`,
      values: [day, day, false, ...role.values, ...mine.values],
      id: 'u.id',
      order: 'ORDER BY u.name, u.id, o.name',
    }
  );
}

const pathsOf = (standings: Caller['standings']) => standings.map(({ path }) => path);

/** The schools that the caller stands in. */
async function schoolsOf(context: Context, caller: Caller): Promise<{ id: string; path: string }[]> {
  const around = oneOf(
    'id',
    caller.standings.flatMap(({ path }) => path.split('/')),
  );
  if (!around) return [];
  return context.sql.all<{ id: string; path: string }>(
    `SELECT id, path FROM org_unit WHERE kind = 'school' AND ${around.text}`,
    [...around.values],
  );
}
